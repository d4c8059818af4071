import { withdrawn } from '../approval/close.ts';
import type { Act } from '../nouns/noun.ts';
import { sameJson } from '../rules/lifecycle.ts';
import { save, tell } from '../store/save.ts';
import type { Resource } from '../store/store.ts';
import { visitsEnded } from './finish.ts';
import { leavesOf } from './item.ts';
import { settled } from './settle.ts';

const askedOf = (order: Resource) => leavesOf(order).filter(({ waitingFor, state }) => state === 'pending' && waitingFor === 'customer').map(({ id }) => String(id));

/** Stores an order as its lines say it is, if that is anything new, and asks the customer for what a line newly waits for. */
export async function keep({ tx, now }: Act, before: Resource, after: Resource): Promise<Resource> {
  const order = settled(after, now);
  if (sameJson(before, order)) return before;
  await save(tx, 'productOrder', order, now);
  await visitsEnded({ tx, now }, order);
  if (order['state'] === 'cancelled' && before['state'] !== 'cancelled') await withdrawn({ tx, now }, order);
  const known = new Set(askedOf(before));
  if (askedOf(order).some((id) => !known.has(id))) await tell(tx, 'productOrder', order, 'InformationRequired', now);
  return order;
}
