import type * as z from 'zod/mini';

/**
 * Input that is not sent yet, kept on this device so that a reload, a closed tab
 * or a session that ran out loses nothing; signing out clears it (ADR 10). One per
 * portlet and person; never card data.
 */
export class Draft<T> {
  readonly #key: string;
  readonly #schema: z.ZodMiniType<T>;

  constructor(portlet: string, person: string, schema: z.ZodMiniType<T>) {
    this.#key = `fp-draft:${portlet}:${person}`;
    this.#schema = schema;
  }

  read(): T | undefined {
    try {
      const parsed = this.#schema.safeParse(JSON.parse(localStorage.getItem(this.#key) ?? 'null'));
      return parsed.success ? parsed.data : undefined;
    } catch {
      // Storage can be switched off, and another version may have written there.
      return undefined;
    }
  }

  keep(value: T): void {
    try {
      localStorage.setItem(this.#key, JSON.stringify(value));
    } catch {
      // A full or forbidden storage must not stop somebody from typing.
    }
  }

  clear(): void {
    try {
      localStorage.removeItem(this.#key);
    } catch {
      // As above: nothing was kept, so there is nothing to clear.
    }
  }
}
