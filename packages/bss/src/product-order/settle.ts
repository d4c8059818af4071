import type { Json } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { latestDay, partsOf, remade } from './item.ts';
import { withMilestones } from './order-milestones.ts';
import { broughtTo, orderState } from './state.ts';

/** A line that holds others is what they are. */
function rolledUp(item: Json): Json {
  const parts = partsOf(item);
  const expected = latestDay(parts);
  return { ...item, state: orderState(parts), ...(expected && { expectedCompletionDate: expected }) };
}

/** The lines of an order, those that hold others as these say they are. */
export const rolledUpLines = (order: Resource): Json[] => remade(order, (item) => item, rolledUp);

/** An order as its lines say it is: its state and its day follow from theirs. */
export function settled(order: Resource, now: Date): Resource {
  if (partsOf(order).length === 0) return order;
  const items = rolledUpLines(order);
  const expected = latestDay(items);
  const whole = {
    ...order,
    productOrderItem: items,
    ...(expected && { expectedCompletionDate: expected, requestedCompletionDate: order['requestedCompletionDate'] ?? expected }),
  };
  return broughtTo(withMilestones(whole), orderState(items), now);
}
