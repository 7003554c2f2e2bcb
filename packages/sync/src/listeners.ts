/** Who is told. A listener that throws does not keep the others, or the client, from going on. */
export class Listeners<E> {
  readonly #listeners = new Set<(event: E) => void>();

  add(listener: (event: E) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  tell(event: E): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(event);
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}
