import { iso, type Json, objects } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';

/** Why a line may miss its day, and what it means for it. */
export interface Trouble {
  name: string;
  /** The reason, for people. */
  message: string;
  exception?: string;
  isCritical?: boolean;
}

/** A new alert in TMF622 v5's shape; v4 carries it as an extension. */
export function alarmed(order: Resource, itemId: string, { name, message, exception, isCritical = false }: Trouble, now: number): Resource {
  const alerts = objects(order['productOrderJeopardyAlert']);
  const alert: Json = {
    id: `${order.id}-${alerts.length + 1}`,
    alertDate: iso(now),
    name,
    jeopardyType: isCritical ? 'Critical' : 'Normal',
    message,
    ...(exception !== undefined && { exception }),
    productOrderItem: [{ productOrderId: order.id, productOrderItemId: itemId, '@type': 'ProductOrderItemRef' }],
    '@type': 'ProductOrderJeopardyAlert',
  };
  return { ...order, productOrderJeopardyAlert: [...alerts, alert] };
}
