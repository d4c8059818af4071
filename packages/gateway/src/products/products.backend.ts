import type { Action } from '../policy/actions.ts';
import type { Call } from '../routing/route.ts';
import { byParty, type OwnRows, ownRecord, ownRows } from '../tmf/owned.ts';
import type { TmfBody } from '../upstream/types.ts';

/** What the product routes, and whoever must know what a customer has, need from the other side (TMF637). */
export interface ProductsBackend {
  products(): Promise<OwnRows>;
  /** One of which the person may do this; to look at it when left out. */
  product(id: string, action?: Action): Promise<TmfBody>;
}

export const productsBackend = (call: Call): ProductsBackend => ({
  products: () => ownRows(call, 'TMF637', 'product', byParty(call), { limit: 2_000 }),
  product: (id, action = 'product.read') => ownRecord(call, 'TMF637', 'product', id, { action }),
});
