import { LineOfBusiness, type Money, type Product } from '@faceplate/contracts';
import { add } from '@faceplate/domain';
import { characteristic, day, lastDay, meaningOf, money, needed, records, text } from '../tmf/read.ts';
import type { Setting } from '../tmf/setting.ts';
import type { TmfBody } from '../upstream/types.ts';

// TM Forum's own list holds "aborted " with a blank; `text` has trimmed it.
const STATUSES: Readonly<Record<string, Product['status']>> = {
  created: 'pending',
  pendingActive: 'pending',
  active: 'active',
  pendingTerminate: 'active',
  suspended: 'suspended',
  terminated: 'ended',
  cancelled: 'ended',
  aborted: 'ended',
};

/** A TMF637 product. `undefined` for one that the operator keeps from customers' eyes. */
export function productOf(body: TmfBody, setting: Setting): Product | undefined {
  if (body['isCustomerVisible'] === false) return undefined;
  const facts = records(body, 'productCharacteristic');
  const id = needed(text(body, 'id'), 'id');
  return {
    id,
    name: text(body, 'name') ?? text(body, 'productOffering', 'name') ?? needed(text(body, 'description'), 'name'),
    lineOfBusiness: lineOf(characteristic(facts, 'lineOfBusiness')),
    status: needed(meaningOf(STATUSES, text(body, 'status')), 'status'),
    ...optional({
      identifier: characteristic(facts, 'identifier') ?? text(body, 'productSerialNumber'),
      accountId: text(body, 'billingAccount', 'id'),
      offerId: text(body, 'productOffering', 'id'),
      startedOn: day(setting.zone, body, 'startDate'),
      termEndsOn: termEnd(body, setting.zone),
      monthly: monthlyOn(body, setting),
    }),
  };
}

export function lineOf(value: string | undefined): LineOfBusiness {
  const known = LineOfBusiness.safeParse(value?.toLowerCase());
  return known.success ? known.data : 'other';
}

/** The attributes that are known; the contract leaves out what is not. */
export const optional = <T extends object>(attributes: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };

const termEnd = (body: TmfBody, zone: string) =>
  records(body, 'productTerm').flatMap((term) => lastDay(zone, term, 'validFor', 'endDateTime') ?? []).toSorted().at(-1);

/** Does a price hold today? Those that held before, or will, may stand beside it. */
function holds(price: TmfBody, { zone, today }: Pick<Setting, 'zone' | 'today'>): boolean {
  const [from, to] = [day(zone, price, 'validFor', 'startDateTime'), lastDay(zone, price, 'validFor', 'endDateTime')];
  return (from === undefined || from <= today) && (to === undefined || today <= to);
}

/** What a product costs a month, as of a day (`today`). */
export const monthlyOn = (body: TmfBody, setting: Pick<Setting, 'zone' | 'today' | 'currency'>): Money | undefined =>
  monthlyOf(records(body, 'productPrice').filter((price) => holds(price, setting)), setting.currency);

/** What recurs each month, tax included, in the currency of the first price. */
export function monthlyOf(prices: readonly TmfBody[], currency: string): Money | undefined {
  const [first, ...rest] = prices
    .filter((price) => /^recurring$/i.test(text(price, 'priceType') ?? '') && /^month/i.test(text(price, 'recurringChargePeriod') ?? 'month'))
    .flatMap((price) => money(currency, price, 'price', 'taxIncludedAmount') ?? []);
  return first && rest.filter((price) => price.currency === first.currency).reduce(add, first);
}
