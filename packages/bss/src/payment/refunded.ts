import { payableIn } from './money-of.ts';
import type { StoreReader } from '../store/store.ts';
import { objects, oneOf } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';

/** Cents of a payment that have been given back already. */
export async function refundedOf(tx: StoreReader, paymentId: string): Promise<number> {
  const { rows } = await tx.list('refund', { where: [oneOf('payment.id', paymentId), oneOf('status', 'done')] });
  return rows.reduce((sum, { body }) => sum + (payableIn(body) ?? 0), 0);
}

/** Cents that can still be given back: at most what was captured. */
export async function refundable(tx: StoreReader, payment: Resource): Promise<number> {
  if (payment['status'] !== 'captured') return 0;
  return (payableIn(payment) ?? 0) - (await refundedOf(tx, payment.id));
}

export const paymentNamed = (refund: Resource): string | undefined => {
  const id = objects(refund['payment'])[0]?.['id'];
  return typeof id === 'string' ? id : undefined;
};
