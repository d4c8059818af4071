import type { LocalDate, Money } from '@faceplate/contracts';

/** What was agreed for a product from a day on: the plan it is, what it costs a month, tax included. */
export interface Term {
  /** Absent: since it began. */
  from?: LocalDate;
  plan?: string;
  monthly?: Money;
}

/** What a product's own record says of its life, as far as it says it. */
export interface ProductFacts {
  id: string;
  startedOn?: LocalDate;
  /** The last day on which the customer had it. */
  endedOn?: LocalDate;
  /** Oldest first. From one to the next something was changed: the plan, or only its price. */
  terms?: readonly Term[];
  /** `until` is the last day. */
  promotions?: readonly { from?: LocalDate; until?: LocalDate }[];
  /** When its instalments begin and end; `until` is the day of the last one. */
  instalments?: { from?: LocalDate; until?: LocalDate };
  /** The product in whose place it came. */
  replaces?: string;
  /** The account it is billed to now, and when it came there. */
  accountId?: string;
  movedOn?: LocalDate;
}

/** Bills of `from` and later have the charges of an account beside their own; those of `until` and later have not. */
export interface Joined {
  accountId: string;
  from: LocalDate;
  until?: LocalDate;
}

/** What is known beside two bills. Nothing at all is allowed: then less can be named. */
export interface BillFacts {
  products: readonly ProductFacts[];
  /** Ids of tickets that are disputes: a credit that goes back to one is its outcome. */
  disputes?: readonly string[];
  /** Other accounts whose charges stand, or have stood, on these bills. */
  joined?: readonly Joined[];
}

/** From the first day of the bill before to the last of this one: only what happens in it can tell them apart. */
export interface Window {
  from: LocalDate;
  to: LocalDate;
}

export const lies = (day: LocalDate | undefined, { from, to }: Window): day is LocalDate => day !== undefined && from <= day && day <= to;
