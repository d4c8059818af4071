import { type Json, objects, text } from '../simulator/course.ts';
import type { Resource, StoreTransaction } from '../store/store.ts';

/** Where crews go whose work names no place. */
const ANYWHERE = '00';

const postcodeIn = (words: string | undefined): string | undefined => /\b(\d{5})\b/.exec(words ?? '')?.[1];

function postcodeOf(place: Json): string | undefined {
  return postcodeIn(text(place['postcode']) ?? text(place['postCode'])) ?? postcodeIn(text(place['name']));
}

/** A place that is only referred to: its postcode stands in the record behind it. */
async function postcodeBehind(tx: StoreTransaction, place: Json): Promise<string | undefined> {
  const id = text(place['id']);
  if (id === undefined) return undefined;
  for (const resource of ['geographicAddress', 'geographicSite']) {
    const found = await tx.get(resource, id);
    const postcode = found && (postcodeOf(found.body) ?? objects(found.body['place']).flatMap((inner) => postcodeOf(inner) ?? [])[0]);
    if (postcode) return postcode;
  }
  return undefined;
}

async function postcodeOfParty(tx: StoreTransaction, party: Json): Promise<string | undefined> {
  const id = text(party['id']) ?? '';
  const found = (await tx.get('individual', id)) ?? (await tx.get('organization', id));
  const post = objects(found?.body['contactMedium']).find(({ mediumType }) => mediumType === 'postalAddress');
  return objects(post?.['characteristic']).flatMap((facts) => postcodeOf(facts) ?? [])[0];
}

/** The area whose crews come: the first two digits of the postcode, of the place or else of whoever is visited. */
export async function areaOf(tx: StoreTransaction, body: Resource): Promise<string> {
  for (const place of objects(body['relatedPlace'])) {
    const postcode = postcodeOf(place) ?? (await postcodeBehind(tx, place));
    if (postcode) return postcode.slice(0, 2);
  }
  for (const party of objects(body['relatedParty'])) {
    const postcode = await postcodeOfParty(tx, party);
    if (postcode) return postcode.slice(0, 2);
  }
  return ANYWHERE;
}
