import type { Customers } from './customers.ts';
import type { Listener } from './listener.ts';
import type { Resource, Store, StoredChange } from '../../store/store.ts';

const PAGE = 1000;

/** What a store holds of the orders. */
export interface Books {
  orders: Resource[];
  changes: StoredChange[];
}

export async function booksOf(store: Store): Promise<Books> {
  const orders: Resource[] = [];
  for (let more = true; more; ) {
    const { rows } = await store.read().list('productOrder', { offset: orders.length, limit: PAGE });
    orders.push(...rows.map(({ body }) => body));
    more = rows.length === PAGE;
  }
  const changes: StoredChange[] = [];
  for (let more = true; more; ) {
    const next = await store.changes.after(changes.at(-1)?.seq ?? 0, PAGE);
    changes.push(...next);
    more = next.length === PAGE;
  }
  // The subscriber hears of orders alone.
  return { orders, changes: changes.filter(({ resource }) => resource === 'productOrder') };
}

/** For each order that a customer was told of: what is wrong with it. Then every order that nobody asked for. */
export function judgeOrders({ orders, changes }: Books, { submitted, complaints }: Customers): (string | undefined)[] {
  const byKey = Map.groupBy(orders, ({ externalId }) => externalId);
  const created = Map.groupBy(
    changes.filter(({ eventType }) => eventType === 'ProductOrderCreateEvent'),
    ({ id }) => id,
  );
  const asked = new Set(submitted.map(({ key }) => key));
  const cases = submitted.map(({ key, id }) => {
    const found = byKey.get(key) ?? [];
    if (found.length === 0) return `${key} is lost`;
    if (found.length > 1) return `${key} was made ${found.length} times`;
    if (found[0]?.id !== id) return `${key} is ${String(found[0]?.id)}, the customer was told ${id}`;
    const told = created.get(id)?.length ?? 0;
    return told === 1 ? undefined : `the outbox tells ${told} times of the making of ${key}`;
  });
  const uninvited = orders.filter(({ externalId }) => !asked.has(String(externalId)));
  return [...cases, ...uninvited.map(({ id }) => `nobody asked for order ${id}`), ...complaints];
}

/** For each change of an order in the outbox: whether it took effect with the subscriber, once and in its turn. Then what was told though it never happened. */
export function judgeEvents({ changes }: Books, { effects }: Listener, missing: readonly string[]): (string | undefined)[] {
  const lost = new Set(missing);
  const turn = new Map(changes.map(({ eventId }, at) => [eventId, at]));
  const happened = effects.filter((eventId) => turn.has(eventId));
  const early = new Set(happened.filter((eventId, at) => at > 0 && Number(turn.get(eventId)) < Number(turn.get(happened[at - 1] ?? ''))));
  const cases = changes.map(({ eventId, eventType, id }) => {
    if (lost.has(eventId)) return `${eventType} of ${id} never arrived`;
    return early.has(eventId) ? `${eventType} of ${id} arrived after what came later` : undefined;
  });
  const invented = effects.filter((eventId) => !turn.has(eventId));
  return [...cases, ...invented.map((eventId) => `event ${eventId} never happened`)];
}
