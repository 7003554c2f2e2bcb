/**
 * Wheel, drag, pinch and keys on a time chart. Wheel pans, Ctrl-wheel and pinch zoom at the pointer; arrow keys pan,
 * + and - zoom, 0 fits, T goes to today. Where the chart only illustrates, nothing is attached and the page scrolls.
 */
import { dayAt, panBy, zoomAt, type TimeWindow } from './time-window.ts';

/** What the gestures act on: read and set anew at each event. */
export type GestureTarget = {
  readonly window: () => TimeWindow;
  readonly set: (window: TimeWindow) => void;
  /** The part of the element that shows time, in its own pixels. */
  readonly plot: () => { left: number; width: number };
};

const WHEEL_ZOOM = 0.0022;
const LINE_PX = 16;
/** Of the page's height: above it there is more of the chart to scroll to. */
const TALL = 0.8;

/** An attachment for the element that holds the chart. */
export function timeGestures(target: GestureTarget) {
  return (element: HTMLElement) => {
    const pointers = new Map<number, { x: number }>();
    let hasDragged = false;
    const placeOf = (clientX: number) => clientX - element.getBoundingClientRect().left - target.plot().left;
    const daysPerPx = () => (target.window().until - target.window().from) / target.plot().width;

    const zoom = (clientX: number, factor: number) => {
      const pivot = dayAt(target.window(), placeOf(clientX), target.plot().width);
      target.set(zoomAt(target.window(), pivot, factor));
    };
    const onWheel = (event: WheelEvent) => {
      const isZoom = event.ctrlKey || event.metaKey;
      const isVertical = Math.abs(event.deltaY) > Math.abs(event.deltaX) && !event.shiftKey;
      // A chart that is higher than the page is scrolled like the page.
      if (!isZoom && isVertical && element.clientHeight > innerHeight * TALL) return;
      event.preventDefault();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1;
      if (isZoom) zoom(event.clientX, Math.exp(event.deltaY * unit * WHEEL_ZOOM));
      else target.set(panBy(target.window(), (event.deltaX || event.deltaY) * unit * daysPerPx()));
    };
    const onDown = (event: PointerEvent) => {
      if (event.button !== 0) return;
      pointers.set(event.pointerId, { x: event.clientX });
      hasDragged = false;
    };
    const onMove = (event: PointerEvent) => {
      const last = pointers.get(event.pointerId);
      if (!last) return;
      const moved = event.clientX - last.x;
      if (!hasDragged && Math.abs(moved) < 4) return;
      if (!hasDragged) element.setPointerCapture(event.pointerId);
      hasDragged = true;
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
      if (other) zoom(other.x, Math.abs(last.x - other.x) / Math.max(Math.abs(event.clientX - other.x), 8));
      else target.set(panBy(target.window(), -moved * daysPerPx()));
      last.x = event.clientX;
    };
    const onUp = (event: PointerEvent) => {
      pointers.delete(event.pointerId);
    };
    // A drag ends in a click on whatever lies beneath: that one is not meant.
    const onClick = (event: MouseEvent) => {
      if (!hasDragged) return;
      hasDragged = false;
      event.stopPropagation();
    };
    const controller = new AbortController();
    const { signal } = controller;
    element.addEventListener('wheel', onWheel, { passive: false, signal });
    element.addEventListener('pointerdown', onDown, { signal });
    element.addEventListener('pointermove', onMove, { signal });
    element.addEventListener('pointerup', onUp, { signal });
    element.addEventListener('pointercancel', onUp, { signal });
    element.addEventListener('click', onClick, { capture: true, signal });
    return () => {
      controller.abort();
    };
  };
}

/** What a key does to the window; null when it means nothing here. */
export function windowAfterKey(
  key: string,
  window: TimeWindow,
  around: { today: number; fit: TimeWindow },
): TimeWindow | null {
  const span = window.until - window.from;
  const middle = (window.from + window.until) / 2;
  switch (key) {
    case '+':
    case '=':
      return zoomAt(window, middle, 1 / 1.4);
    case '-':
      return zoomAt(window, middle, 1.4);
    case '0':
      return around.fit;
    case 't':
    case 'T':
      return panBy(window, around.today - middle);
    case 'PageUp':
      return panBy(window, -span * 0.5);
    case 'PageDown':
      return panBy(window, span * 0.5);
    default:
      return null;
  }
}
