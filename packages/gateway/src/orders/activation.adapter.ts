import { Activation, type ItemActions, type Order } from '@faceplate/contracts';
import { optional } from '../products/products.adapter.ts';
import { instant, records, text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';

/** What a line says of its activation; the extension is ours, so that whoever has none shows none. */
export function activationOf(item: TmfBody): Activation | undefined {
  const [said] = records(item, 'activation');
  const kind = Activation.shape.kind.safeParse(text(said, 'kind'));
  const state = Activation.shape.state.safeParse(text(said, 'state'));
  if (!said || !kind.success || !state.success) return undefined;
  return {
    kind: kind.data,
    state: state.data,
    ...optional({ since: instant(said, 'since'), expectedBy: instant(said, 'expectedBy'), code: text(said, 'code'), result: text(said, 'result') }),
  };
}

/** May the customer activate the line now? Undefined where there is nothing to activate. */
export function mayActivate(item: TmfBody): ItemActions['activate'] {
  const activation = activationOf(item);
  if (!activation) return undefined;
  if (activation.state === 'running') return { allowed: false, code: 'activating', reason: 'It is being activated.', remedy: 'Wait a moment.' };
  if (activation.state === 'active') return { allowed: false, code: 'active', reason: 'It is active.', remedy: 'You find it among your products.' };
  if (text(item, 'state') === 'pending') return { allowed: true };
  return { allowed: false, code: 'halted', reason: 'It cannot be activated while the line stands still.', remedy: 'Look at what the line waits for.' };
}

const ELSEWHERE: ItemActions['activate'] = {
  allowed: false,
  code: 'personal',
  reason: 'Only the customer can activate it, in the portal itself.',
  remedy: 'Sign in with the address it was ordered under; without an account, make one.',
};

/** An order for somebody who may not activate what is in it: the code that fetches a number is no business of theirs. */
export function notToActivate(order: Order): Order {
  return {
    ...order,
    items: order.items.map((item) => {
      if (!item.activation) return item;
      const { code: _code, ...activation } = item.activation;
      return { ...item, activation, may: { ...item.may, activate: item.may?.activate?.allowed ? ELSEWHERE : item.may?.activate } };
    }),
  };
}
