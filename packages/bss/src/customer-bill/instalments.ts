import { split } from '@faceplate/domain/money';
import { centsOf, CURRENCY, sum } from './amounts.ts';
import type { Charge } from './charge.ts';
import type { Cycle } from './period.ts';
import { deferred, REVENUE } from '../ledger/accounts.ts';
import { enter } from '../ledger/entry.ts';
import type { Act } from '../nouns/noun.ts';
import { instant, objects, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { monthNumber } from '../world/zone.ts';

/** A sum that is paid in equal parts, one a month: TMF666's paymentPlan. Minor units, taxed already. */
export interface Plan {
  /** Tells it from the account's other plans. */
  key: string;
  name: string;
  total: number;
  payments: number;
  /** Month of the first part. */
  first: number;
}

const MOST_PAYMENTS = 120;

const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) > 0 && Number(value) <= MOST_PAYMENTS;

/** The plans of an account that are in effect and say what they need to say. */
export function plansOf(account: Resource): Plan[] {
  return objects(account['paymentPlan']).flatMap((plan, at) => {
    const payments = plan['numberOfPayments'];
    const start = instant(objects(plan['validFor'])[0]?.['startDateTime']);
    const total = centsOf(plan['totalAmount']);
    if (!isCount(payments) || start === 0 || total <= 0 || plan['status'] === 'ineffective') return [];
    return [{ key: `${account.id}/${text(plan['id']) ?? at}`, name: text(plan['planType']) ?? 'Instalments', total, payments, first: monthNumber(start) }];
  });
}

/** The part of a plan that falls on a cycle. The parts add up to the whole, to the cent. */
export function instalmentOf(plan: Plan, cycle: Cycle): Charge | undefined {
  const { name, payments, first } = plan;
  const at = cycle.month - first;
  if (at < 0 || at >= payments) return undefined;
  const net = partsOf(plan)[at] ?? 0;
  return { kind: 'deferred', name: `${name}: ${at + 1} of ${payments}`, net, rate: 0, at: cycle.from };
}

const partsOf = ({ total, payments }: Plan): number[] =>
  split({ amount: total, currency: CURRENCY }, Array.from({ length: payments }, () => 1)).map(({ amount }) => amount);

/** Enters what is still to come of each plan when its first part is billed: it was earned then, and is paid for part by part. */
export async function openPlans(act: Act, accountId: string, plans: readonly Plan[], cycle: Cycle): Promise<void> {
  for (const plan of plans) {
    const at = cycle.month - plan.first;
    const entry = `plan/${plan.key}`;
    if (at < 0 || at >= plan.payments || (await act.tx.holderOf('plan', plan.key)) !== undefined) continue;
    await act.tx.claim('plan', plan.key, entry);
    const open = sum(partsOf(plan).slice(at));
    await enter(act, entry, plan.name, [[deferred(accountId), open], [REVENUE, -open]], accountId);
  }
}
