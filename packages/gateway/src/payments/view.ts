import type { Payment, PaymentPart } from '@faceplate/contracts';
import { sum } from '@faceplate/domain';
import { type Attempt, statusOf } from './attempt.ts';
import type { WhyFailed } from './provider.ts';

const WHY: Readonly<Record<WhyFailed, string>> = {
  'insufficient-funds': 'There was not enough money on the card.',
  'card-expired': 'The card is too old.',
  'not-confirmed': 'The payment was not confirmed at the bank.',
  'means-gone': 'This way to pay is not kept any more.',
  declined: 'The bank did not accept the payment.',
};

/**
 * A payment as one person may see it: of one that somebody else made for several accounts, the parts that are for theirs.
 * How it was paid, and how to go on, is the payer's alone. `undefined` when none of it is theirs to see.
 */
export function paymentOf(attempt: Attempt, person: string, mine: (part: PaymentPart) => boolean): Payment | undefined {
  const parts = attempt.parts.filter(mine);
  if (parts.length === 0) return undefined;
  const { id, reference, at, settledAt, why } = attempt;
  return {
    id,
    reference,
    status: statusOf(attempt),
    amount: sum(parts.map(({ amount }) => amount), attempt.amount.currency),
    parts,
    at,
    ...(settledAt !== undefined && { settledAt }),
    ...(why !== undefined && { why: WHY[why] }),
    ...(attempt.person === person ? forPayer(attempt) : statusOf(attempt) === 'needs-you' && { status: 'processing' as const }),
  };
}

const forPayer = (attempt: Attempt): Pick<Payment, 'means' | 'action'> => ({
  ...(attempt.means && { means: attempt.means }),
  ...(statusOf(attempt) === 'needs-you' && attempt.actionUrl !== undefined && { action: { url: attempt.actionUrl } }),
});
