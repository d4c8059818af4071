import type { Call } from '../routing/route.ts';
import { byParty, type OwnRows, ownRecord, ownRows } from '../tmf/owned.ts';
import type { TmfBody } from '../upstream/types.ts';

/** What the product routes, and whoever must know what a customer has, need from the other side (TMF637). */
export interface ProductsBackend {
  products(): Promise<OwnRows>;
  product(id: string): Promise<TmfBody>;
}

export const productsBackend = (call: Call): ProductsBackend => ({
  products: () => ownRows(call, 'TMF637', 'product', byParty(call), { limit: 2_000 }),
  product: (id) => ownRecord(call, 'TMF637', 'product', id),
});
