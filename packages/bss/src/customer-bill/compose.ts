import type { Charge } from './charge.ts';
import type { Cycle } from './period.ts';
import { instalmentOf, type Plan } from './instalments.ts';
import { standingCharges, type Subscription } from './standing.ts';
import { withinTolerance } from './tolerance.ts';
import { capCredits, type Totals, totalsOf } from './totals.ts';

/** What one account brings to a bill. */
export interface AccountMatter {
  subscriptions: readonly Subscription[];
  plans: readonly Plan[];
  /** What has been run up and not billed: use, credits, fees, and forecasts of what stands. */
  unbilled: readonly Charge[];
  fees: readonly Charge[];
  /** Standing charges of this cycle that an earlier bill had. */
  billed: ReadonlySet<string>;
}

/** Everything a bill is made of. */
export interface BillMatter extends AccountMatter {
  cycle: Cycle;
  /** What comes about from then on is for another bill. */
  until: number;
  /** Other accounts whose charges stand on it. */
  joined?: readonly (AccountMatter & { account: { id: string; name: string } })[];
}

export interface ComposedBill {
  charges: Charge[];
  totals: Totals;
  /** Credits that found nothing to take from. */
  left: Charge[];
  /** Forecasts that did not come about. */
  dropped: Charge[];
}

/** What makes a standing charge the same one in a forecast and on a bill. */
export const standingKey = ({ kind, line, from, name }: Charge): string => `${line?.id ?? ''}/${kind}/${from ?? ''}${kind === 'discount' ? `/${name}` : ''}`;

/** A price or a discount by the month: what a forecast can say beforehand. */
export const isMonthly = ({ kind, line }: Charge): boolean => line !== undefined && (kind === 'recurring' || kind === 'discount' || kind === 'instalment');

/**
 * A forecast of what stands is reckoned anew when the bill is made, and put in
 * the document the forecast stands in; of everything else, what stands counts.
 */
function inPlace(standing: readonly Charge[], ripe: readonly Charge[]): { charges: Charge[]; dropped: Charge[] } {
  const forecasts = new Map(ripe.map((charge) => [standingKey(charge), charge]));
  const reckoned = standing.map((charge) => {
    const id = forecasts.get(standingKey(charge))?.id;
    return { ...charge, ...(id !== undefined && { id }) };
  });
  const taken = new Set(reckoned.map(({ id }) => id));
  const rest = ripe.filter(({ id }) => !taken.has(id));
  return { charges: [...reckoned, ...rest.filter((charge) => !isMonthly(charge))], dropped: rest.filter(isMonthly) };
}

/** The lines that one account brings, before credits are set against them. */
function linesOf({ subscriptions, plans, unbilled, fees, billed }: AccountMatter, { cycle, until }: Pick<BillMatter, 'cycle' | 'until'>): { charges: Charge[]; dropped: Charge[] } {
  const ripe = unbilled.filter(({ at }) => at < until);
  const standing = subscriptions.flatMap((subscription) => standingCharges(subscription, cycle)).filter(({ at }) => at < until);
  const { charges, dropped } = inPlace(standing.filter((charge) => !billed.has(standingKey(charge))), ripe);
  const instalments = plans.flatMap((plan) => instalmentOf(plan, cycle) ?? []).filter(({ name }) => !billed.has(name));
  return { charges: [...charges, ...instalments, ...fees], dropped };
}

const isNothing = ({ net, tax = 0 }: Charge): boolean => net === 0 && tax === 0;

/** Pure: the lines of a bill and what they come to. */
export function compose({ joined = [], ...matter }: BillMatter): ComposedBill {
  const own = linesOf(matter, matter);
  const others = joined.map(({ account, ...one }) => {
    const { charges, dropped } = linesOf(one, matter);
    return { charges: charges.map((charge) => ({ ...charge, account })), dropped };
  });
  const capped = capCredits([own, ...others].flatMap(({ charges }) => charges));
  const lines = withinTolerance(capped.charges.filter((charge) => !isNothing(charge)));
  const nothing = capped.charges.filter((charge) => isNothing(charge) && charge.id !== undefined);
  const dropped = [own, ...others].flatMap((one) => one.dropped);
  return { charges: lines, totals: totalsOf(lines), left: capped.left, dropped: [...dropped, ...nothing] };
}
