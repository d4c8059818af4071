import { dayInWords, moneyOf, type Ref } from '../catalogue/read.ts';

/** Every reason there is for a no, and the family it belongs to. The codes are stable: others translate and count by them. */
export const REASONS = {
  addressMissing: 'place',
  addressUnknown: 'place',
  flatMissing: 'place',
  notServed: 'place',
  speedNotReached: 'place',
  noCapacity: 'place',
  availableLater: 'place',
  deviceLacksEsim: 'device',
  deviceLacksBand: 'device',
  routerUnfit: 'device',
  deviceUnfit: 'device',
  conflictsWithOwned: 'product',
  conflictsInCart: 'product',
  productNotActive: 'product',
  requiredMissing: 'prerequisite',
  bundleIncomplete: 'prerequisite',
  bundleTooFull: 'prerequisite',
  commitmentRuns: 'contract',
  noticeRuns: 'contract',
  creditScoreLow: 'money',
  overdueOpen: 'money',
  creditLimitReached: 'money',
  identityUnproven: 'identity',
  underAge: 'age',
  roleMayNotOrder: 'policy',
  offerNotAllowed: 'policy',
  spendLimitPassed: 'policy',
  outOfStock: 'stock',
  offerRetired: 'sale',
  offerNoLongerSold: 'sale',
  offerNotYetSold: 'sale',
  offerNotReady: 'sale',
  offerNotSoldAlone: 'sale',
  segmentMismatch: 'sale',
} as const;

export type ReasonCode = keyof typeof REASONS;
export type Family = (typeof REASONS)[ReasonCode];

export type RemedyAction =
  | 'addRequired'
  | 'askApprover'
  | 'askForHigherLimit'
  | 'changeQuantity'
  | 'chooseDevice'
  | 'chooseFlat'
  | 'chooseOther'
  | 'correctAddress'
  | 'giveAddress'
  | 'includeGuardian'
  | 'none'
  | 'pay'
  | 'proveIdentity'
  | 'registerInterest'
  | 'remove'
  | 'swap'
  | 'waitUntil';

/**
 * What turns the no into a yes; `none` says why nothing does. `registerInterest` is done by a PATCH of the
 * qualification with `registerInterest: true`.
 */
export interface Remedy {
  action: RemedyAction;
  label: string;
  productOffering?: Ref;
  /** What stands in the way: a product that is owned. */
  product?: Ref;
  /** The same, as an item of the same request. */
  itemId?: string;
  date?: string;
  amount?: { unit: string; value: number };
  /** Who can say yes. */
  approver?: Ref;
  /** What else was probably meant: addresses, flats. */
  choices?: readonly Ref[];
}

/** What the words name, apart from them: who says it in another language needs it. Instants as RFC 3339, amounts as TMF Money. */
export type Facts = Readonly<Record<string, string | number | readonly string[] | { unit: string; value: number } | undefined>>;

export interface Reason {
  code: ReasonCode;
  family: Family;
  /** In plain words, for the customer. */
  label: string;
  remedy: Remedy;
  facts: Facts;
}

export function reason(code: ReasonCode, label: string, remedy: Remedy, facts: Facts = {}): Reason {
  return { code, family: REASONS[code], label, remedy, facts };
}

const PLACELESS: readonly ReasonCode[] = ['addressMissing', 'addressUnknown', 'flatMissing'];

/** What the asker has to tell us before the question can be answered; TM Forum has an event for it. */
export function informationFor(reasons: readonly Pick<Reason, 'code'>[]): { informationRequired?: 'place' } {
  return reasons.some(({ code }) => PLACELESS.includes(code)) ? { informationRequired: 'place' } : {};
}

export const named = ({ id, name }: Ref): Ref => ({ id, name });

/** Choose this one instead; where there is none, why not. */
export function chooseOther(other: Ref | undefined, without: string): Remedy {
  if (!other) return { action: 'none', label: without };
  return { action: 'chooseOther', label: `Choose ${other.name} instead.`, productOffering: named(other) };
}

export function waitUntil(date: number, what: string): Remedy {
  return { action: 'waitUntil', label: `${what} from ${dayInWords(date)}.`, date: instantOf(date) };
}

export const instantOf = (moment: number): string => new Date(moment).toISOString();

export const pay = (cents: number, label: string): Remedy => ({ action: 'pay', label, amount: moneyOf(cents) });
