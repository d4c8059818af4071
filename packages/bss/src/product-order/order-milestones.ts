import type { Json } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { leavesOf, milestonesOf } from './item.ts';

/** The milestones of all lines as TMF622 v5 has them, on the order; the lines keep their own, which v4 shows. */
export function milestonesOfOrder(order: Resource): Json[] {
  return leavesOf(order).flatMap((item) =>
    milestonesOf(item).map(({ name, description, status, milestoneDate }) => ({
      id: `${String(item['id'])}-${String(name)}`,
      name,
      description,
      status,
      milestoneDate,
      productOrderItem: [{ productOrderId: order.id, productOrderItemId: String(item['id']), '@type': 'ProductOrderItemRef' }],
      '@type': 'ProductOrderMilestone',
    })),
  );
}

export function withMilestones(order: Resource): Resource {
  const milestones = milestonesOfOrder(order);
  return milestones.length === 0 ? order : { ...order, productOrderMilestone: milestones };
}
