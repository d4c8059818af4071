import type { StoreReader } from '../store/store.ts';
import { type Offering, offeringOf } from './offering.ts';
import { type Cost, costOf, type Price, priceOf, pricesAt } from './prices.ts';

/** Everything on offer, old versions too, as the rules read it. */
export interface Catalogue {
  offerings: ReadonlyMap<string, Offering>;
  prices: ReadonlyMap<string, Price>;
}

export async function readCatalogue(reader: StoreReader): Promise<Catalogue> {
  const offerings = await reader.list('productOffering');
  const prices = await reader.list('productOfferingPrice');
  return {
    offerings: new Map(offerings.rows.map(({ body }) => [body.id, offeringOf(body)])),
    prices: new Map(prices.rows.map(({ body }) => [body.id, priceOf(body)])),
  };
}

export function pricesOf({ prices }: Catalogue, { priceIds }: Offering): Price[] {
  return priceIds.flatMap((id) => prices.get(id) ?? []);
}

/** Costs are asked for again and again while offers are compared; a catalogue that has been read does not change. */
const reckoned = new WeakMap<Catalogue, Map<string, Cost>>();

/** What an offering costs somebody who buys it now, in cents with tax. */
export function costNow(catalogue: Catalogue, offering: Offering, now: number): Cost {
  const costs = reckoned.get(catalogue) ?? new Map<string, Cost>();
  reckoned.set(catalogue, costs);
  const key = `${now} ${offering.id}`;
  const cost = costs.get(key) ?? costOf(pricesAt(pricesOf(catalogue, offering), now));
  costs.set(key, cost);
  return cost;
}
