import { localDate, startOfDay } from '@faceplate/domain/calendar';
import { conditionsOf } from '../catalogue/prices.ts';
import { centsOf, readMoney, round, sum, VAT } from './amounts.ts';
import { lineOf } from './line.ts';
import type { Price, Promotion, Subscription } from './standing.ts';
import type { Act } from '../nouns/noun.ts';
import { instant, type Json, objects, oneOf, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { DAY, dayIn, dayOfMonth, daysIn, monthNumber, ZONE } from '../world/zone.ts';

/** Products nobody pays for: not there yet, or never came about. TMF637 spells one with a blank. */
const FREE: readonly unknown[] = ['created', 'pendingActive', 'cancelled', 'aborted', 'aborted '];

const midnights = new Map<number, number>();
const MOST_KNOWN = 10_000;

/** Remembered: clocks of a zone are slow, and many products begin at the same moments. */
function midnightOf(moment: number): number {
  const known = midnights.get(moment);
  if (known !== undefined) return known;
  const midnight = startOfDay(localDate(moment, ZONE), ZONE).getTime();
  if (midnights.size >= MOST_KNOWN) midnights.clear();
  midnights.set(moment, midnight);
  return midnight;
}

/** The day something ends is still paid for, unless it ends as the day begins. */
const dayAfter = (moment: number): number => {
  const midnight = midnightOf(moment);
  return midnight === moment ? midnight : midnightOf(midnight + DAY + DAY / 8);
};

/** Gross minor units of a price that says net or gross. */
function grossIn(price: Json | undefined, rate: number): number {
  if (readMoney(price?.['taxIncludedAmount'])) return centsOf(price?.['taxIncludedAmount']);
  const net = centsOf(price?.['dutyFreeAmount']);
  return round((net * (100 + rate)) / 100);
}

interface Entry {
  gross: number;
  rate: number;
  /** Whether it says nothing of a price with tax in it. */
  isNet: boolean;
  /** From when it holds; 0 where it says nothing of it. */
  from: number;
  /** 0 where it has no end. */
  until: number;
  /** The offering it was sold as at that price, where it says one. */
  name: string | undefined;
  alterations: readonly Json[];
}

function pricesOf(product: Resource, priceType: string): Entry[] {
  const prices = objects(product['productPrice']).filter((price) => price['priceType'] === priceType);
  return prices.map((entry) => {
    const [price] = objects(entry['price']);
    const rate = typeof price?.['taxRate'] === 'number' ? price['taxRate'] : VAT;
    return { gross: grossIn(price, rate), rate, isNet: !readMoney(price?.['taxIncludedAmount']), ...timeOf(entry), name: text(objects(entry['productOffering'])[0]?.['name']), alterations: objects(entry['productPriceAlteration']) };
  });
}

function timeOf({ validFor }: Json): { from: number; until: number } {
  const [time] = objects(validFor);
  const [from, until] = [instant(time?.['startDateTime']), instant(time?.['endDateTime'])];
  return { from: from > 0 ? midnightOf(from) : 0, until: until > 0 ? midnightOf(until) : 0 };
}

/** What holds from each moment on at which some price begins or ends: prices that hold at the same time add up. */
function historyOf(entries: readonly Entry[]): Price[] {
  const moments = [...new Set(entries.flatMap(({ from, until }) => (until > 0 ? [from, until] : [from])))].toSorted((one, other) => one - other);
  return moments.map((from) => {
    const holding = entries.filter((entry) => entry.from <= from && (entry.until === 0 || entry.until > from));
    const name = holding.find((entry) => entry.name !== undefined)?.name;
    return { from, monthly: sum(holding.map(({ gross }) => gross)), rate: holding[0]?.rate ?? entries[0]?.rate ?? VAT, ...(name !== undefined && { name }) };
  });
}

/** What an agreement of its own takes from a product's price for a time. */
function alterationsOf(entries: readonly Entry[], startedAt: number): Promotion[] {
  const altered = entries.flatMap((entry) => entry.alterations.map((alteration) => ({ alteration, entry })));
  return altered.flatMap(({ alteration, entry }) => {
    const { from, until } = within(timeOf(alteration), entry, { months: Number(alteration['applicationDuration']), startedAt });
    const off = -grossIn(objects(alteration['price'])[0], entry.rate);
    const name = text(alteration['name']);
    return off > 0 && until > 0 ? [{ off, until, ...(from > 0 && { from }), ...(name !== undefined && { name }) }] : [];
  });
}

/** What is taken from a price is taken as long as the price holds, for so many months from its start where it says no end. */
function within(said: { from: number; until: number }, price: Entry, { months, startedAt }: { months: number; startedAt: number }): { from: number; until: number } {
  const from = Math.max(said.from, price.from);
  const own = said.until > 0 || !(months > 0) ? said.until : monthsAfter(from || startedAt, months);
  return { from, until: price.until > 0 ? Math.min(own || Infinity, price.until) : own };
}


/** What the catalogue asks beside the monthly price: a set-up, and a welcome discount for some months. */
export interface Terms {
  once: number;
  off: number;
  months: number;
}

const idsIn = (value: unknown): string[] => objects(value).flatMap(({ id }) => text(id) ?? []);

async function byId({ tx }: Act, resource: string, ids: readonly string[]): Promise<Map<string, Resource>> {
  if (ids.length === 0) return new Map();
  const { rows } = await tx.list(resource, { where: [oneOf('id', ...new Set(ids))] });
  return new Map(rows.map(({ body }) => [body.id, body]));
}

function termsIn(prices: readonly Resource[]): Terms {
  // What is paid once for a choice stands in the product itself.
  const once = prices.filter((price) => price['priceType'] === 'oneTime' && conditionsOf(price).size === 0).reduce((sum, { price }) => sum + centsOf(price), 0);
  const discount = prices.find(({ priceType }) => priceType === 'discount');
  const [duration] = objects(objects(discount?.['productOfferingTerm'])[0]?.['duration']);
  const months = typeof duration?.['amount'] === 'number' ? duration['amount'] : 0;
  return { once, off: -centsOf(discount?.['price']), months };
}

/** The terms of each offering these products were sold as. */
async function termsOf(act: Act, products: readonly Resource[]): Promise<(product: Resource) => Terms> {
  const offerings = await byId(act, 'productOffering', products.flatMap(({ productOffering }) => idsIn(productOffering)));
  const prices = await byId(act, 'productOfferingPrice', [...offerings.values()].flatMap((offering) => idsIn(offering['productOfferingPrice'])));
  return (product) => {
    if (isBundled(product)) return { once: 0, off: 0, months: 0 };
    const { productOffering } = product;
    const offering = offerings.get(idsIn(productOffering)[0] ?? '');
    return termsIn(idsIn(offering?.['productOfferingPrice']).flatMap((id) => prices.get(id) ?? []));
  };
}

/** The same day so many months later, or the last of a shorter month. */
function monthsAfter(moment: number, months: number): number {
  const month = monthNumber(moment) + months;
  return dayIn(month, Math.min(dayOfMonth(moment), daysIn(month)));
}

/** How a product says that it is a part of another: what is in a bundle is paid for with the bundle. */
export const BUNDLED_IN = 'bundledIn';
const isBundled = (product: Resource): boolean => objects(product['productRelationship']).some(({ relationshipType }) => relationshipType === BUNDLED_IN);

/** How many parts a device is paid in. */
function partsOf(product: Resource): number {
  const terms = objects(product['productTerm']).filter(({ name }) => name === 'Instalments');
  const months = terms.map(({ duration }) => Number(objects(duration)[0]?.['amount']));
  return Math.max(0, ...months.filter(Number.isSafeInteger));
}

/** What a product is charged for by the month, on the terms it was sold on. Pure. */
export function subscriptionOf(product: Resource, terms: Terms): Subscription {
  const startedAt = midnightOf(instant(product['startDate']));
  const ended = instant(product['terminationDate']);
  const parts = partsOf(product);
  const paidOnce = pricesOf(product, 'oneTime');
  const once = sum(paidOnce.map(({ gross }) => gross)) || terms.once;
  const agreed = [...paidOnce, ...pricesOf(product, 'recurring')];
  return {
    ...lineOf(product),
    ...monthlyOf(product, terms, startedAt),
    startedAt,
    ...(agreed.length > 0 && agreed.every(({ isNet }) => isNet) && { isNet: true }),
    ...(parts > 0 && { parts }),
    ...(ended > 0 && { endedAt: dayAfter(ended) }),
    ...(once > 0 && { once }),
  };
}

/** What a product costs by the month, has cost, and what is taken from that: by an agreement of its own, or else as the catalogue has it. */
function monthlyOf(product: Resource, { off, months }: Terms, startedAt: number): Pick<Subscription, 'monthly' | 'rate' | 'prices' | 'promotions'> {
  const recurring = pricesOf(product, 'recurring');
  const prices = historyOf(recurring);
  const { monthly, rate } = prices.at(-1) ?? { monthly: 0, rate: VAT };
  const agreed = alterationsOf(recurring, startedAt);
  const promotions = agreed.length > 0 || off <= 0 ? agreed : [{ off, until: monthsAfter(startedAt, months) }];
  return { monthly, rate, ...(prices.length > 1 && { prices }), ...(promotions.length > 0 && { promotions }) };
}

/** What an account pays for by the month: its products with the terms they were sold on. */
export async function subscriptionsOf(act: Act, accountId: string): Promise<Subscription[]> {
  const { rows } = await act.tx.list('product', { where: [oneOf('billingAccount.id', accountId)] });
  const products = rows.map(({ body }) => body).filter(({ status, startDate }) => !FREE.includes(status) && instant(startDate) > 0);
  const terms = await termsOf(act, products);
  return products.map((product) => subscriptionOf(product, terms(product)));
}
