import { type Json, objects, text } from '../simulator/course.ts';
import { lookAt } from '../store/looking.ts';
import type { Resource, StoreReader } from '../store/store.ts';

const joined = (...parts: readonly unknown[]) => parts.map(text).filter(Boolean).join(', ') || undefined;

/** `Kastanienhof 12, 10437 Berlin` */
function addressOfPlace(place: Json): string | undefined {
  const { street, street1, streetName, streetNr, postcode, postCode, city, name } = place;
  const line = text(street1) ?? text(street) ?? ([text(streetName), text(streetNr)].filter(Boolean).join(' ') || undefined);
  const town = [text(postcode) ?? text(postCode), text(city)].filter(Boolean).join(' ');
  return joined(line, town) ?? text(name);
}

/** Where a person or a company lives; undefined when we do not know. */
export async function addressOfParty(tx: Pick<StoreReader, 'get' | 'list'>, party: Json | undefined): Promise<string | undefined> {
  const id = text(party?.['id']);
  if (id === undefined) return undefined;
  const found = (await tx.get('individual', id)) ?? (await tx.get('organization', id));
  const post = objects(found?.body['contactMedium']).find(({ mediumType }) => mediumType === 'postalAddress');
  const [facts] = objects(post?.['characteristic']);
  return facts && addressOfPlace(facts);
}

/** The place a line names: its own words, or those of the record it refers to. */
export async function addressOfItem(tx: Pick<StoreReader, 'get' | 'list'>, item: Json): Promise<string | undefined> {
  for (const place of objects(objects(item['product'])[0]?.['place'])) {
    const id = text(place['id']);
    const known = id === undefined ? undefined : ((await lookAt(tx, 'geographicAddress', id)) ?? (await lookAt(tx, 'geographicSite', id)));
    const address = addressOfPlace(place) ?? (known && addressOfPlace(known.body));
    if (address) return address;
  }
  return undefined;
}

/** Where a line is to be: the place it names, or else where whoever ordered it lives. */
export async function addressFor(tx: Pick<StoreReader, 'get' | 'list'>, order: Resource, item: Json): Promise<string | undefined> {
  const parties = objects(order['relatedParty']);
  const customer = parties.find(({ role }) => role === 'customer') ?? parties[0];
  return (await addressOfItem(tx, item)) ?? (await addressOfParty(tx, customer));
}
