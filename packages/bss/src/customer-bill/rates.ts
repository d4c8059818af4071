import { centsOf } from './amounts.ts';
import type { Charge, ChargeKind } from './charge.ts';
import type { Act } from '../nouns/noun.ts';
import { instant, objects, oneOf, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';

const KINDS: readonly string[] = ['recurring', 'usage', 'one-off', 'discount', 'credit', 'penalty'] satisfies ChargeKind[];

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

/** A charge as it stands in a document. */
export function chargeIn(rate: Resource): Charge {
  const tax = objects(rate['appliedTax'])[0]?.['taxRate'];
  const covered = objects(rate['periodCoverage'])[0];
  const line = lineOf(rate);
  const [quantity, unit, reason] = [factOf(rate, 'quantity'), factOf(rate, 'unit'), factOf(rate, 'reason')];
  return {
    id: rate.id,
    kind: kindOf(rate),
    name: text(rate['name']) ?? 'Charge',
    net: centsOf(rate['taxExcludedAmount']),
    rate: typeof tax === 'number' ? tax : 0,
    at: instant(rate['date']),
    ...(line && { line }),
    ...(covered && { from: instant(covered['startDateTime']), to: instant(covered['endDateTime']) }),
    ...(typeof quantity === 'number' && { quantity }),
    ...(typeof unit === 'string' && { unit }),
    ...(typeof reason === 'string' && { reason }),
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
