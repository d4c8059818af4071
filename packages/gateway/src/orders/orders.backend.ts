import type { Order } from '@faceplate/contracts';
import type { Call } from '../routing/route.ts';
import { factsOf } from '../policy/facts.ts';
import { changeRecord } from '../tmf/change-record.ts';
import { orGap } from '../tmf/gather.ts';
import { madeBefore } from '../tmf/once.ts';
import { byParty, type OwnRows, ownRecord, ownRows } from '../tmf/owned.ts';
import { isUnreadable, records } from '../tmf/read.ts';
import { readOne } from '../tmf/read-one.ts';
import { settingOf } from '../tmf/setting.ts';
import type { TmfBody } from '../upstream/types.ts';
import { visitOf, visitRefOf } from '../visits/visit.adapter.ts';
import { visitsBackend } from '../visits/visits.backend.ts';
import { paymentOfOrder } from './pay-order.ts';
import { linesOf, orderOf, visitIdOf } from './orders.adapter.ts';
import { notToActivate } from './activation.adapter.ts';

/** What the order routes need from the other side (TMF622). */
export interface OrdersBackend {
  readonly origin: string;
  orders(): Promise<OwnRows>;
  order(id: string): Promise<TmfBody>;
  /** The order an earlier try of this very call has placed. */
  placed(externalId: string): Promise<TmfBody | undefined>;
  place(body: TmfBody): Promise<TmfBody>;
  /** Writes what follows from the order as it stands; leaves it as it is when nothing does. */
  change(id: string, patch: (order: TmfBody) => TmfBody | undefined): Promise<TmfBody>;
  /** Asks for lines to be called off. */
  cancel(id: string, itemIds: readonly string[], reason: string | undefined): Promise<void>;
}

export function ordersBackend(call: Call): OrdersBackend {
  const client = call.tmf('TMF622');
  const order = (id: string) => ownRecord(call, 'TMF622', 'productOrder', id);
  return {
    origin: client.origin,
    orders: () => ownRows(call, 'TMF622', 'productOrder', byParty(call), { query: { sort: '-orderDate' }, limit: 500 }),
    order,
    placed: (externalId) => madeBefore(call, 'TMF622', 'productOrder', byParty(call), externalId),
    place: (body) => client.post('productOrder', body),
    change: (id, patch) =>
      changeRecord(client, {
        resource: 'productOrder',
        id,
        read: () => order(id),
        patch: (body) => {
          call.demand(factsOf(body));
          return patch(body);
        },
      }),
    cancel: async (id, itemIds, reason) => {
      await client.post('cancelProductOrder', {
        productOrder: { id, '@referredType': 'ProductOrder' },
        productOrderItem: itemIds.map((itemId) => ({ id: itemId })),
        ...(reason !== undefined && { cancellationReason: reason }),
      });
    },
  };
}

/** An order as customers see it, with the visit its lines wait for. Where appointments cannot be asked, the line's own word stands. */
export async function shownOrder(call: Call, body: TmfBody): Promise<Order> {
  const setting = settingOf(call);
  const waiting = linesOf(body).find((item) => visitIdOf(item) !== undefined);
  const id = waiting && visitIdOf(waiting);
  const { value } = id === undefined ? {} : await orGap('TMF646', visitsBackend(call).visit(id));
  const visit = value ? read(() => visitOf(value, setting)) : undefined;
  const known = visit ?? (waiting && visitRefOf(records(waiting, 'appointment')[0] ?? {}, setting));
  const order = readOne(ordersBackend(call).origin, () => orderOf(body, setting, known));
  const payment = await paymentOfOrder(call, body);
  return { ...(call.allows(factsOf(body), 'order.activate') ? order : notToActivate(order)), ...(payment && { payment }) };
}

/** A visit that cannot be read costs the order nothing. */
function read<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return undefined;
  }
}
