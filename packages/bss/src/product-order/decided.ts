import type { Decision } from '../approval/decision.ts';
import type { Act } from '../nouns/noun.ts';
import { iso, type Json } from '../simulator/course.ts';
import { letGo } from './finish.ts';
import { isOver, leavesOf, noted, remade, without } from './item.ts';
import { keep } from './keep.ts';

const waits = (item: Json) => item['state'] === 'pending' && item['waitingFor'] === 'company';

function words({ verdict, by, reason, step, steps }: Decision): string {
  if (verdict === 'approved') return step < steps ? `${by} has approved this order. One more has to.` : `${by} has approved this order.`;
  return verdict === 'rejected' ? `${by} has rejected this order: ${reason}` : reason;
}

/** An approved order begins; one that was rejected, withdrawn or forgotten is cancelled with the reason. */
export async function orderDecided(act: Act, id: string, verdict: Decision): Promise<void> {
  const order = (await act.tx.get('productOrder', id))?.body;
  if (!order || !leavesOf(order).some(waits)) return;
  const at = iso(act.now.getTime());
  const done = new Map<string, Json>();
  for (const item of leavesOf(order).filter((one) => waits(one) && !isOver(one))) {
    const said = noted(item, words(verdict), at);
    if (verdict.verdict !== 'approved') done.set(String(item['id']), { ...(await letGo(act, order, said)), state: 'cancelled' });
    else if (verdict.step < verdict.steps) done.set(String(item['id']), said);
    else done.set(String(item['id']), { ...without(said, 'waitingFor'), state: 'inProgress' });
  }
  const items = remade(order, (item) => done.get(String(item['id'])) ?? item);
  const why = verdict.verdict === 'approved' ? {} : { cancellationReason: words(verdict) };
  await keep(act, order, { ...order, ...why, productOrderItem: items });
}
