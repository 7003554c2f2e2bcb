/**
 * Where a popover stands: below its anchor and aligned with one of its edges, above when there is no room below,
 * never outside the window. Positions are viewport pixels, because a popover lives in the top layer.
 */

const GAP = 4;
const MARGIN = 8;

export type Align = 'start' | 'end';

/** Puts `panel` beside `anchor`; call it after the panel is shown, when its size is known. */
export function placeBeside(anchor: HTMLElement, panel: HTMLElement, align: Align): void {
  const from = anchor.getBoundingClientRect();
  const size = panel.getBoundingClientRect();
  panel.style.left = `${clamp(leftOf(from, size.width, align), size.width, window.innerWidth)}px`;
  panel.style.top = `${topOf(from, size.height)}px`;
}

function leftOf(from: DOMRect, width: number, align: Align): number {
  return align === 'start' ? from.left : from.right - width;
}

function topOf(from: DOMRect, height: number): number {
  const below = from.bottom + GAP;
  const above = from.top - GAP - height;
  const fitsBelow = below + height <= window.innerHeight - MARGIN;
  return fitsBelow || above < MARGIN ? clamp(below, height, window.innerHeight) : above;
}

function clamp(start: number, size: number, room: number): number {
  return Math.max(MARGIN, Math.min(start, room - MARGIN - size));
}
