/**
 * Short messages that go by themselves: what was done, and one way back. One list for each page, handed down by context,
 * never module state (the server renders many people's pages in one process).
 */
import { createContext } from 'svelte';

/** Long enough to read a line and reach for Undo. */
const SHOWN_MS = 8_000;

export type ToastMessage = {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'attention';
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
};

export class Toasts {
  shown = $state.raw<readonly ToastMessage[]>([]);
  #nextId = 1;
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();

  show(text: string, options: { tone?: ToastMessage['tone']; action?: ToastMessage['action'] } = {}): void {
    const id = this.#nextId++;
    const message = { id, text, tone: options.tone ?? 'plain', action: options.action };
    this.shown = [...this.shown.slice(-2), message];
    this.resume(id);
  }

  dismiss(id: number): void {
    this.hold(id);
    this.shown = this.shown.filter((message) => message.id !== id);
  }

  /** Keeps a message while somebody is reading it. */
  hold(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }

  resume(id: number): void {
    this.hold(id);
    this.#timers.set(
      id,
      setTimeout(() => {
        this.dismiss(id);
      }, SHOWN_MS),
    );
  }
}

export const [getToasts, setToasts] = createContext<Toasts>();
