import { type Charge, ChargeKind, type Money, type Reason, type Tier } from '@faceplate/contracts';
import { fromDecimal } from '@faceplate/domain';
import { at, characteristic, meaningOf, money, needed, number, period, records, text, whole } from '../tmf/read.ts';
import type { Setting } from '../tmf/setting.ts';
import type { TmfBody } from '../upstream/types.ts';

/** More steps than any price list has; more days than any period. */
const MOST_TIERS = 100;
const DAYS = [0, 1000] as const;

/** A TMF678 appliedCustomerBillingRate as a line of a bill. */
export function chargeOf(body: TmfBody, setting: Setting): Charge {
  const id = needed(text(body, 'id'), 'id');
  const net = netOf(body, setting.currency);
  const covered = period(setting.zone, body, 'periodCoverage');
  const service = serviceOf(body);
  const kind = kindOf(body);
  const gross = money(net.currency, body, 'taxIncludedAmount');
  return {
    id,
    kind,
    name: text(body, 'name') ?? text(body, 'description') ?? 'Charge',
    ...(service && { service }),
    ...(covered && { period: covered }),
    net,
    taxRate: number(body, 'appliedTax', 'taxRate') ?? 0,
    ...(gross?.currency === net.currency && { gross, ...taxIncludedIn(body) }),
    ...factsOf(body, net.currency),
    // Single uses are asked for by product.
    ...(kind === 'usage' && service && { hasEvents: true }),
  };
}

/** Ours says so of a price that was agreed with tax in it. */
const taxIncludedIn = (body: TmfBody): Pick<Charge, 'taxIncluded'> =>
  records(body, 'characteristic').some((fact) => text(fact, 'name') === 'taxIncluded' && fact['value'] === true) ? { taxIncluded: true } : {};

function netOf(body: TmfBody, currency: string): Money {
  return needed(money(currency, body, 'taxExcludedAmount'), 'taxExcludedAmount');
}

/** A line of a bill; one that was run up on another account than the bill's names it. */
export function chargeOn(body: TmfBody, billAccountId: string, setting: Setting): Charge {
  const charge = chargeOf(body, setting);
  const id = text(body, 'billingAccount', 'id');
  return id === undefined || id === billAccountId ? charge : { ...charge, account: { id, name: text(body, 'billingAccount', 'name') ?? id } };
}

/** How the amount came about, as far as a system tells. Ours does in characteristics; what makes no sense is as if it were not there. */
function factsOf(body: TmfBody, currency: string): Pick<Charge, 'quantity' | 'tiers' | 'included' | 'days' | 'reason'> {
  const facts = records(body, 'characteristic');
  const unit = characteristic(facts, 'unit');
  const [value, included] = ['quantity', 'includedQuantity'].map((name) => number(characteristic(facts, name)));
  const [tiers, days, reason] = [tiersIn(records(facts.find((fact) => text(fact, 'name') === 'tiers'), 'value'), currency), daysOf(facts), reasonOf(facts)];
  return {
    ...(value !== undefined && unit && { quantity: { value, unit } }),
    ...(included !== undefined && included > 0 && unit && { included: { value: included, unit } }),
    ...(tiers && { tiers }),
    ...(days && { days }),
    ...(reason && { reason }),
  };
}

/** A price list of which one step cannot be read explains nothing: all of it, or none. */
export function tiersIn(listed: readonly TmfBody[], currency: string): Tier[] | undefined {
  const tiers = listed.slice(0, MOST_TIERS).flatMap((one) => tierOf(one, currency) ?? []);
  return tiers.length > 0 && tiers.length === Math.min(listed.length, MOST_TIERS) ? tiers : undefined;
}

function tierOf(body: TmfBody, currency: string): Tier | undefined {
  const quantity = number(body, 'quantity');
  const [each, amount] = ['each', 'amount'].map((name) => decimal(body, name, currency));
  return quantity !== undefined && each && amount ? { quantity, each, amount } : undefined;
}

function decimal(body: TmfBody, name: string, currency: string): Money | undefined {
  const found = at(body, name);
  if (typeof found !== 'number' && typeof found !== 'string') return undefined;
  try {
    return fromDecimal(found, currency);
  } catch {
    return undefined;
  }
}

function daysOf(facts: readonly TmfBody[]): Charge['days'] {
  const [charged, of] = ['daysCharged', 'daysOf'].map((name) => whole(DAYS, characteristic(facts, name)));
  return charged !== undefined && of !== undefined && charged <= of && of > 0 ? { charged, of } : undefined;
}

const REASONS: Readonly<Record<string, Reason['kind']>> = {
  product: 'product', ticket: 'ticket', 'service-level': 'service-level', payment: 'payment', bill: 'bill', charge: 'charge', order: 'order',
};

function reasonOf(facts: readonly TmfBody[]): Reason | undefined {
  const kind = meaningOf(REASONS, characteristic(facts, 'reasonKind'));
  const id = characteristic(facts, 'reason');
  return kind && id !== undefined ? { kind, id } : undefined;
}

/** Our extension says it exactly; of a foreign system only TM Forum's three types are known. */
function kindOf(body: TmfBody): Charge['kind'] {
  const named = ChargeKind.safeParse(characteristic(records(body, 'characteristic'), 'chargeKind'));
  if (named.success) return named.data;
  const type = text(body, 'type')?.toLowerCase() ?? '';
  if (type.includes('credit')) return 'credit';
  if (type.includes('penalty')) return 'penalty';
  return period('UTC', body, 'periodCoverage') ? 'recurring' : 'one-off';
}

function serviceOf(body: TmfBody): Charge['service'] {
  const productId = text(body, 'product', 'id');
  // The identifier (a number, an address) tells more than the product's name, which the line has already.
  const name = text(body, 'description') ?? text(body, 'product', 'name');
  return productId && name ? { productId, name } : undefined;
}
