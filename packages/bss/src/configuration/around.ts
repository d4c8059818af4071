import type { Catalogue } from '../catalogue/catalogue.ts';
import { type Offering, offeringOf } from '../catalogue/offering.ts';
import { priceOf } from '../catalogue/prices.ts';
import { oneOf } from '../simulator/course.ts';
import type { Resource, StoreReader } from '../store/store.ts';
import { groupsOf } from './parts.ts';

/** A bundle reaches no further than this, whatever its catalogue says. */
const MOST_OFFERINGS = 500;
/** Ids asked for at once. */
const BATCH = 100;

async function byIds(reader: StoreReader, resource: string, path: string, ids: readonly string[]): Promise<Resource[]> {
  const found: Resource[] = [];
  for (let at = 0; at < ids.length; at += BATCH) {
    const { rows } = await reader.list(resource, { where: [oneOf(path, ...ids.slice(at, at + BATCH))], limit: MOST_OFFERINGS });
    found.push(...rows.map(({ body }) => body));
  }
  return found;
}

const partIds = (offering: Offering): string[] => [...offering.parts, ...groupsOf(offering).flatMap(({ parts }) => parts)].map(({ id }) => id);

/** Those that have taken its place, and the bundles in which it is sold. */
async function standingIn(reader: StoreReader, ids: readonly string[]): Promise<Offering[]> {
  const bodies = [
    ...(await byIds(reader, 'productOffering', 'productOfferingRelationship.id', ids)),
    ...(await byIds(reader, 'productOffering', 'bundledProductOffering.id', ids)),
  ];
  return bodies.map(offeringOf).filter(({ replaces, parts }) => [...replaces, ...parts].some(({ id }) => ids.includes(id)));
}

/**
 * The part of a catalogue that these offerings are configured from: what they are made of, what has taken their place,
 * and the prices of all of that. A catalogue of ten thousand offerings is not read for one of them.
 */
export async function catalogueAround(reader: StoreReader, ids: readonly string[]): Promise<Catalogue> {
  const offerings = new Map<string, Offering>();
  let next = [...new Set(ids)];
  while (next.length > 0 && offerings.size < MOST_OFFERINGS) {
    const found = (await byIds(reader, 'productOffering', 'id', next)).map(offeringOf);
    for (const offering of found) offerings.set(offering.id, offering);
    // Only what cannot be bought needs something in its place.
    const others = await standingIn(reader, found.filter((one) => one.lifecycleStatus !== 'Active' || !one.isSellable || Number.isFinite(one.validFor.until)).map(({ id }) => id));
    next = [...new Set([...found.flatMap(partIds), ...others.map(({ id }) => id)])].filter((id) => !offerings.has(id));
  }
  const prices = await byIds(reader, 'productOfferingPrice', 'id', [...new Set([...offerings.values()].flatMap(({ priceIds }) => priceIds))]);
  return { offerings, prices: new Map(prices.map((body) => [body.id, priceOf(body)])) };
}

/** The specifications of these offerings, by id. */
export async function specificationsOf(reader: StoreReader, { offerings }: Catalogue): Promise<Map<string, Resource>> {
  const ids = new Set([...offerings.values()].flatMap(({ specification }) => specification?.id ?? []));
  return new Map((await byIds(reader, 'productSpecification', 'id', [...ids])).map((body) => [body.id, body]));
}
