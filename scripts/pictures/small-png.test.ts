import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { smallPng } from './small-png.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, body: Buffer): Buffer {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A true-colour PNG of these filtered rows, three bytes a pixel. */
function trueColour(width: number, rows: readonly (readonly number[])[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(rows.length, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const body = deflateSync(Buffer.from(rows.flat()));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', body),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The colours of a picture with a palette, row by row. */
function coloursOf(png: Buffer): string[] {
  const parts = new Map<string, Buffer>();
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    parts.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const width = parts.get('IHDR')?.readUInt32BE(0) ?? 0;
  const rows = inflateSync(parts.get('IDAT') ?? Buffer.alloc(0));
  const palette = parts.get('PLTE') ?? Buffer.alloc(0);
  return [...rows].flatMap((place, at) =>
    at % (width + 1) === 0 ? [] : [palette.subarray(place * 3, place * 3 + 3).toString('hex')],
  );
}

describe('a small PNG', () => {
  it('has the colours of the large one, whichever filter its rows have', () => {
    const png = trueColour(2, [
      [0, 10, 20, 30, 40, 50, 60],
      [1, 10, 20, 30, 30, 30, 30],
      [2, 0, 0, 0, 0, 0, 0],
      [3, 5, 10, 15, 15, 15, 15],
      [4, 0, 0, 0, 0, 0, 0],
    ]);
    expect(coloursOf(smallPng(png))).toEqual([
      ...['0a141e', '28323c'],
      ...['0a141e', '28323c'],
      ...['0a141e', '28323c'],
      ...['0a141e', '28323c'],
      ...['0a141e', '28323c'],
    ]);
  });

  it('keeps the 256 commonest colours and takes the nearest for the others', () => {
    const greys = Array.from({ length: 256 }, (_, grey) => [grey, grey, grey]);
    const common = [0, ...greys.flat(), 0, 0, 0];
    const rare = [0, ...greys.flat(), 200, 200, 203];
    const colours = coloursOf(smallPng(trueColour(257, [common, rare])));
    expect(colours.at(-1)).toBe('c9c9c9');
  });

  it('refuses what is no screenshot', () => {
    const png = trueColour(1, [[0, 1, 2, 3]]);
    png[24] = 16;
    expect(() => smallPng(png)).toThrow('no screenshot');
  });
});
