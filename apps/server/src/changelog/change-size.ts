/** How large a change is on its way to a browser, nearly: pieces are cut and bounds are kept by it, not by number alone. */
import { CATCH_UP_PIECE, type Change } from '@stationkeeper/protocol';

/** UTF-16 code units of one `changes` message, about: it must go out on a slow line before the next ping is due. */
export const PIECE_LENGTH = 256_000;

const sizes = new WeakMap<Change, number>();

/** UTF-16 code units of a change in JSON; measured once. */
export function sizeOf(change: Change): number {
  const known = sizes.get(change);
  if (known !== undefined) return known;
  const size = JSON.stringify(change).length;
  sizes.set(change, size);
  return size;
}

/** The first of these changes that fit into one message; at least one. */
export function firstPiece(changes: readonly Change[]): readonly Change[] {
  let length = 0;
  const end = changes.findIndex((change, index) => {
    length += sizeOf(change);
    return index > 0 && (index >= CATCH_UP_PIECE || length > PIECE_LENGTH);
  });
  return end === -1 ? changes : changes.slice(0, end);
}

/** All of them, in pieces that fit into one message each. */
export function* piecesOf(changes: readonly Change[]): Iterable<readonly Change[]> {
  for (let rest = changes; rest.length > 0;) {
    const piece = firstPiece(rest);
    yield piece;
    rest = rest.slice(piece.length);
  }
}
