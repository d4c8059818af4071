import { Dice, idOf } from '../../world/random.ts';
import type { Resource, StoredRecord } from '../../store/store.ts';

/** Offerings every generated account buys from: monthly price in cents with tax, tax rate, set-up, discount and its months. */
const OFFERS = [
  { monthly: 1499, rate: 19, once: 0, off: 500, months: 3 },
  { monthly: 2499, rate: 19, once: 2999, off: 500, months: 6 },
  { monthly: 3333, rate: 19, once: 0, off: 0, months: 0 },
  { monthly: 1, rate: 19, once: 1, off: 0, months: 0 },
  { monthly: 999, rate: 7, once: 0, off: 333, months: 2 },
  { monthly: 450, rate: 0, once: 0, off: 0, months: 0 },
  { monthly: 1234, rate: 7.7, once: 990, off: 0, months: 0 },
] as const;

export type Offer = (typeof OFFERS)[number];

/** A product as the checker knows it: by local dates, never by the engine's instants. */
export interface PlannedProduct {
  id: string;
  offer: Offer;
  /** First day, and the last one that is paid for. */
  from: string;
  until: string | undefined;
}

export interface PlannedAccount {
  id: string;
  products: PlannedProduct[];
  /** An instalment plan: its sum in cents and its parts. */
  plan: { total: number; payments: number; first: string } | undefined;
  /** Pays by mandate when bills fall due. */
  mandate: boolean;
}

const euros = (cents: number) => ({ unit: 'EUR', value: cents / 100 });
const date = (year: number, month: number, day: number): string => new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

/** A day within the cycles, which begin with the first of 2025; some months before them when early. */
function dayWithin(dice: Dice, cycles: number, early: number): string {
  return date(2025, dice.between(-early, cycles - 1), dice.between(1, 28));
}

function plannedProduct(dice: Dice, id: string, cycles: number): PlannedProduct {
  const from = dayWithin(dice, dice.chance(0.4) ? cycles : 1, 12);
  const until = dice.chance(0.25) ? dayWithin(dice, cycles, 0) : undefined;
  return { id, offer: dice.pick(OFFERS), from, until: until !== undefined && until < from ? from : until };
}

/** The same seed and number make the same account. */
export function plannedAccount(seed: number, number: number, cycles: number): PlannedAccount {
  const dice = new Dice(`r4/${seed}/${number}`);
  const id = idOf(`r4 account/${seed}/${number}`);
  const products = Array.from({ length: dice.between(1, 5) }, (_, at) => plannedProduct(dice, idOf(`r4 product/${seed}/${number}/${at}`), cycles));
  const plan = dice.chance(0.2) ? { total: dice.between(100, 120_000), payments: dice.between(2, 12), first: date(2025, dice.between(0, 6), 1) } : undefined;
  return { id, products, plan, mandate: dice.chance(0.3) };
}

const offerId = (offer: Offer) => idOf(`r4 offer/${OFFERS.indexOf(offer)}`);

/** The catalogue that all accounts share. */
export function* catalogueRecords(): Generator<StoredRecord> {
  for (const [at, { once, off, months }] of OFFERS.entries()) {
    const price = (name: string) => idOf(`r4 price/${at}/${name}`);
    const prices = [...(once > 0 ? [price('once')] : []), ...(off > 0 ? [price('off')] : [])];
    yield { resource: 'productOffering', body: { id: idOf(`r4 offer/${at}`), name: `Offer ${at}`, productOfferingPrice: prices.map((id) => ({ id })) } };
    if (once > 0) yield { resource: 'productOfferingPrice', body: { id: price('once'), priceType: 'oneTime', price: euros(once) } };
    const productOfferingTerm = [{ duration: { amount: months, units: 'month' } }];
    if (off > 0) yield { resource: 'productOfferingPrice', body: { id: price('off'), priceType: 'discount', price: euros(-off), productOfferingTerm } };
  }
}

/** Noon of a local day: the engine has to find the day's own beginning and end. */
const noon = (day: string): string => `${day}T11:00:00.000Z`;

function productBody({ id: accountId }: PlannedAccount, { id, offer, from, until }: PlannedProduct): Resource {
  return {
    id,
    name: `Product ${id}`,
    status: 'active',
    startDate: noon(from),
    ...(until !== undefined && { terminationDate: noon(until) }),
    billingAccount: { id: accountId },
    productOffering: { id: offerId(offer) },
    productCharacteristic: [{ name: 'lineOfBusiness', value: 'mobile' }],
    productPrice: [{ priceType: 'recurring', recurringChargePeriod: 'month', price: { taxIncludedAmount: euros(offer.monthly), taxRate: offer.rate } }],
  };
}

/** The documents an account begins with. */
export function* accountRecords(account: PlannedAccount): Generator<StoredRecord> {
  const { id, plan, mandate, products } = account;
  const paymentPlan = plan && [{ planType: 'Phone', numberOfPayments: plan.payments, totalAmount: euros(plan.total), validFor: { startDateTime: noon(plan.first) } }];
  const relatedParty = [{ id: idOf(`r4 owner/${id}`), role: 'owner' }];
  yield { resource: 'billingAccount', body: { id, name: id, accountNumber: id, relatedParty, accountBalance: [], ...(paymentPlan && { paymentPlan }) } };
  if (mandate) yield { resource: 'paymentMethod', body: { id: `${id}m`, '@type': 'directDebit', name: 'Debit', status: 'active', isPreferred: true, authorizationCode: 'M', account: [{ id }] } };
  for (const product of products) yield { resource: 'product', body: productBody(account, product) };
}
