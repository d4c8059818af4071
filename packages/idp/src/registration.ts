import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import type { Adapter } from 'oidc-provider';
import type { Accounts } from './accounts.ts';
import { type Mailbox, plainAddress } from './mailbox.ts';
import { type RegisterProblem, registerWords } from './pages/register-words.ts';
import type { Person } from './types.ts';

const MINUTE = 60;
/** Seconds a code is good for, and how often it may be tried. */
const CODE_HOLDS = 10 * MINUTE;
const MOST_TRIES = 5;
/** Letters to one address within the hour, whoever asks. */
const MOST_LETTERS = 5;
const HOUR = 60 * MINUTE;
const SHORTEST_PASSWORD = 8;

interface Asked {
  email: string;
  /** Of the code; of nothing that can be typed where the address has an account. */
  hash: string;
  tries: number;
  /** Milliseconds since 1970. */
  until: number;
  /** Whose account was made by it. */
  made?: string;
}

/** How far an attempt has come: a code is on its way to the address, or the account is made. */
interface Standing {
  email: string;
  isMade: boolean;
}

interface Needs {
  accounts: Accounts;
  mailbox: Mailbox;
  /** Attempts by the id of their interaction, and letters by address. */
  asked: Adapter;
  operator: string;
  now?: () => number;
}

const markOf = (text: string): string => createHash('sha256').update(text).digest('base64url');
const isAddress = (email: string): boolean => email.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email);

/** Makes accounts for people who prove that a mailbox is theirs. Whether an address has one already is told to its mailbox alone. */
export class Registration {
  readonly #needs: Required<Needs>;
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(needs: Needs) {
    this.#needs = { now: Date.now, ...needs };
  }

  /** Of an attempt that somebody comes back to; undefined for one that has not begun, or whose code is over. */
  async standing(attempt: string): Promise<Standing | undefined> {
    const found = (await this.#needs.asked.find(attempt)) as Asked | undefined;
    const isOver = !found || found.until <= this.#needs.now() || found.tries >= MOST_TRIES;
    return isOver ? undefined : { email: found.email, isMade: found.made !== undefined };
  }

  /** Sends a code to the address, or a word that there is an account. */
  async ask(attempt: string, address: string, language: string): Promise<RegisterProblem | undefined> {
    const email = plainAddress(address);
    if (!isAddress(email)) return 'email-wrong';
    return this.#inTurn(email, async () => {
      if (!(await this.#mayWrite(email))) return 'too-many';
      const { accounts, asked, now, mailbox, operator } = this.#needs;
      const words = registerWords(language);
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      const isKnown = await accounts.hasAddress(email);
      const until = now() + CODE_HOLDS * 1000;
      await asked.upsert(attempt, { email, hash: markOf(isKnown ? `${code} is nothing` : code), tries: 0, until }, CODE_HOLDS);
      await mailbox.send(email, { subject: words.mailSubject(operator), text: isKnown ? words.mailKnown : words.mailCode(code), at: new Date(now()).toISOString() });
      return undefined;
    });
  }

  /** The person, when the code is right; else what is wrong. A code is good once: sent again, as it was, it answers the one it made. */
  async finish(attempt: string, { code, name, password }: { code: string; name: string; password: string }): Promise<Person | RegisterProblem> {
    if (name.trim() === '') return 'name-missing';
    if (password.length < SHORTEST_PASSWORD) return 'password-short';
    const { asked } = this.#needs;
    const email = ((await asked.find(attempt)) as Asked | undefined)?.email;
    if (email === undefined) return 'code-over';
    // By the address, not by the attempt: two windows with one address must not both find that it has no account.
    return this.#inTurn(email, async () => {
      const { now, accounts } = this.#needs;
      const found = (await asked.find(attempt)) as Asked | undefined;
      if (!found || found.email !== email || found.until <= now() || found.tries >= MOST_TRIES) return 'code-over';
      const isRight = timingSafeEqual(Buffer.from(markOf(code.replaceAll(/\s/g, ''))), Buffer.from(found.hash));
      if (!isRight) {
        const { hash, tries, until } = found;
        await asked.upsert(attempt, { email, hash, tries: tries + 1, until }, CODE_HOLDS);
        return 'code-wrong';
      }
      if (found.made !== undefined) {
        const person = await accounts.whose(email, password);
        return person?.sub === found.made ? person : 'code-over';
      }
      // Somebody made one in another window meanwhile: it stands.
      if (await accounts.hasAddress(email)) return 'code-over';
      const person = await accounts.make({ email, name: name.trim().slice(0, 80), password });
      await asked.upsert(attempt, { ...found, made: person.sub }, CODE_HOLDS);
      return person;
    });
  }

  async #mayWrite(email: string): Promise<boolean> {
    const { asked, now } = this.#needs;
    const id = `letters ${markOf(email)}`;
    const { sent = [] } = ((await asked.find(id)) as { sent?: number[] } | undefined) ?? {};
    const lately = sent.filter((at) => now() - at < HOUR * 1000);
    if (lately.length >= MOST_LETTERS) return false;
    await asked.upsert(id, { sent: [...lately, now()] }, HOUR);
    return true;
  }

  /** Guesses sent all at once are counted one by one. */
  async #inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
    const mine = (this.#turns.get(name) ?? Promise.resolve()).then(work, work);
    this.#turns.set(name, mine);
    try {
      return await mine;
    } finally {
      if (this.#turns.get(name) === mine) this.#turns.delete(name);
    }
  }
}
