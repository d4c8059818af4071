import { readBooks } from './books.ts';
import type { Machine } from './machine.ts';
import type { RunningProduct } from './running-product.ts';

interface Visit {
  readonly id: string;
  readonly status: string;
  readonly relatedEntity?: readonly { readonly id: string }[];
}

interface Order {
  readonly id: string;
  readonly externalId: string;
}

const ORDERS = 'productOrderingManagement/v4/productOrder?limit=1000&fields=id,externalId';
const VISITS = 'appointment/v4/appointment?limit=1000';

/** What there is at the operator and at the payment provider, whatever a page says. */
export interface Counted {
  readonly orders: readonly Order[];
  /** Held or booked. */
  readonly visits: readonly Visit[];
  readonly carts: number;
  /** Payments at the provider, and those that billing knows. */
  readonly charges: number;
  readonly payments: number;
}

export async function count(machine: Machine, product: RunningProduct): Promise<Counted> {
  const [orders, visits, carts, { charges, payments }] = await Promise.all([
    machine.read<Order[]>(ORDERS),
    machine.read<Visit[]>(VISITS),
    machine.read<unknown[]>('shoppingCart/v4/shoppingCart?limit=1000&fields=id'),
    product.psp ? readBooks(product) : { charges: [], payments: [] },
  ]);
  return { orders, visits: visits.filter(({ status }) => status === 'initialized' || status === 'confirmed'), carts: carts.length, charges: charges.length, payments: payments.length };
}

/** By how much there is more than before. */
export const more = (before: Counted, now: Counted) => ({
  orders: now.orders.length - before.orders.length,
  visits: now.visits.length - before.visits.length,
  charges: now.charges - before.charges,
  payments: now.payments - before.payments,
});
