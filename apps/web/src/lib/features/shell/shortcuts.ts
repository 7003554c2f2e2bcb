/** Keys that work anywhere in the workspace, unless somebody is typing. */
import { isTyping } from '#lib/ui/is-typing.ts';
import { listPath } from '#lib/url/paths.ts';

export type ShortcutActions = {
  readonly search: () => void;
  readonly help: () => void;
  readonly undo: () => void;
  readonly go: (path: string) => void;
};

/** How long the second key of 'g a' may take. */
const SEQUENCE_MS = 1_200;

/** A key handler for one workspace; it remembers a 'g' until the next key. */
export function shortcutsFor(slug: string, actions: ShortcutActions): (event: KeyboardEvent) => void {
  let goSince = Number.NEGATIVE_INFINITY;
  const places: Readonly<Record<string, string>> = {
    o: `/${slug}`,
    t: `/${slug}/timeline`,
    a: listPath(slug, 'agreement'),
    s: listPath(slug, 'station'),
    p: listPath(slug, 'party'),
    m: listPath(slug, 'milestone'),
  };
  return (event) => {
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && event.key.toLowerCase() === 'k') return act(event, actions.search);
    if (event.defaultPrevented || isTyping(event.target)) return;
    if (isCommand && !event.shiftKey && event.key.toLowerCase() === 'z') return act(event, actions.undo);
    if (isCommand || event.altKey) return;
    const place = event.timeStamp - goSince < SEQUENCE_MS ? places[event.key] : undefined;
    goSince = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
    if (place !== undefined) act(event, () => actions.go(place));
    else if (event.key === '?') act(event, actions.help);
    else if (event.key === '/') act(event, actions.search);
  };
}

function act(event: KeyboardEvent, run: () => void): void {
  event.preventDefault();
  run();
}
