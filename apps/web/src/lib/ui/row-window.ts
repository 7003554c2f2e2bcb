/** Which rows of a table with rows of one height have to exist, so that ten thousand cost no more than a screenful. */

/** Rows kept beyond each edge, so that a quick wheel does not show emptiness. */
const OVERSCAN = 8;

export type RowWindow = { readonly first: number; readonly last: number };

/** First and last row index to draw; `last` is exclusive. */
export function rowWindow(
  scrollTop: number,
  viewHeight: number,
  rowHeight: number,
  rowCount: number,
): RowWindow {
  const first = Math.floor(scrollTop / rowHeight) - OVERSCAN;
  const last = Math.ceil((scrollTop + viewHeight) / rowHeight) + OVERSCAN;
  return { first: Math.max(0, Math.min(first, rowCount)), last: Math.max(0, Math.min(last, rowCount)) };
}

/** The indexes to draw: the window, and the row that holds the focus wherever it is, so that focus is never lost. */
export function drawnRows(window: RowWindow, focused: number, rowCount: number): number[] {
  const rows = Array.from({ length: window.last - window.first }, (_, at) => window.first + at);
  const isOutside = focused < window.first || focused >= window.last;
  return isOutside && focused >= 0 && focused < rowCount ? [...rows, focused] : rows;
}
