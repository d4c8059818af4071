import { sha256 } from '../sign-on/encoding.ts';

/** Somebody as an identity provider names them. */
export interface SignedOn {
  issuer: string;
  sub: string;
}

/** A party that was made for a visitor. */
export interface MadeFor {
  guest: string;
  visitor: string;
}

/**
 * Parties that were made for people who ordered without an account, and whose they are since. What a guest typed is
 * nobody's proof: a guest becomes somebody's by an e-mail address that an identity provider has verified.
 */
export interface GuestBook {
  /** A party was made for a visitor of this address; said again, it changes nothing. */
  enter(made: MadeFor, email: string): Promise<void>;
  /**
   * Makes every guest of a verified address this person's who is nobody's yet; the newest first. What this person has claimed
   * and nobody has settled since is answered again: between the two the operator is asked, and may fail.
   */
  claim(person: SignedOn, email: string): Promise<MadeFor[]>;
  /** The party of a person at the operator, where it became theirs by a claim. */
  partyOf(person: SignedOn): Promise<string | undefined>;
  /** From now on this is the person's party; what they claimed is its, too. */
  settle(person: SignedOn, party: string): Promise<void>;
  /** Guests that a party has claimed, besides itself. */
  besides(party: string): Promise<string[]>;
}

/** Whoever reads the book learns no address by it. */
export const addressMark = (email: string): Promise<string> => sha256(`guest ${email.trim().toLowerCase()}`);

interface Entry extends MadeFor {
  mark: string;
  by?: string;
  party?: string;
}

const nameOf = ({ issuer, sub }: SignedOn): string => JSON.stringify([issuer, sub]);

/** A book of one process, for evaluation and tests. */
export function memoryGuests(): GuestBook {
  const entries: Entry[] = [];
  const of = (person: SignedOn) => entries.filter(({ by }) => by === nameOf(person));
  return {
    enter: async (made, email) => {
      const mark = await addressMark(email);
      if (!entries.some(({ guest }) => guest === made.guest)) entries.push({ ...made, mark });
    },
    claim: async (person, email) => {
      const mark = await addressMark(email);
      const party = of(person).find((entry) => entry.party !== undefined)?.party;
      const free = entries.filter((entry) => entry.mark === mark && (entry.by === undefined || (entry.by === nameOf(person) && entry.party === undefined)));
      for (const entry of free) Object.assign(entry, { by: nameOf(person), ...(party !== undefined && { party }) });
      return free.map(({ guest, visitor }) => ({ guest, visitor })).toReversed();
    },
    partyOf: (person) => Promise.resolve(of(person).find(({ party }) => party !== undefined)?.party),
    settle: async (person, party) => {
      for (const entry of of(person)) entry.party = party;
    },
    besides: (party) => Promise.resolve(entries.flatMap((entry) => (entry.party === party && entry.guest !== party ? [entry.guest] : []))),
  };
}
