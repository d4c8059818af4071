import { definitionOf } from '../definitions/definitions.ts';
import { changed } from '../rules/change.ts';
import { wayTo } from '../rules/way.ts';
import type { Resource } from '../store/store.ts';

interface ItemState {
  state?: string;
}

/** What an order is when all its lines are over. */
function outcome(ends: ReadonlySet<string>): string {
  const [only = 'acknowledged'] = ends;
  if (ends.size <= 1) return only;
  if (ends.has('completed') || ends.has('partial')) return 'partial';
  return ends.has('failed') ? 'failed' : 'cancelled';
}

/** What an order is, from what its lines are; never a step back on the way TMF622 allows. */
export function orderState(items: readonly ItemState[]): string {
  const states = new Set(items.map(({ state = 'acknowledged' }) => state));
  const begun = states.has('completed') || states.has('partial');
  if (states.has('inProgress')) return 'inProgress';
  if (states.has('pending')) return 'pending';
  if (states.has('held')) return 'held';
  for (const leaving of ['assessingCancellation', 'pendingCancellation']) {
    // What has been delivered in part cannot be cancelled as a whole.
    if (states.has(leaving)) return begun ? 'inProgress' : leaving;
  }
  if (states.has('acknowledged')) return begun ? 'inProgress' : 'acknowledged';
  return outcome(states);
}

/** An order brought to a state over every legal step between, stamped as if it had stopped at each; as it is where no way leads. */
export function broughtTo(order: Resource, state: string, now: Date): Resource {
  const definition = definitionOf('productOrder');
  const way = wayTo(definition.lifecycle?.moves ?? {}, String(order['state']), state) ?? [];
  return way.reduce((before, next) => changed(definition, before, { ...before, state: next }, now), order);
}
