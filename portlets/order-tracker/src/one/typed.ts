import { Draft } from '@faceplate/portlet-kit';
import * as z from 'zod/mini';

const text = z.optional(z.string());

/** What was typed about one line and not sent yet. */
const Typed = z.object({ text, choiceId: text, date: text, quantity: text, search: text, placeId: text, placeName: text, reason: text, name: text, phone: text });
export type Typed = z.infer<typeof Typed>;

const WaitingFile = z.object({ name: z.string(), content: z.string() });
export type WaitingFile = z.infer<typeof WaitingFile>;

interface Kept {
  readonly words: Draft<Typed>;
  /** Apart: a device that has no room for a file still keeps the words. */
  readonly file: Draft<WaitingFile>;
  typed: Typed;
  waiting: WaitingFile | undefined;
  /** It was there when the page came. */
  readonly isOld: boolean;
}

/** What one person has begun about the lines of orders, kept on this device until it is sent; each thing under a name of its own. */
export class Begun {
  readonly #person: string;
  readonly #kept = new Map<string, Kept>();

  constructor(person: string) {
    this.#person = person;
  }

  typed(name: string): Typed {
    return this.#of(name).typed;
  }

  file(name: string): WaitingFile | undefined {
    return this.#of(name).waiting;
  }

  isOld(name: string): boolean {
    return this.#of(name).isOld;
  }

  type(name: string, changes: Typed): void {
    const kept = this.#of(name);
    kept.typed = { ...kept.typed, ...changes };
    kept.words.keep(kept.typed);
  }

  wait(name: string, file: WaitingFile): void {
    const kept = this.#of(name);
    kept.waiting = file;
    kept.file.keep(file);
  }

  clear(name: string): void {
    const { words, file } = this.#of(name);
    words.clear();
    file.clear();
    this.#kept.delete(name);
  }

  #of(name: string): Kept {
    const known = this.#kept.get(name);
    if (known) return known;
    const [words, file] = [new Draft(`order ${name}`, this.#person, Typed), new Draft(`order file ${name}`, this.#person, WaitingFile)];
    const [typed, waiting] = [words.read(), file.read()];
    const made: Kept = { words, file, typed: typed ?? {}, waiting, isOld: Boolean(typed ?? waiting) };
    this.#kept.set(name, made);
    return made;
  }
}
