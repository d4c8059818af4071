import { type Json, objects, oneOf, text } from '../simulator/course.ts';
import { valueOf } from '../rules/characteristic.ts';
import type { Resource, StoreReader } from '../store/store.ts';
import { unprocessable } from '../surface/tmf-error.ts';

/** The most lines of one problem; a wider one is several problems. */
const MOST = 2000;
const BATCH = 100;

export const isIncident = (problem: Resource): boolean => problem['category'] === 'incident';
export const isPlanned = (problem: Resource): boolean => problem['category'] === 'plannedMaintenance';

/** The instant a problem is expected to begin or end, 0 where nobody has said. */
export function expected(problem: Resource, name: 'expectedStart' | 'expectedEnd'): number {
  const moment = Date.parse(text(valueOf(problem['characteristic'], name)) ?? '');
  return Number.isNaN(moment) ? 0 : moment;
}

/** The products a problem names as affected. */
export function affectedIn(problem: Resource): Json[] {
  const entities = objects(problem['relatedEntity']);
  return entities.filter((one) => typeof one['id'] === 'string' && (one['@referredType'] === undefined || one['@referredType'] === 'Product'));
}

/** Lines that come to a place: what is on the move has none. */
const AT_A_PLACE = ['fixed', 'tv'];

async function residents(reader: StoreReader, area: string): Promise<string[]> {
  const ids: string[] = [];
  for (const resource of ['individual', 'organization']) {
    for (const part of ['postCode', 'city']) {
      const { rows } = await reader.list(resource, { where: [oneOf(`contactMedium.characteristic.${part}`, area)], limit: MOST + 1 });
      ids.push(...rows.map(({ body }) => body.id));
    }
  }
  return [...new Set(ids)];
}

function* batches<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let start = 0; start < items.length; start += BATCH) yield items.slice(start, start + BATCH);
}

/** Addresses in an area: by post code, or else by town. */
async function addressesIn(reader: StoreReader, area: string): Promise<string[]> {
  for (const part of ['postcode', 'city']) {
    const { rows } = await reader.list('geographicAddress', { where: [oneOf(part, area)], limit: MOST + 1 });
    if (rows.length > 0) return rows.map(({ body }) => body.id);
  }
  return [];
}

/** How lines in an area are found: by where they are installed, or by whose they are where no address is known. */
async function whereIn(reader: StoreReader, area: string): Promise<{ path: string; ids: string[]; kinds?: readonly string[] }> {
  const addresses = await addressesIn(reader, area);
  if (addresses.length > 0) return { path: 'place.id', ids: addresses };
  return { path: 'relatedParty.id', ids: await residents(reader, area), kinds: AT_A_PLACE };
}

/** The active lines in an area: a post code or a town; of some kinds (`fixed`, `tv`) alone where they are named. Throws a 422 when they are too many. */
export async function linesIn(reader: StoreReader, area: string, kinds?: readonly string[]): Promise<Resource[]> {
  const found = new Map<string, Resource>();
  const known = await whereIn(reader, area);
  const wanted = kinds ?? known.kinds;
  for (const ids of batches(known.ids)) {
    const where = [oneOf(known.path, ...ids), oneOf('status', 'active', 'suspended'), ...(wanted ? [oneOf('productCharacteristic.value', ...wanted)] : [])];
    const { rows } = await reader.list('product', { where });
    for (const { body } of rows) found.set(body.id, body);
    if (found.size > MOST) throw unprocessable(`More than ${MOST} lines are in "${area}". Name post codes, one problem each.`);
  }
  return [...found.values()];
}

/** The products of these ids, those that are there. */
export async function productsOf(reader: StoreReader, ids: readonly string[]): Promise<Resource[]> {
  const products: Resource[] = [];
  for (const batch of batches(ids)) products.push(...(await reader.list('product', { where: [oneOf('id', ...batch)] })).rows.map(({ body }) => body));
  return products;
}

const unique = (refs: readonly Json[]): Json[] => [...new Map(refs.map((one) => [one['id'], one])).values()];

/** Where a problem is said to be, as an area to look for lines in. */
function areasOf(problem: Resource): string[] {
  return objects(problem['affectedLocation']).flatMap(({ name }) => text(name) ?? []);
}

/**
 * A problem with what it affects: the lines it names, or those in the areas it
 * names; their services, their number, and the customers they belong to.
 */
export async function withAffected(reader: StoreReader, problem: Resource): Promise<Resource> {
  const named = affectedIn(problem).map(({ id }) => String(id));
  const products = await productsOf(reader, named);
  if (named.length === 0) for (const area of areasOf(problem)) products.push(...(await linesIn(reader, area)));
  if (products.length === 0) return problem;
  const others = objects(problem['relatedEntity']).filter(({ id }) => !products.some((product) => product.id === id));
  const owners = products.flatMap((product) => objects(product['relatedParty']).filter(({ role }) => role === 'owner'));
  const services = products.flatMap((product) => objects(product['realizingService'])).filter(({ id }) => typeof id === 'string');
  return {
    ...problem,
    affectedNumberOfServices: products.length,
    relatedEntity: [...others, ...products.map(({ id, name }) => ({ id, name, role: 'affected', '@referredType': 'Product' }))],
    relatedParty: unique([...objects(problem['relatedParty']), ...owners.map((owner) => ({ ...owner, role: 'customer' }))]),
    ...(services.length > 0 && { affectedService: unique([...objects(problem['affectedService']), ...services]) }),
  };
}
