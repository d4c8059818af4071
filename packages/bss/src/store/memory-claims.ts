import type { Claim, ClaimNote, ClaimReader, ClaimWriter } from './claims.ts';
import { compareText } from './match.ts';

type Space = Map<string, Claim>;

const dropped = (claims: Space | undefined, before: string): string[] =>
  [...(claims?.values() ?? [])].filter(({ at }) => at !== undefined && at < before).map(({ key }) => key);

const holdersIn = (claims: Iterable<Claim>): Map<string, string> =>
  new Map([...claims].toSorted((a, b) => compareText(a.key, b.key)).map(({ key, holder }) => [key, holder]));

/** The claims of a store in memory, all that is committed. */
export class MemoryClaims implements ClaimReader {
  readonly #spaces = new Map<string, Space>();

  in(space: string): Space | undefined {
    return this.#spaces.get(space);
  }

  async claimOf(space: string, key: string): Promise<Claim | undefined> {
    return structuredClone(this.in(space)?.get(key));
  }

  async holderOf(space: string, key: string): Promise<string | undefined> {
    return this.in(space)?.get(key)?.holder;
  }

  async holders(space: string): Promise<Map<string, string>> {
    return holdersIn(this.in(space)?.values() ?? []);
  }

  set(space: string, key: string, claim: Claim | undefined): void {
    const claims = this.#spaces.get(space) ?? new Map<string, Claim>();
    if (claim) claims.set(key, claim);
    else claims.delete(key);
    if (claims.size > 0) this.#spaces.set(space, claims);
    else this.#spaces.delete(space);
  }
}

/** The claims as one transaction sees and changes them; `commit` makes its changes everybody's. */
export class DraftClaims implements ClaimWriter {
  readonly #committed: MemoryClaims;
  /** By space and key; undefined is a key set free. */
  readonly #own = new Map<string, Map<string, Claim | undefined>>();

  constructor(committed: MemoryClaims) {
    this.#committed = committed;
  }

  #found(space: string, key: string): Claim | undefined {
    const own = this.#own.get(space);
    return own?.has(key) ? own.get(key) : this.#committed.in(space)?.get(key);
  }

  #set(space: string, key: string, claim: Claim | undefined): void {
    const own = this.#own.get(space) ?? new Map<string, Claim | undefined>();
    this.#own.set(space, own.set(key, claim));
  }

  #all(space: string): Space {
    const all = new Map(this.#committed.in(space));
    for (const [key, claim] of this.#own.get(space) ?? []) {
      if (claim) all.set(key, claim);
      else all.delete(key);
    }
    return all;
  }

  async claimOf(space: string, key: string): Promise<Claim | undefined> {
    return structuredClone(this.#found(space, key));
  }

  async holderOf(space: string, key: string): Promise<string | undefined> {
    return this.#found(space, key)?.holder;
  }

  async holders(space: string): Promise<Map<string, string>> {
    return holdersIn(this.#all(space).values());
  }

  async claim(space: string, key: string, holder: string, note: ClaimNote = {}): Promise<string> {
    const found = this.#found(space, key);
    if (!found) this.#set(space, key, structuredClone({ key, holder, ...note }));
    return found?.holder ?? holder;
  }

  async release(space: string, key: string): Promise<boolean> {
    const found = this.#found(space, key) !== undefined;
    if (found) this.#set(space, key, undefined);
    return found;
  }

  async expire(space: string, before: string): Promise<number> {
    const keys = dropped(this.#all(space), before);
    for (const key of keys) this.#set(space, key, undefined);
    return keys.length;
  }

  /** Transactions in memory run one at a time: there is no other. */
  async hold(): Promise<boolean> {
    return true;
  }

  commit(): void {
    for (const [space, claims] of this.#own) {
      for (const [key, claim] of claims) this.#committed.set(space, key, claim);
    }
  }
}
