/** Passes a word on to whoever listens. A listener that throws does not keep it from the others. */
export class News<T> {
  readonly #listeners = new Set<(word: T) => void>();

  listen(listener: (word: T) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(word: T): void {
    for (const listener of this.#listeners) {
      try {
        listener(word);
      } catch {
        // What became of a listener is its own concern.
      }
    }
  }
}
