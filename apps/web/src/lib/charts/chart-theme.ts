/** The tokens as a canvas needs them: resolved colours and sizes, read again when the theme or the size changes. */

/** Resolves a token such as `--status-done` to its present value. */
export type Theme = {
  readonly colour: (token: string) => string;
  readonly px: (token: string) => number;
  readonly font: (token: string, weight?: number) => string;
};

/** Reads the tokens as they hold at an element. */
export function themeAt(element: Element): Theme {
  const style = getComputedStyle(element);
  const value = (token: string) => style.getPropertyValue(token).trim();
  return {
    colour: value,
    px: (token) => Number.parseFloat(value(token)) || 0,
    font: (token, weight = 430) => `${String(weight)} ${value(token)} ${style.fontFamily}`,
  };
}

/** Calls back whenever the theme or size of the page changes; returns how to stop. */
export function onThemeChange(callback: () => void): () => void {
  const observer = new MutationObserver(callback);
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-theme', 'data-size'],
  });
  return () => {
    observer.disconnect();
  };
}
