import type { Money, PaymentMeans, PaymentPart, PaymentStatus } from '@faceplate/contracts';
import type { ProviderPayment, ProviderState, WhyFailed } from './provider.ts';

/**
 * `new`: written down, and the provider not known to have it. `open`: it has it. `taken`: it took the money, and billing
 * does not know yet. `told`: billing has it. `booked`: its bills are settled by it. The rest came to nothing.
 */
export type AttemptState = 'new' | 'open' | 'taken' | 'told' | 'booked' | 'failed' | 'abandoned';

/** One payment of a customer's, from the wish to the bill. */
export interface Attempt {
  id: string;
  /** For people. */
  reference: string;
  /** Party id of who pays. */
  person: string;
  /** Who may hear that it changed. */
  partyIds: string[];
  parts: PaymentPart[];
  amount: Money;
  /** What was asked for, to tell a repeat from another wish under the same key. */
  asked: string;
  /** Under which the provider keeps this person's means. */
  customer: string;
  meansId?: string;
  keep: boolean;
  returnUrl: string;
  description: string;
  state: AttemptState;
  providerId?: string;
  actionUrl?: string;
  means?: { kind: PaymentMeans['kind']; name: string };
  why?: WhyFailed;
  /** RFC 3339 in UTC. */
  at: string;
  settledAt?: string;
  /** Its records in billing: one in each system that has an account of it. */
  billingIds?: string[];
  /** Grows with every change: whoever changes it names the one that was seen. */
  version: number;
  /** Looks of our own since its last change: they become rarer. */
  looks: number;
}

/** Its parts are on their way: nobody may pay them a second time. */
export const isUnderWay = ({ state }: Pick<Attempt, 'state'>): boolean => state === 'new' || state === 'open' || state === 'taken' || state === 'told';

/** It came to nothing. */
export const hasEnded = ({ state }: Pick<Attempt, 'state'>): boolean => state === 'failed' || state === 'abandoned';

/** What the provider says, taken over; nothing it says undoes what was settled, and money that moved counts whatever we thought before. */
export function heeding(attempt: Attempt, said: ProviderPayment, now: Date): Attempt {
  if (!mayHeed(attempt, said)) return attempt;
  const { actionUrl: _before, ...rest } = attempt;
  return { ...rest, providerId: said.id, ...(said.means && { means: said.means }), ...NEXT[said.state](said, now.toISOString()) };
}

const mayHeed = ({ state }: Attempt, said: ProviderPayment): boolean =>
  state === 'new' || state === 'open' || (hasEnded({ state }) && said.state === 'succeeded');

const NEXT: Readonly<Record<ProviderState, (said: ProviderPayment, at: string) => Pick<Attempt, 'state'> & Partial<Attempt>>> = {
  succeeded: (_said, settledAt) => ({ state: 'taken', settledAt }),
  failed: ({ why = 'declined' }, settledAt) => ({ state: 'failed', settledAt, why }),
  cancelled: () => ({ state: 'abandoned' }),
  processing: () => ({ state: 'open' }),
  'needs-payer': ({ action }) => ({ state: 'open', ...(action && { actionUrl: action.url }) }),
};

/** Our word for where it stands. Paid is what billing has. */
export function statusOf({ state, actionUrl }: Attempt): PaymentStatus {
  if (state === 'told' || state === 'booked') return 'paid';
  if (state === 'failed' || state === 'abandoned') return state;
  return state === 'open' && actionUrl !== undefined ? 'needs-you' : 'processing';
}

const facts = ({ version: _version, looks: _looks, ...rest }: Attempt): string => JSON.stringify(Object.entries(rest).toSorted(([one], [other]) => (one < other ? -1 : 1)));

/** Nothing to be written down. */
export const isSame = (one: Attempt, other: Attempt): boolean => facts(one) === facts(other);
