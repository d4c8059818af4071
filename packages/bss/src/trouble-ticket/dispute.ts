import type { Dice } from '../world/random.ts';

export interface DisputeDecision {
  outcome: 'granted' | 'partlyGranted' | 'refused';
  /** Cents, tax included. */
  granted: number;
  reason: string;
}

/** Up to here looking into it costs more than it is worth. Cents. */
const GOODWILL = 2500;

const euros = (cents: number) => `€${(cents / 100).toFixed(2)}`;

/**
 * What our billing people find: small amounts are given without a question; of
 * the others most turn out to be our mistake, some in part, some not at all.
 */
export function decideDispute(amount: number, dice: Dice): DisputeDecision {
  if (amount <= GOODWILL) return { outcome: 'granted', granted: amount, reason: `We take your word for it and give you ${euros(amount)} back.` };
  const found = dice.next();
  if (found < 0.5) return { outcome: 'granted', granted: amount, reason: `The charge was wrong. You get ${euros(amount)} back.` };
  const half = Math.round(amount / 2);
  if (found < 0.75) return { outcome: 'partlyGranted', granted: half, reason: `Part of the charge was wrong. You get ${euros(half)} back; the rest is right and due again.` };
  return { outcome: 'refused', granted: 0, reason: 'We have looked at every item, and the charge is right. It is due again.' };
}
