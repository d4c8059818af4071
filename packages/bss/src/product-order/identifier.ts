import type { StoreTransaction } from '../store/store.ts';
import { mobileNumber, serialNumber } from '../world/identifiers.ts';
import { Dice } from '../world/random.ts';
import { type Json, objects, text } from '../simulator/course.ts';

/** What tells a new product from its twin: a number we give out, or the address it comes to. */
export async function identifierFor(tx: StoreTransaction, line: string, productId: string, owner?: Json): Promise<string | undefined> {
  if (line === 'mobile') return mobileNumber(new Dice(productId));
  if (line === 'device') return serialNumber(new Dice(productId));
  return addressOf(tx, owner);
}

async function addressOf(tx: StoreTransaction, owner: Json | undefined): Promise<string | undefined> {
  const id = text(owner?.['id']);
  if (id === undefined) return undefined;
  const party = (await tx.get('individual', id)) ?? (await tx.get('organization', id));
  const post = objects(party?.body['contactMedium']).find(({ mediumType }) => mediumType === 'postalAddress');
  const { street1, postCode, city } = objects(post?.['characteristic'])[0] ?? {};
  const place = [text(postCode), text(city)].filter(Boolean).join(' ');
  return [text(street1), place].filter(Boolean).join(', ') || undefined;
}
