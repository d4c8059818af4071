import type { Order, OrderPaymentRequest } from '@faceplate/contracts';
import { zero } from '@faceplate/domain';
import { instant, records, text } from '../tmf/read.ts';
import { factsOf } from '../policy/facts.ts';
import { tmfMoney } from '../tmf/money.ts';
import { ownRows } from '../tmf/owned.ts';
import type { Call } from '../routing/route.ts';
import type { TmfBody } from '../upstream/types.ts';
import { type Attempt, hasEnded } from '../payments/attempt.ts';
import { asking, paymentIdOf, written } from '../payments/start-payment.ts';
import { conflict } from './lines.ts';
import { ordersBackend, shownOrder } from './orders.backend.ts';
import { begun, demandPayer, deskOf, dueOf } from './pay-order.ts';

type Paying = Call<{ orderId: string }, unknown, OrderPaymentRequest>;

/** Once there is a bill of later than the order, its sum may stand on it: paid by itself too, it would be paid twice. */
async function refuseBilled(call: Call, order: TmfBody, accountId: string): Promise<void> {
  const placed = Date.parse(instant(order, 'orderDate') ?? '');
  const { rows } = await ownRows(call, 'TMF678', 'customerBill', { by: 'billingAccount.id', ids: [accountId] }, { query: { sort: '-billDate' }, limit: 50 });
  const isSince = (bill: TmfBody) => Date.parse(instant(bill, 'billDate') ?? '') >= placed;
  if (rows.some(isSince)) throw conflict('order-not-payable', 'A bill has come since. What is owed for this order stands there: pay the bill.');
}

/** The payment of before, as the provider and billing know it at this moment: what it took after all must not be taken again. */
async function lastOf(call: Call, order: TmfBody): Promise<Attempt> {
  const id = text(records(order, 'payment')[0], 'id');
  const last = id === undefined ? undefined : await asking(deskOf(call).advance(id));
  if (last) return last;
  throw conflict('order-not-payable', 'Nothing is paid for this order by itself. It stands on a bill.');
}

/**
 * Pays an order whose payment came to nothing. The order names the new payment before the provider hears of it, and is its
 * account's one payment under way: whatever is lost, and whoever tries again, finds that one. One at a time, in turns of
 * the order.
 */
export async function payAgain(call: Paying): Promise<Order> {
  const backend = ordersBackend(call);
  const order = await backend.order(call.params.orderId);
  // Whoever may see the order and not pay it does not learn how it was to be paid.
  demandPayer(call, factsOf(order).accountIds, zero(call.tenant.currency));
  const last = await lastOf(call, order);
  if (!hasEnded(last)) return shownOrder(call, order);
  const amount = dueOf(order, call.tenant.currency);
  const account = last.parts[0]?.account;
  if (!account || amount.amount <= 0) throw conflict('order-not-payable', 'Nothing is owed for this order any more.');
  demandPayer(call, [account.id], amount);
  await refuseBilled(call, order, account.id);
  const id = paymentIdOf(call);
  const { meansId, back = `/orders/${encodeURIComponent(call.params.orderId)}` } = call.body;
  const wish = { asked: JSON.stringify(['order again', call.params.orderId, meansId ?? null]), keep: false, back, meansId };
  const { reference } = await written(call, deskOf(call), wish, () => Promise.resolve([{ account, amount }]));
  const named = { id, name: reference, amount: tmfMoney(amount), '@referredType': 'Payment' };
  const changed = await backend.change(call.params.orderId, (body) => {
    const known = records(body, 'payment');
    return text(known[0], 'id') === id ? undefined : { payment: [named, ...known] };
  });
  await begun(call, { id });
  return shownOrder(call, changed);
}
