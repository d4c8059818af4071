import type { Call } from '../routing/route.ts';
import { madeBefore } from '../tmf/once.ts';
import { byParty, type OwnRows, ownRecord, ownRows } from '../tmf/owned.ts';
import type { TmfBody } from '../upstream/types.ts';

/** What the order routes need from the other side (TMF622). */
export interface OrdersBackend {
  readonly origin: string;
  orders(): Promise<OwnRows>;
  order(id: string): Promise<TmfBody>;
  /** The order an earlier try of this very call has placed. */
  placed(externalId: string): Promise<TmfBody | undefined>;
  place(body: TmfBody): Promise<TmfBody>;
}

export const ordersBackend = (call: Call): OrdersBackend => ({
  origin: call.tmf('TMF622').origin,
  orders: () => ownRows(call, 'TMF622', 'productOrder', byParty(call), { query: { sort: '-orderDate' }, limit: 500 }),
  order: (id) => ownRecord(call, 'TMF622', 'productOrder', id),
  placed: (externalId) => madeBefore(call, 'TMF622', 'productOrder', byParty(call), externalId),
  place: (body) => call.tmf('TMF622').post('productOrder', body),
});
