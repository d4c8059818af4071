import { objects, text } from '../simulator/course.ts';
import type { Condition, StoreReader } from '../store/store.ts';
import type { JsonObject } from '../surface/body.ts';
import { type Address, addressOf, type Flat, fromOneLine } from './address.ts';
import { likeness, plainly } from './similar.ts';

/** What became of a place that somebody named. */
export type Found =
  | { kind: 'found'; address: Address; flat: Flat | undefined }
  /** The house is known, it has flats, and none of them was named. */
  | { kind: 'flatMissing'; address: Address }
  | { kind: 'unknown'; meant: readonly Address[] };

/** No more houses than this are compared letter by letter. */
const MOST_COMPARED = 1500;
/** As many are proposed, and none that is less like it than this. */
const MOST_MEANT = 5;
const LEAST_LIKE = 0.55;

type Asked = Pick<Address, 'streetName' | 'streetNr' | 'postcode' | 'city'> & { flat: string };

const is = (name: string, value: string): Condition => ({ path: [name], operator: 'eq', values: [value] });

function askedIn(place: JsonObject): Asked {
  const { streetName, streetNr, postcode, city } = addressOf(place);
  const [unit] = objects(place['geographicSubAddress']);
  const flat = text(unit?.['id']) ?? text(unit?.['subUnitNumber']) ?? text(unit?.['name']) ?? '';
  if (streetName !== '') return { streetName, streetNr, postcode, city, flat };
  const line = fromOneLine(text(place['name']) ?? '');
  return line ? { ...line, flat } : { streetName, streetNr, postcode, city, flat };
}

/** The flat somebody means: by its id, its number or its name. */
function flatIn({ flats }: Address, asked: string): Flat | undefined {
  const wanted = plainly(asked);
  return wanted === '' ? undefined : flats.find(({ id, unit, name }) => id === asked || plainly(unit) === wanted || plainly(name) === wanted);
}

function at(address: Address, asked: string): Found {
  const flat = flatIn(address, asked);
  return address.flats.length > 0 && !flat ? { kind: 'flatMissing', address } : { kind: 'found', address, flat };
}

async function byId(reader: StoreReader, id: string, place: JsonObject): Promise<Found | undefined> {
  const house = await reader.get('geographicAddress', id);
  if (house) return at(addressOf(house.body), askedIn(place).flat);
  const flat = await reader.get('geographicSubAddress', id);
  const around = text(objects(flat?.body['geographicAddress'])[0]?.['id']);
  const outer = around === undefined ? undefined : await reader.get('geographicAddress', around);
  if (outer) return at(addressOf(outer.body), id);
  const site = await reader.get('geographicSite', id);
  const [inside] = objects(site?.body['place']);
  return inside ? bySite(reader, id, inside) : undefined;
}

/** A site that stands in a site is followed one step only: sites may point at each other. */
async function bySite(reader: StoreReader, site: string, inside: JsonObject): Promise<Found | undefined> {
  const id = text(inside['id']);
  if (id === site) return undefined;
  const house = id === undefined ? undefined : await reader.get('geographicAddress', id);
  // A company has the whole house at its site.
  if (house) return { kind: 'found', address: addressOf(house.body), flat: undefined };
  return askedIn(inside).streetName === '' ? undefined : byWords(reader, askedIn(inside));
}

function score(asked: Asked, address: Address): number {
  const street = likeness(asked.streetName, address.streetName);
  const number = plainly(asked.streetNr) === plainly(address.streetNr) ? 1 : 0;
  const place = Math.max(
    asked.postcode !== '' && asked.postcode === address.postcode ? 1 : 0,
    asked.city === '' ? 0 : likeness(asked.city, address.city),
  );
  return street * 0.6 + number * 0.2 + place * 0.2;
}

/** Houses that could be meant: of the same place, and with the same number anywhere. */
async function candidates(reader: StoreReader, asked: Asked): Promise<Address[]> {
  const { streetNr, postcode, streetName, city } = asked;
  const wheres = [
    ...(postcode === '' ? [] : [[is('postcode', postcode)]]),
    ...(city === '' || streetNr === '' ? [] : [[is('city', city), is('streetNr', streetNr)]]),
    ...(streetNr === '' ? [[is('streetName', streetName)]] : [[is('streetNr', streetNr)]]),
  ];
  const found = new Map<string, Address>();
  for (const where of wheres) {
    const { rows } = await reader.list('geographicAddress', { where, limit: MOST_COMPARED });
    for (const { body } of rows) found.set(body.id, addressOf(body));
  }
  return [...found.values()];
}

const isSame = (asked: Asked, address: Address): boolean =>
  plainly(asked.streetName) === plainly(address.streetName) &&
  plainly(asked.streetNr) === plainly(address.streetNr) &&
  (asked.postcode === '' || asked.postcode === address.postcode) &&
  (asked.city === '' || plainly(asked.city) === plainly(address.city));

/** The house with exactly these words: most are written as we write them, and need no comparing. */
async function toTheLetter(reader: StoreReader, { streetName, streetNr, postcode, city }: Asked): Promise<Address | undefined> {
  if (streetNr === '' || postcode === '') return undefined;
  const where = [is('postcode', postcode), is('streetNr', streetNr), is('streetName', streetName), ...(city === '' ? [] : [is('city', city)])];
  const { rows, total } = await reader.list('geographicAddress', { where, limit: 1 });
  return total === 1 && rows[0] ? addressOf(rows[0].body) : undefined;
}

async function byWords(reader: StoreReader, asked: Asked): Promise<Found> {
  if (asked.streetName === '') return { kind: 'unknown', meant: [] };
  const exact = await toTheLetter(reader, asked);
  if (exact) return at(exact, asked.flat);
  const near = await candidates(reader, asked);
  const same = near.filter((address) => isSame(asked, address));
  const [only] = same;
  if (only && same.length === 1) return at(only, asked.flat);
  const ranked = (same.length > 1 ? same : near)
    .map((address) => ({ address, score: score(asked, address) }))
    .filter(({ score: value }) => value >= LEAST_LIKE)
    .toSorted((a, b) => b.score - a.score || a.address.id.localeCompare(b.address.id));
  return { kind: 'unknown', meant: ranked.slice(0, MOST_MEANT).map(({ address }) => address) };
}

/** Which house, and which flat in it, somebody means: by an id of an address, a flat or a site, or by its words. */
export async function findPlace(reader: StoreReader, place: JsonObject): Promise<Found> {
  const id = text(place['id']);
  const known = id === undefined || id === '' ? undefined : await byId(reader, id, place);
  return known ?? byWords(reader, askedIn(place));
}
