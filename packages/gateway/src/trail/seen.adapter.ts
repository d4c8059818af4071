import type { Bill, Money } from '@faceplate/contracts';
import { billOf } from '../bills/bills.adapter.ts';
import { type Attempt, statusOf } from '../payments/attempt.ts';
import { amountIn, billedPayment, billedStatus } from '../payments/payments.adapter.ts';
import { instant, needed, records, text } from '../tmf/read.ts';
import type { Setting } from '../tmf/setting.ts';
import { originOf } from '../upstream/origin.ts';
import type { TmfBody } from '../upstream/types.ts';
import type { Booking, Refund, Refunds, Wish } from './seen.ts';

/** A payment of the portal's, with the parts that the caller may see. */
export const wishOf = (attempt: Attempt, parts: Attempt['parts']): Wish => ({
  id: attempt.id,
  reference: attempt.reference,
  at: attempt.at,
  ...(attempt.settledAt !== undefined && { settledAt: attempt.settledAt }),
  amount: attempt.amount,
  parts,
  isWhole: parts.length === attempt.parts.length,
  status: statusOf(attempt),
  wasBooked: attempt.state === 'booked',
});

/** A TMF676 payment with what was given back of it, as far as it could be asked. */
export function bookingOf(body: TmfBody, { of: refunds, isWhole }: Refunds, setting: Setting, origin: string): Booking {
  const payment = billedPayment(body, setting);
  const id = needed(text(body, 'account', 'id'), 'account.id');
  const correlation = text(body, 'correlatorId');
  const items = itemsOf(body, payment.amount.currency, setting);
  return {
    payment,
    system: originOf(body) ?? origin,
    account: { id, name: text(body, 'account', 'name') ?? id },
    ...(correlation !== undefined && { correlation }),
    ...(items && { items }),
    refunds: refunds.get(payment.id) ?? [],
    ...(!isWhole && { mayHaveMoreRefunds: true }),
  };
}

/** All items together; nothing where one of them cannot be added to the others. */
function itemsOf(body: TmfBody, currency: string, setting: Setting): Money | undefined {
  const amounts = records(body, 'paymentItem').map((item) => amountIn(item, setting));
  if (amounts.length === 0 || amounts.some((amount) => amount?.currency !== currency)) return undefined;
  return { amount: amounts.reduce((sofar, amount) => sofar + (amount?.amount ?? 0), 0), currency };
}

/** A TMF676 refund, and of which payment. */
export function refundOf(body: TmfBody, setting: Setting, origin: string): { paymentId: string; refund: Refund } {
  const at = instant(body, 'refundDate') ?? instant(body, 'statusDate');
  const refund = {
    id: needed(text(body, 'id'), 'id'),
    system: originOf(body) ?? origin,
    amount: needed(amountIn(body, setting), 'totalAmount'),
    isDone: billedStatus(body) === 'paid',
    ...(at !== undefined && { at }),
  };
  return { paymentId: needed(text(body, 'payment', 'id'), 'payment.id'), refund };
}

/** A bill without its lines: what it comes to, and what has settled it. */
export const seenBillOf = (body: TmfBody, setting: Setting, origin: string): Bill => billOf(body, { charges: [], of: 0 }, setting, origin);
