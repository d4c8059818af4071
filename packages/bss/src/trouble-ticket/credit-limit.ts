/** Cents throughout. */
export interface LimitRequest {
  asked: number;
  current: number | undefined;
  overdue: number;
  /** TMF629's `creditScore`, 0 to 1000; undefined where nobody has asked. */
  score: number | undefined;
}

export interface LimitDecision {
  outcome: 'granted' | 'partlyGranted' | 'refused';
  limit: number | undefined;
  reason: string;
}

/** Without a limit so far, what we trust anybody with. */
const FIRST_LIMIT = 20_000;
/** No limit of ours is higher without a guarantee. */
const HIGHEST = 500_000;

const euros = (cents: number) => `€${(cents / 100).toFixed(2)}`;

/** How many times the present limit: a good name counts. */
const factor = (score: number | undefined): number => (score === undefined ? 2 : score >= 800 ? 4 : score >= 500 ? 2 : 1);

/** Our rules for a higher limit; a lower one is always granted. */
export function decideLimit({ asked, current, overdue, score }: LimitRequest): LimitDecision {
  if (asked < 0) return { outcome: 'refused', limit: current, reason: 'A limit is an amount of nothing or more.' };
  if (current !== undefined && asked <= current) return { outcome: 'granted', limit: asked, reason: `Your limit is now ${euros(asked)}.` };
  if (overdue > 0) return { outcome: 'refused', limit: current, reason: `${euros(overdue)} is overdue. Pay it, and ask again.` };
  const most = Math.min(HIGHEST, (current ?? FIRST_LIMIT) * factor(score));
  if (asked <= most) return { outcome: 'granted', limit: asked, reason: `Your limit is now ${euros(asked)}.` };
  if (most <= (current ?? 0)) return { outcome: 'refused', limit: current, reason: 'Your record allows no higher limit today. Ask again after six bills paid in time.' };
  return { outcome: 'partlyGranted', limit: most, reason: `We can go up to ${euros(most)} today. Ask again after six bills paid in time, or offer a guarantee.` };
}
