import type { Place } from '@faceplate/contracts';
import { notFound } from '../problem.ts';
import { OPAQUE_ID } from '../routing/read.ts';
import type { Call } from '../routing/route.ts';
import { chunks } from '../tmf/chunks.ts';
import { readEach } from '../tmf/gather.ts';
import { readOne } from '../tmf/read-one.ts';
import { rowsOf } from '../tmf/rows.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { TmfQuery } from '../upstream/types.ts';
import { type AddressWords, plainly } from './address-words.ts';
import { type House, houseOf, placeIn } from './place.adapter.ts';

/** A street is not longer. */
const MOST_HOUSES = 400;

async function housesBy(call: Call, query: TmfQuery): Promise<House[]> {
  const list = await call.tmf('TMF673').list('geographicAddress', query, { limit: MOST_HOUSES });
  return readEach('TMF673', rowsOf(call, 'TMF673', 'geographicAddress', list), houseOf).items;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/**
 * Houses that begin as somebody types: TM Forum's filters know no beginnings, but they know "at least" and "less than",
 * and everything that begins with a word lies between it and the word with the last letter there is behind it.
 */
export async function housesLike(call: Call, { street, number, postcode, city }: AddressWords): Promise<House[]> {
  const begins = capital(street);
  const streets = street === '' ? {} : { 'streetName.gte': begins, 'streetName.lt': `${begins}\u{ffff}` };
  const found = await housesBy(call, { ...streets, ...(postcode !== undefined && { postcode }) });
  // A server that knows no such filter gives any: each is looked at again.
  const [inStreet, inCity] = [plainly(street), plainly(city)];
  return found.filter(
    (house) =>
      plainly(house.street).startsWith(inStreet) &&
      (number === undefined || house.number.toLowerCase().startsWith(number)) &&
      (postcode === undefined || house.postcode === postcode) &&
      // Behind a postcode alone may stand either.
      (plainly(house.city).startsWith(inCity) || (street === '' && plainly(house.street).startsWith(inCity))),
  );
}

/** Whole addresses, however many: of each the house with exactly these words. */
export async function housesNamed(call: Call, addresses: readonly AddressWords[]): Promise<Map<string, House>> {
  const streets = [...new Set(addresses.map(({ street }) => street))].filter(Boolean);
  const found = await Promise.all(
    chunks(streets).map(async (some) => {
      const numbers = addresses.flatMap(({ street, number }) => (number !== undefined && some.includes(street) ? [number] : []));
      return housesBy(call, { streetName: some, streetNr: [...new Set(numbers)] });
    }),
  );
  return new Map(found.flat().map((house) => [keyOf(house), house]));
}

/** Unlike for any two houses of one operator; the postcode says the town. */
export const keyOf = ({ street, number = '', postcode = '' }: Pick<AddressWords, 'street' | 'number' | 'postcode'>): string =>
  `${plainly(street)} ${number.toLowerCase()} ${postcode}`;

/** A house, or a flat, by its id. @throws {Refusal} 404 for what is neither. */
export async function placeById(call: Call, id: string): Promise<Place> {
  if (!OPAQUE_ID.test(id)) throw notFound();
  const client = call.tmf('TMF673');
  const house = await client.get('geographicAddress', id).catch((error: unknown) => {
    if (error instanceof UpstreamProblem && ['not-found', 'refused'].includes(error.fault)) return undefined;
    throw error;
  });
  const bodies = house ? [house] : (await client.list('geographicAddress', { 'geographicSubAddress.id': id }, { limit: 10 })).items;
  for (const body of bodies) {
    const place = placeIn(readOne(client.origin, () => houseOf(body)), id);
    if (place) return place;
  }
  throw notFound();
}
