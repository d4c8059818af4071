import type { Order } from '@faceplate/contracts';
import { records } from '../tmf/read.ts';
import { activationOf, mayActivate } from './activation.adapter.ts';
import { conflict, lineIn, type OfLine, withLine } from './lines.ts';
import { linesOf } from './orders.adapter.ts';
import { ordersBackend, shownOrder } from './orders.backend.ts';

/** Begins an activation. A repeat finds it running, or done, and begins nothing. @throws {Refusal} 409 where there is nothing to activate. */
export async function activateItem(call: OfLine<unknown>): Promise<Order> {
  const { orderId, itemId } = call.params;
  const backend = ordersBackend(call);
  const changed = await backend.change(orderId, (order) => {
    const item = lineIn(linesOf(order), itemId);
    const state = activationOf(item)?.state;
    if (state === 'running' || state === 'active') return undefined;
    const may = mayActivate(item);
    if (!may?.allowed) throw conflict('line-cannot-change', may?.reason ?? 'This line has nothing to activate now.', may?.remedy);
    return withLine(order, itemId, (line) => ({ ...line, activation: { ...records(line, 'activation')[0], state: 'running' } }));
  });
  return shownOrder(call, changed);
}
