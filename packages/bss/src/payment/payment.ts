import { capture, reverse } from './capture.ts';
import { whyUnusable } from './method.ts';
import { accountIdOf, hasMethod, moneyOf, payableIn, whyUnpayable } from './money-of.ts';
import { refuseCardData } from './no-card-data.ts';
import { refundedOf } from './refunded.ts';
import { tellOfFailure } from './told.ts';
import type { Act, Lever, Noun } from '../nouns/noun.ts';
import { newId } from '../rules/id.ts';
import { sameJson } from '../rules/lifecycle.ts';
import { change, type Course, instant, iso, objects, oneOf, text } from '../simulator/course.ts';
import { save } from '../store/save.ts';
import type { Resource } from '../store/store.ts';
import { conflict, notFound } from '../surface/tmf-error.ts';

const PAYMENT = 'payment';

const isSameMoney = (one: Resource, other: Resource): boolean => sameJson(moneyOf(one), moneyOf(other));

/**
 * A repeat of a payment is the payment: TMF676's `correlatorId` is the payer's
 * own number for it. Under one number there are no two amounts.
 */
async function once({ tx }: Act, payment: Resource): Promise<Resource> {
  const correlator = text(payment['correlatorId']);
  if (correlator === undefined || correlator === '') return payment;
  const first = await tx.claim('payment', `${accountIdOf(payment) ?? ''}/${correlator}`, payment.id);
  const before = first === payment.id ? undefined : await tx.get(PAYMENT, first);
  if (!before) return payment;
  if (!isSameMoney(before.body, payment)) throw conflict(`Payment ${first} has this correlatorId and another amount. Send a correlatorId of its own.`);
  return before.body;
}

/** A new payment that somebody within wants made: stored as if it had been posted. */
export async function placePayment(act: Act, said: Record<string, unknown>): Promise<Resource> {
  const id = newId();
  const at = iso(act.now.getTime());
  const href = `/tmf-api/paymentManagement/v4/payment/${id}`;
  const body: Resource = { ...said, id, href, '@type': 'Payment', status: 'pendingAuthorization', paymentDate: at, statusDate: at };
  const kept = await once(act, body);
  if (kept.id === id) await save(act.tx, PAYMENT, body, act.now);
  return kept;
}

/** The stored method a payment names, or what it says of one itself. */
async function whyNotBy({ tx, now }: Act, payment: Resource, accountId: string): Promise<string | undefined> {
  const [named = {}] = objects(payment['paymentMethod']);
  const id = text(named['id']);
  if (id === undefined) return whyUnusable(named, now);
  const stored = await tx.get('paymentMethod', id);
  if (!stored) return `There is no payment method ${id}.`;
  const owners = objects(stored.body['account']).map((account) => account['id']);
  if (owners.length > 0 && !owners.includes(accountId)) return 'The payment method belongs to another account.';
  return whyUnusable(stored.body, now);
}

async function whyDenied(act: Act, payment: Resource): Promise<string | undefined> {
  const accountId = accountIdOf(payment);
  if (accountId === undefined || !(await act.tx.get('billingAccount', accountId))) return `There is no billing account ${accountId ?? ''}.`;
  return whyUnpayable(payment) ?? (await whyNotBy(act, payment, accountId));
}

async function move({ tx, now }: Act, payment: Resource, status: string, statusReason?: string): Promise<Resource> {
  const at = now.getTime();
  return change(tx, PAYMENT, payment, { status, statusDate: iso(at), ...(statusReason !== undefined && { statusReason }) }, at);
}

/** Asks the payer's bank. Answers the payment as it then is. */
export async function authorize(act: Act, payment: Resource): Promise<Resource> {
  const reason = await whyDenied(act, payment);
  if (reason !== undefined) {
    await tellOfFailure(act, payment, reason);
    return move(act, payment, 'denied', reason);
  }
  const authorized = { ...payment, authorizationCode: text(payment['authorizationCode']) ?? newId().toUpperCase() };
  return move(act, authorized, 'authorized');
}

async function take(act: Act, payment: Resource): Promise<void> {
  if (await capture(act, payment)) await move(act, payment, 'captured');
  else await move(act, payment, 'failed', 'The billing account is gone.');
}

/** What was only authorized waits until somebody takes it. */
const isOpen = ({ status, onHold }: Resource): boolean => status === 'pendingAuthorization' || (status === 'authorized' && onHold !== true);

/** Without an amount or a method a payment is pending for ever; it can never be captured. */
const course: Course = {
  resource: PAYMENT,
  open: [oneOf('status', 'pendingAuthorization', 'authorized')],
  isDue: (payment, { now, step }) =>
    isOpen(payment) && moneyOf(payment) !== undefined && hasMethod(payment) && now >= instant(payment['statusDate']) + step,
  advance: async (tx, payment, { now }) => {
    const act = { tx, now: new Date(now) };
    if (payment['status'] === 'authorized') await take(act, payment);
    else await authorize(act, payment);
  },
};

/** A bank says no, early or late: what was captured goes back, and its bills are owed again. */
async function fail(act: Act, payment: Resource, reason: string): Promise<Resource> {
  if (payment['status'] === 'captured') {
    const left = (payableIn(payment) ?? 0) - (await refundedOf(act.tx, payment.id));
    await reverse(act, payment, left);
  }
  await tellOfFailure(act, payment, reason);
  return move(act, payment, 'failed', reason);
}

const failing: Lever = {
  path: 'payments/:id/fail',
  summary: 'The payer’s bank refuses a payment, or takes a captured one back.',
  body: { reason: 'text' },
  optional: ['reason'],
  pull: async (act, { params, body }) => {
    const found = await act.tx.get(PAYMENT, params['id'] ?? '');
    if (!found) throw notFound();
    const failed = await fail(act, found.body, text(body['reason']) ?? 'The bank refused the payment.');
    return { id: failed.id, status: failed['status'] };
  },
};

/** Who names an authorization has taken the money elsewhere, as a payment provider does: nobody is left to be asked. */
async function takenElsewhere(act: Act, payment: Resource): Promise<Resource> {
  const isTaken = payment['status'] === 'pendingAuthorization' && text(payment['authorizationCode']) !== undefined;
  if (!isTaken || moneyOf(payment) === undefined || !hasMethod(payment)) return payment;
  const authorized = await authorize(act, payment);
  if (authorized['status'] === 'authorized') await take(act, authorized);
  return authorized;
}

/** TMF676 payments: authorized, captured and applied to bills, or denied with a reason; taken back when a bank says so. */
export const paymentNoun: Noun = {
  resource: PAYMENT,
  creating: async (act, payment) => {
    refuseCardData(payment);
    return once(act, payment);
  },
  created: takenElsewhere,
  courses: [course],
  levers: [failing],
};
