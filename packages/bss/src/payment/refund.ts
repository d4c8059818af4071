import { giveBack } from './capture.ts';
import { payableIn } from './money-of.ts';
import { refuseCardData } from './no-card-data.ts';
import { paymentNamed, refundable } from './refunded.ts';
import { money } from '../customer-bill/amounts.ts';
import type { Act, Noun } from '../nouns/noun.ts';
import { change, instant, iso, oneOf } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { unprocessable } from '../surface/tmf-error.ts';

const tooMuch = (most: number): string => `At most ${money(most).value.toFixed(2)} of this payment can be given back.`;

/** Why money cannot be given back; undefined when it was. */
async function perform(act: Act, refund: Resource): Promise<string | undefined> {
  const payment = await act.tx.get('payment', paymentNamed(refund) ?? '');
  const amount = payableIn(refund);
  if (!payment) return 'The refund names no payment that there is.';
  if (amount === undefined) return 'The amount is none that can be paid.';
  const most = await refundable(act.tx, payment.body);
  return amount > most ? tooMuch(most) : giveBack(act, payment.body, refund, amount);
}

/** TMF676 refunds: at most what was captured, all of them together. One without a payment or an amount stays pending. */
export const refundNoun: Noun = {
  resource: 'refund',
  creating: async (act, refund) => {
    refuseCardData(refund);
    const payment = await act.tx.get('payment', paymentNamed(refund) ?? '');
    const amount = payableIn(refund);
    if (!payment || amount === undefined) return refund;
    const most = await refundable(act.tx, payment.body);
    if (amount > most) throw unprocessable(tooMuch(most));
    return refund;
  },
  courses: [
    {
      resource: 'refund',
      open: [oneOf('status', 'pending')],
      isDue: (refund, { now, step }) =>
        refund['status'] === 'pending' && paymentNamed(refund) !== undefined && payableIn(refund) !== undefined && now >= instant(refund['statusDate']) + step,
      advance: async (tx, refund, { now }) => {
        const reason = await perform({ tx, now: new Date(now) }, refund);
        const said = reason === undefined ? { status: 'done' } : { status: 'denied', statusReason: reason };
        await change(tx, 'refund', refund, { ...said, statusDate: iso(now) }, now);
      },
    },
  ],
};
