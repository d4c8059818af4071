import { withdrawn } from '../approval/close.ts';
import { tellOfOrder } from '../communication/order-news.ts';
import type { Act } from '../nouns/noun.ts';
import { sameJson } from '../rules/lifecycle.ts';
import { save } from '../store/save.ts';
import type { Resource } from '../store/store.ts';
import { visitsEnded } from './finish.ts';
import { settled } from './settle.ts';

/** Stores an order as its lines say it is, if that is anything new; nobody comes for what will not be, nor has to approve it. */
export async function keep(act: Act, before: Resource, after: Resource): Promise<Resource> {
  const order = settled(after, act.now);
  if (sameJson(before, order)) return before;
  await save(act.tx, 'productOrder', order, act.now);
  await tellOfOrder(act, before, order);
  await visitsEnded(act, order);
  if (order['state'] === 'cancelled' && before['state'] !== 'cancelled') await withdrawn(act, order);
  return order;
}
