import { Draft } from '@faceplate/portlet-kit';
import * as z from 'zod/mini';

const text = z.optional(z.string());

/** What was typed about one ticket and not sent yet. */
const Typed = z.object({ note: text, reopen: text, escalate: text, title: text, description: text, severity: text });
export type Typed = z.infer<typeof Typed>;

/** What one person has begun about their tickets, kept on this device until it is sent. */
export class Begun {
  readonly #person: string;
  readonly #kept = new Map<string, { draft: Draft<Typed>; typed: Typed }>();

  constructor(person: string) {
    this.#person = person;
  }

  typed(ticketId: string): Typed {
    return this.#of(ticketId).typed;
  }

  type(ticketId: string, changes: Typed): void {
    const kept = this.#of(ticketId);
    kept.typed = { ...kept.typed, ...changes };
    // Where nothing is left to be kept, nothing is.
    if (Object.values(kept.typed).some(Boolean)) kept.draft.keep(kept.typed);
    else kept.draft.clear();
  }

  #of(ticketId: string) {
    const known = this.#kept.get(ticketId);
    if (known) return known;
    const draft = new Draft(`ticket ${ticketId}`, this.#person, Typed);
    const made = { draft, typed: draft.read() ?? {} };
    this.#kept.set(ticketId, made);
    return made;
  }
}
