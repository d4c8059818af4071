import { centsOf } from './amounts.ts';
import type { Charge, ChargeKind, ReasonKind, Step } from './charge.ts';
import type { Act } from '../nouns/noun.ts';
import { instant, type Json, objects, oneOf, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';

const KINDS: readonly string[] = ['recurring', 'usage', 'one-off', 'discount', 'credit', 'penalty', 'instalment'] satisfies ChargeKind[];
const REASONS: readonly string[] = ['product', 'ticket', 'service-level', 'payment', 'bill', 'charge', 'order'] satisfies ReasonKind[];

const factOf = (rate: Resource, name: string): unknown => objects(rate['characteristic']).find((fact) => fact['name'] === name)?.['value'];

function kindOf(rate: Resource): ChargeKind {
  if (factOf(rate, 'deferred') === true) return 'deferred';
  const named = factOf(rate, 'chargeKind');
  if (typeof named === 'string' && KINDS.includes(named)) return named as ChargeKind;
  if (rate['type'] === 'appliedBillingCredit') return 'credit';
  return rate['type'] === 'appliedPenaltyCharge' ? 'penalty' : 'one-off';
}

function lineOf(rate: Resource): Charge['line'] {
  const product = objects(rate['product'])[0];
  const id = text(product?.['id']);
  if (id === undefined) return undefined;
  const identifier = text(rate['description']);
  return { id, name: text(product?.['name']) ?? id, ...(identifier !== undefined && { identifier }) };
}

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const centsIn = (decimal: unknown): number => centsOf({ value: decimal });

const stepIn = ({ quantity, each, amount }: Json): Step => ({ quantity: isCount(quantity) ? quantity : 0, each: centsIn(each), amount: centsIn(amount) });

/** What is known of how the amount came about. */
function factsIn(rate: Resource): Partial<Charge> {
  const [quantity, included, charged, of] = ['quantity', 'includedQuantity', 'daysCharged', 'daysOf'].map((name) => factOf(rate, name));
  const tiers = objects(factOf(rate, 'tiers')).map(stepIn);
  const [unit, reason, reasonKind] = ['unit', 'reason', 'reasonKind'].map((name) => text(factOf(rate, name)));
  return {
    ...(isCount(quantity) && { quantity }),
    ...(unit !== undefined && { unit }),
    ...(tiers.length > 0 && { tiers }),
    ...(isCount(included) && { included }),
    ...(isCount(charged) && isCount(of) && { days: { charged, of } }),
    ...(reason !== undefined && { reason }),
    ...(reasonKind !== undefined && REASONS.includes(reasonKind) && { reasonKind: reasonKind as ReasonKind }),
  };
}

/** A charge as it stands in a document. */
export function chargeIn(rate: Resource): Charge {
  const [tax] = objects(rate['appliedTax']);
  const taxRate = tax?.['taxRate'];
  const kind = kindOf(rate);
  const covered = objects(rate['periodCoverage'])[0];
  const line = lineOf(rate);
  return {
    id: rate.id,
    kind,
    name: text(rate['name']) ?? 'Charge',
    net: centsOf(rate['taxExcludedAmount']),
    rate: typeof taxRate === 'number' ? taxRate : 0,
    ...(tax && (kind === 'usage' || factOf(rate, 'taxIncluded') === true) && { tax: centsOf(tax['taxAmount']) }),
    at: instant(rate['date']),
    ...(line && { line }),
    ...(covered && { from: instant(covered['startDateTime']), to: instant(covered['endDateTime']) }),
    ...factsIn(rate),
  };
}

/** Credits that have settled a bill already are on no further bill. */
const isSettled = (rate: Resource): boolean => factOf(rate, 'settled') !== undefined;

/** What an account has run up and no bill has yet. */
export async function unbilledCharges({ tx }: Act, accountId: string): Promise<Charge[]> {
  const where = [oneOf('isBilled', 'false'), oneOf('billingAccount.id', accountId)];
  const { rows } = await tx.list('appliedCustomerBillingRate', { where });
  return rows.filter(({ body }) => !isSettled(body)).map(({ body }) => chargeIn(body));
}

export const isPendingCredit = ({ kind }: Charge): boolean => kind === 'credit';
