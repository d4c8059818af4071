import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Adapter, FindAccount } from 'oidc-provider';
import { plainAddress } from './mailbox.ts';
import { DEMO_PASSWORD, type IdpOptions, type Person } from './types.ts';

const derive = promisify(scrypt) as (password: string, salt: string, length: number) => Promise<Buffer>;
const digest = (text: string) => createHash('sha256').update(text).digest();

interface KeptAccount extends Person {
  salt: string;
  hash: string;
}

/** Who can sign in: the people of the demonstration, and those who made an account. */
export class Accounts {
  readonly #kept: Adapter;
  readonly #bySub: ReadonlyMap<string, Person>;
  readonly #byUsername: ReadonlyMap<string, Person>;
  readonly #byEmail: ReadonlyMap<string, Person>;
  readonly #passwordOf: (person: Person) => string;

  constructor({ people, passwordOf = () => DEMO_PASSWORD }: Pick<IdpOptions, 'people' | 'passwordOf'>, kept: Adapter) {
    this.#kept = kept;
    this.#bySub = new Map(people.map((person) => [person.sub, person]));
    this.#byUsername = new Map(people.map((person) => [person.username.toLowerCase(), person]));
    this.#byEmail = new Map(people.map((person) => [plainAddress(person.email), person]));
    this.#passwordOf = passwordOf;
  }

  readonly find: FindAccount = async (_ctx, sub) => {
    const person = this.#bySub.get(sub) ?? (await this.#made(sub));
    if (!person) return undefined;
    const { name, username, email, persona } = person;
    return {
      accountId: sub,
      claims: () => ({ sub, name, preferred_username: username, persona, email, email_verified: true }),
    };
  };

  /** Whose username and password these are, or nobody's. An unknown username costs the same work as a wrong password. */
  async whose(username: string, password: string): Promise<Person | undefined> {
    const wanted = plainAddress(username);
    const person = this.#byUsername.get(wanted);
    const made = person ? undefined : ((await this.#kept.findByUid(wanted)) as KeptAccount | undefined);
    const hash = await derive(password, made?.salt ?? 'nobody', 32);
    if (made) return timingSafeEqual(hash, Buffer.from(made.hash, 'base64url')) ? made : undefined;
    const expected = person ? this.#passwordOf(person) : '';
    return timingSafeEqual(digest(password), digest(expected)) ? person : undefined;
  }

  /** Whether somebody has an account with this address. */
  async hasAddress(email: string): Promise<boolean> {
    const wanted = plainAddress(email);
    return this.#byEmail.has(wanted) || (await this.#kept.findByUid(wanted)) !== undefined;
  }

  /** Makes an account whose address has been proved. It is nobody yet at the operator. */
  async make({ email, name, password }: { email: string; name: string; password: string }): Promise<Person> {
    const salt = randomBytes(16).toString('base64url');
    const person: Person = { sub: `person-${randomBytes(12).toString('hex')}`, username: plainAddress(email), name, email: plainAddress(email), persona: 'consumer' };
    const hash = (await derive(password, salt, 32)).toString('base64url');
    await this.#kept.upsert(person.sub, { ...person, uid: person.username, salt, hash }, undefined);
    return person;
  }

  async #made(sub: string): Promise<Person | undefined> {
    return (await this.#kept.find(sub)) as KeptAccount | undefined;
  }
}
