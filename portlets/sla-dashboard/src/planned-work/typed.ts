import { Draft } from '@faceplate/portlet-kit';
import * as z from 'zod/mini';

const text = z.optional(z.string());

const Typed = z.object({ words: text, notBefore: text, from: text, to: text, reason: text, organizationId: text });
export type Typed = z.infer<typeof Typed>;

/** What somebody has begun to write here, kept on this device until it is sent; each thing under a name of its own. */
export class Begun {
  readonly #person: string;
  readonly #drafts = new Map<string, { draft: Draft<Typed>; typed: Typed }>();

  constructor(person: string) {
    this.#person = person;
  }

  typed(name: string): Typed {
    return this.#of(name).typed;
  }

  type(name: string, changes: Typed): void {
    const one = this.#of(name);
    one.typed = { ...one.typed, ...changes };
    one.draft.keep(one.typed);
  }

  clear(name: string): void {
    this.#of(name).draft.clear();
    this.#drafts.delete(name);
  }

  #of(name: string) {
    const known = this.#drafts.get(name);
    if (known) return known;
    const draft = new Draft(`planned work ${name}`, this.#person, Typed);
    const one = { draft, typed: draft.read() ?? {} };
    this.#drafts.set(name, one);
    return one;
  }
}
