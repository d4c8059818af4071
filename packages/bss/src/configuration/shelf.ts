import { type Catalogue, readCatalogue } from '../catalogue/catalogue.ts';
import { ownedProduct } from '../qualification/applicant.ts';
import type { Owned } from '../qualification/situation.ts';
import type { Resource, StoreReader } from '../store/store.ts';
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

export async function readShelf(reader: StoreReader, now: Date): Promise<Shelf> {
  const { rows } = await reader.list('productSpecification');
  return {
    now: now.getTime(),
    catalogue: await readCatalogue(reader),
    specifications: new Map(rows.map(({ body }) => [body.id, body])),
  };
}

export async function existing(reader: StoreReader, { productId }: Choice, { catalogue }: Shelf): Promise<Existing | undefined> {
  const found = productId === undefined ? undefined : await reader.get('product', productId);
  const owned = found && (await ownedProduct(reader, found.body.id, catalogue.offerings));
  return found && owned && { owned, body: found.body };
}
