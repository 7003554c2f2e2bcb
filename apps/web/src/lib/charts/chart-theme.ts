/** The tokens as a canvas needs them: resolved colours and sizes. An effect that reads them runs again when theme or size change. */
import { createSubscriber } from 'svelte/reactivity';

/** Resolves a token such as `--status-done` to its present value. */
export type Theme = {
  readonly colour: (token: string) => string;
  readonly px: (token: string) => number;
  readonly font: (token: string, weight?: number) => string;
};

const watchTheme = createSubscriber((update) => {
  const observer = new MutationObserver(update);
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-theme', 'data-size'],
  });
  return () => {
    observer.disconnect();
  };
});

/** Reads the tokens as they hold at an element. */
export function themeAt(element: Element): Theme {
  watchTheme();
  const style = getComputedStyle(element);
  const value = (token: string) => style.getPropertyValue(token).trim();
  return {
    colour: value,
    px: (token) => Number.parseFloat(value(token)) || 0,
    font: (token, weight = 430) => `${String(weight)} ${value(token)} ${style.fontFamily}`,
  };
}
