import { describe, expect, it } from 'vitest';
import { drawnRows, rowWindow } from './row-window.ts';

describe('the window of a table', () => {
  it('draws a screenful and a margin, however many rows there are', () => {
    const window = rowWindow(36_000, 720, 36, 10_000);
    expect(window).toEqual({ first: 992, last: 1028 });
  });

  it('stays inside the rows at both ends', () => {
    expect(rowWindow(0, 720, 36, 5)).toEqual({ first: 0, last: 5 });
    expect(rowWindow(99_999, 720, 36, 5)).toEqual({ first: 5, last: 5 });
  });

  it('keeps the row that holds the focus when it is scrolled away', () => {
    expect(drawnRows({ first: 10, last: 12 }, 3, 20)).toEqual([10, 11, 3]);
    expect(drawnRows({ first: 10, last: 12 }, 11, 20)).toEqual([10, 11]);
    expect(drawnRows({ first: 0, last: 1 }, 5, 1)).toEqual([0]);
  });
});
