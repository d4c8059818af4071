import type { Dice } from '../world/random.ts';

export interface DisputeDecision {
  outcome: 'granted' | 'partlyGranted' | 'refused';
  /** Cents, tax included. */
  granted: number;
  reason: string;
}

/** Up to here looking into it costs more than it is worth. Cents. */
const GOODWILL = 2500;

/**
 * Reasons by which a bill is said to be wrong. A person looks into those, however small: whoever is right wants the
 * bill put right and not a gift. Everything else, "a fault spoilt my month", asks us to be kind.
 */
const CLAIMS: readonly unknown[] = ['not-mine', 'wrong-amount', 'cancelled-before', 'agreed-otherwise'];

/** Is a dispute given at once, as what it is worth is less than the work? Cents; `reason` as the ticket says it, if it does. */
export const isGoodwill = (amount: number, reason: unknown): boolean => amount <= GOODWILL && !CLAIMS.includes(reason);

const euros = (cents: number) => `€${(cents / 100).toFixed(2)}`;

/**
 * What our billing people find: small amounts are given without a question; of
 * the others most turn out to be our mistake, some in part, some not at all.
 */
export function decideDispute(amount: number, dice: Dice, reason?: unknown): DisputeDecision {
  if (isGoodwill(amount, reason)) return { outcome: 'granted', granted: amount, reason: `We take your word for it and give you ${euros(amount)} back.` };
  const found = dice.next();
  if (found < 0.5) return { outcome: 'granted', granted: amount, reason: `The charge was wrong. You get ${euros(amount)} back.` };
  const half = Math.round(amount / 2);
  if (found < 0.75) return { outcome: 'partlyGranted', granted: half, reason: `Part of the charge was wrong. You get ${euros(half)} back; the rest is right and due again.` };
  return { outcome: 'refused', granted: 0, reason: 'We have looked at every item, and the charge is right. It is due again.' };
}
