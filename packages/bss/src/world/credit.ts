import { money } from '../customer-bill/amounts.ts';
import type { Draft } from './draft.ts';
import type { Segment } from './family.ts';
import { dayIn, iso } from './zone.ts';

/** Whose account it is, and how they pay. */
interface Holder {
  id: string;
  owner: { id: string };
  segment: Segment;
  tardiness?: number;
}

/** What the credit agency said last (TMF629): a score from 0 to 1000, and a rating of the risk from 1, low, to 5. */
export function creditProfileOf(draft: Draft, { owner, tardiness = 0 }: Holder) {
  const dice = draft.dice('credit profile', owner.id);
  const isPoor = tardiness > 0.1 && dice.chance(0.3);
  const creditScore = isPoor ? dice.between(140, 290) : dice.between(420, 960);
  const asked = dayIn(draft.month - dice.between(1, 20));
  return [
    {
      creditProfileDate: iso(asked),
      validFor: { startDateTime: iso(asked) },
      creditScore,
      creditRiskRating: Math.min(5, 6 - Math.ceil(creditScore / 200)),
    },
  ];
}

/** How much an account may owe at a time: a company more than a household. */
export function creditLimitOf(draft: Draft, { id, segment }: Holder): { unit: string; value: number } {
  if (segment === 'business') return money(2_500_000);
  return money(draft.dice('credit limit', id).pick([100_000, 150_000, 200_000]));
}
