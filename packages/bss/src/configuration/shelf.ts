import type { Catalogue } from '../catalogue/catalogue.ts';
import { refOf } from '../catalogue/read.ts';
import { ownedProduct } from '../qualification/applicant.ts';
import type { Owned } from '../qualification/situation.ts';
import type { Resource, StoreReader } from '../store/store.ts';
import { catalogueAround, specificationsOf } from './around.ts';
import type { Choice } from './choice.ts';

/** What a configuration is reckoned from; nothing else is known of any product. */
export interface Shelf {
  now: number;
  catalogue: Catalogue;
  specifications: ReadonlyMap<string, Resource>;
}

/** A product that somebody owns and wants to change. */
export interface Existing {
  owned: Owned;
  body: Resource;
}

/** The offerings behind these choices: those named, and those of the products named. */
async function offeringIds(reader: StoreReader, choices: readonly Choice[]): Promise<string[]> {
  const ids: string[] = [];
  for (const { offeringId, productId } of choices) {
    const product = productId === undefined ? undefined : await reader.get('product', productId);
    ids.push(...[offeringId, refOf(product?.body['productOffering'])?.id].filter((id) => id !== undefined));
  }
  return ids;
}

/** As much of the catalogue as these choices are about. */
export async function readShelf(reader: StoreReader, now: Date, choices: readonly Choice[]): Promise<Shelf> {
  const catalogue = await catalogueAround(reader, await offeringIds(reader, choices));
  return { now: now.getTime(), catalogue, specifications: await specificationsOf(reader, catalogue) };
}

export async function existing(reader: StoreReader, { productId }: Choice, { catalogue }: Shelf): Promise<Existing | undefined> {
  const found = productId === undefined ? undefined : await reader.get('product', productId);
  const owned = found && (await ownedProduct(reader, found.body.id, catalogue.offerings));
  return found && owned && { owned, body: found.body };
}
