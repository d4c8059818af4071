import type { Money, Order, OrderRequest } from '@faceplate/contracts';
import { zero } from '@faceplate/domain';
import type { Call } from '../routing/route.ts';
import { Refusal } from '../problem.ts';
import { money, records, text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';
import { type Attempt, hasEnded, statusOf } from '../payments/attempt.ts';
import type { PaymentCounter } from '../payments/counter.ts';
import { onceOf } from './order-prices.ts';
import { asking, attemptOf, paymentIdOf, written } from '../payments/start-payment.ts';
import { isVisitor } from '../visitor/visitor.ts';

/** A payment that goes with an order, by which the order finds it. */
export interface OrderPayment {
  id: string;
  reference: string;
  amount: Money;
}

const CALLED_OFF = ['cancelled', 'rejected', 'failed', 'assessingCancellation', 'pendingCancellation'];

/** What the lines that are not called off cost at once; where lines say no price, what was to be paid before. */
export function dueOf(order: TmfBody, currency: string): Money {
  const standing = records(order, 'productOrderItem').filter((item) => !CALLED_OFF.includes(text(item, 'state') ?? ''));
  const before = standing.length > 0 ? money(currency, records(order, 'payment')[0], 'amount') : undefined;
  return onceOf(standing.flatMap((item) => records(item, 'itemTotalPrice')), currency) ?? before ?? zero(currency);
}

export function deskOf({ payments }: Call): PaymentCounter {
  if (payments) return payments;
  throw new Refusal({ status: 404, code: 'not-offered', title: 'This is not offered here.' });
}

/** Whoever has not signed in pays what they order, and nothing else: the order is theirs, and so is its payment. */
export function demandPayer(call: Call, accountIds: readonly string[], spend: Money): void {
  const facts = { accountIds, spend };
  call.demand(facts);
  if (!isVisitor(call.session)) call.demand(facts, 'payment.make');
}

/**
 * Writes down what is to be paid with an order, before the order is made: it is one of the two with one key, so a repeat
 * finds both. What is never paid stands on the next bill. Nothing when nothing is due, or nobody wants to pay now.
 */
export async function paymentFor(call: Call<unknown, unknown, OrderRequest>, account: TmfBody, amount: Money): Promise<OrderPayment | undefined> {
  const { pay } = call.body;
  if (!pay || amount.amount <= 0) return undefined;
  const desk = deskOf(call);
  const id = text(account, 'id') ?? '';
  demandPayer(call, [id], amount);
  const parts = [{ account: { id, name: text(account, 'name') ?? id }, amount }];
  const wish = { asked: JSON.stringify(['order', call.body.cartId, pay.meansId ?? null]), keep: false, back: pay.back ?? '/orders', meansId: pay.meansId };
  const { reference } = await written(call, desk, wish, () => Promise.resolve(parts));
  return { id: paymentIdOf(call), reference, amount };
}

/** Asks the provider for it, once the order stands. */
export async function begun(call: Call, { id }: Pick<OrderPayment, 'id'>): Promise<void> {
  if (!call.payments) return;
  call.concerns('payment', id);
  await asking(call.payments.advance(id));
}

/** What an order says of its payment, and how it stands now, for who made it or has the account; for who made it where it goes on, as well. */
export async function paymentOfOrder(call: Call, order: TmfBody): Promise<Order['payment']> {
  const [said] = records(order, 'payment');
  const [id, amount] = [text(said, 'id'), money(call.tenant.currency, said, 'amount')];
  if (id === undefined || !amount) return undefined;
  const known = { id, reference: text(said, 'name') ?? id, amount };
  const attempt = await attemptOf(call, id);
  if (!attempt) return known;
  const isMine = attempt.person === call.subject.sub;
  // A guest who has an account since is another to the payment, and has the same billing account.
  const isTheirs = attempt.parts.every(({ account }) => call.allows({ accountIds: [account.id] }, 'payment.read'));
  if (!isMine && !isTheirs) return known;
  const due = dueOf(order, call.tenant.currency);
  return { ...known, ...standingOf(attempt, isMine), ...(hasEnded(attempt) && due.amount > 0 && mayPay(call, attempt) && { again: true, amount: due }) };
}

/** Where it goes on is for who made it alone. */
function standingOf(attempt: Attempt, isMine: boolean): Pick<NonNullable<Order['payment']>, 'status' | 'action'> {
  const status = statusOf(attempt);
  if (status !== 'needs-you') return { status };
  return isMine ? { status, ...(attempt.actionUrl !== undefined && { action: { url: attempt.actionUrl } }) } : { status: 'processing' };
}

function mayPay(call: Call, { parts, amount }: Attempt): boolean {
  const facts = { accountIds: parts.map(({ account }) => account.id), spend: amount };
  return call.allows(facts, 'order.pay') && (isVisitor(call.session) || call.allows(facts, 'payment.make'));
}
