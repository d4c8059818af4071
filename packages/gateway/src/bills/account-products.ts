import type { Call } from '../routing/route.ts';
import { byAccount, type OwnRows, ownRows } from '../tmf/owned.ts';

const MOST_PRODUCTS = 5_000;
/** Beyond that all are read: a request line has an end. */
const MOST_NAMED = 100;

/**
 * Products billed to the accounts whose bills the person may see in detail (TMF637), those named or all: what stands on
 * a bill goes back to what they are. One that is billed to somebody else by now is not among them.
 */
export function accountProducts(call: Call, ids?: readonly string[]): Promise<OwnRows> {
  const named = ids && ids.length <= MOST_NAMED ? { id: ids } : {};
  return ownRows(call, 'TMF637', 'product', byAccount(call), { query: named, limit: MOST_PRODUCTS, action: 'bill.detail' });
}
