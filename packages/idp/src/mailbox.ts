import { createHash } from 'node:crypto';
import type { Adapter } from 'oidc-provider';

/** Something that was sent to an address. `at` is RFC 3339 in UTC. */
export interface Letter {
  subject: string;
  text: string;
  at: string;
}

const MOST = 20;
/** Seconds: a demonstration is over by then. */
const KEPT = 7 * 24 * 60 * 60;

export const plainAddress = (address: string): string => address.trim().toLowerCase();

/** What would have been sent by mail, for evaluation: nothing leaves this machine. */
export class Mailbox {
  readonly #kept: Adapter;
  readonly #others: (address: string) => Promise<readonly Letter[]>;

  /** `others`: what the operator itself has sent to an address. */
  constructor(kept: Adapter, others: (address: string) => Promise<readonly Letter[]> = () => Promise.resolve([])) {
    this.#kept = kept;
    this.#others = others;
  }

  async send(address: string, letter: Letter): Promise<void> {
    const id = idOf(address);
    await this.#kept.upsert(id, { letters: [letter, ...(await this.#own(id))].slice(0, MOST) }, KEPT);
  }

  /** Newest first. */
  async letters(address: string): Promise<Letter[]> {
    const [own, others] = await Promise.all([this.#own(idOf(address)), this.#others(plainAddress(address))]);
    return [...own, ...others].toSorted((one, other) => (one.at < other.at ? 1 : -1)).slice(0, MOST);
  }

  async #own(id: string): Promise<Letter[]> {
    const found = (await this.#kept.find(id)) as { letters?: Letter[] } | undefined;
    return found?.letters ?? [];
  }
}

const idOf = (address: string): string => createHash('sha256').update(plainAddress(address)).digest('base64url');
