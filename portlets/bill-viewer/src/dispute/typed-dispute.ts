import { Draft } from '@faceplate/portlet-kit';
import * as z from 'zod/mini';

const text = z.optional(z.string());

/** A file that waits to be sent. `key` is the same however often it is tried. */
const WaitingFile = z.object({ name: z.string(), content: z.string(), key: z.string() });
export type WaitingFile = z.infer<typeof WaitingFile>;

/** As many as a dispute takes. */
export const MOST_FILES = 5;

/** A form that was not sent yet, or not all of it. */
const TypedDispute = z.object({
  amount: text,
  reason: text,
  description: text,
  /** Of the words as they were sent: the same words keep it, so that they arrive once. */
  sent: z.optional(z.object({ words: z.string(), key: z.string() })),
  /** It has arrived; files may still wait. */
  disputeId: text,
});
export type TypedDispute = z.infer<typeof TypedDispute>;

const Files = z.array(WaitingFile);

/** What one person has typed about one line. Files apart: a device that has no room for them still keeps the words. */
export class DisputeDraft {
  readonly #words: Draft<TypedDispute>;
  readonly #files: Draft<WaitingFile[]>;

  constructor(person: string, billId: string, chargeId: string) {
    this.#words = new Draft(`dispute ${billId} ${chargeId}`, person, TypedDispute);
    this.#files = new Draft(`dispute files ${billId} ${chargeId}`, person, Files);
  }

  read(): { typed: TypedDispute; files: WaitingFile[] } {
    return { typed: this.#words.read() ?? {}, files: this.#files.read() ?? [] };
  }

  keep(typed: TypedDispute): void {
    this.#words.keep(typed);
  }

  keepFiles(files: WaitingFile[]): void {
    this.#files.keep(files);
  }

  clear(): void {
    this.#words.clear();
    this.#files.clear();
  }
}
