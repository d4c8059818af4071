import { accountIdOf, payableIn } from './money-of.ts';
import { addresseesOf, send } from '../communication/send.ts';
import { CURRENCY } from '../customer-bill/amounts.ts';
import type { Act } from '../nouns/noun.ts';
import type { Resource } from '../store/store.ts';

const shown = (payment: Resource): string => {
  const amount = payableIn(payment);
  return amount === undefined ? 'Your payment' : `Your payment of ${(amount / 100).toFixed(2)} ${CURRENCY}`;
};

/** Tells the owners of an account that a payment came to nothing, why, and what they can do. Once a payment. */
export async function tellOfFailure(act: Act, payment: Resource, reason: string): Promise<void> {
  const account = await act.tx.get('billingAccount', accountIdOf(payment) ?? '');
  if (!account) return;
  await send(act, addresseesOf(account.body), {
    subject: 'A payment did not go through',
    content: `${shown(payment)} did not go through. ${reason} Please look at your payment method, or pay in another way.`,
    category: 'payment',
    about: { id: payment.id, '@referredType': 'Payment' },
    key: `payment/${payment.id}`,
  });
}
