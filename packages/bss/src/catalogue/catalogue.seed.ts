import type { Catalogue } from './catalogue.ts';
import { type Offering, offeringOf } from './offering.ts';
import { type Price, priceOf } from './prices.ts';

type More = Record<string, unknown>;

/** For tests: an offering on sale to everybody. The id is its name too. */
export const anOffering = (id: string, more: More = {}): Offering =>
  offeringOf({ id, name: id, lifecycleStatus: 'Active', isSellable: true, version: '1.0', ...more });

/** For tests: a monthly price of so many cents. */
export const aPrice = (id: string, cents: number, more: More = {}): Price =>
  priceOf({ id, name: id, priceType: 'recurring', recurringChargePeriodType: 'month', price: { unit: 'EUR', value: cents / 100 }, ...more });

export const aCatalogue = (offerings: readonly Offering[], prices: readonly Price[] = []): Catalogue => ({
  offerings: new Map(offerings.map((offering) => [offering.id, offering])),
  prices: new Map(prices.map((price) => [price.id, price])),
});

export const relation = (relationshipType: string, ...ids: string[]) => ids.map((id) => ({ id, name: id, relationshipType }));
