import type { Gap, Payment, PaymentMeans, PaymentPart } from '@faceplate/contracts';
import type { Call } from '../routing/route.ts';
import { orGap, readEach } from '../tmf/gather.ts';
import { ownRecord, ownRows } from '../tmf/owned.ts';
import { readOne } from '../tmf/read-one.ts';
import { settingOf } from '../tmf/setting.ts';
import { text } from '../tmf/read.ts';
import type { Attempt } from './attempt.ts';
import { billedPayment, billedStatus, factsOfAccounts, means } from './payments.adapter.ts';

const MOST = 1_000;

/** Payments that billing has from elsewhere, or of before: of any channel, on the caller's accounts. */
export async function billedPayments(call: Call, ours: ReadonlySet<string>): Promise<{ items: Payment[]; gaps: Gap[] }> {
  const { accountIds } = call.subject;
  const found = await orGap('TMF676', ownRows(call, 'TMF676', 'payment', { by: 'account.id', ids: accountIds }, { facts: factsOfAccounts, query: { sort: '-paymentDate' }, limit: MOST, action: 'payment.read' }));
  if (found.value === undefined) return { items: [], gaps: found.gaps };
  const { items, gaps } = readEach('TMF676', found.value, (row) => (ours.has(text(row, 'correlatorId') ?? '') ? undefined : billedPayment(row, settingOf(call))));
  return { items, gaps: [...found.gaps, ...gaps] };
}

/** One of billing's own. */
export async function billed(call: Call, id: string): Promise<Payment> {
  const body = await ownRecord(call, 'TMF676', 'payment', id, { facts: factsOfAccounts, action: 'payment.read' });
  return readOne(call.tmf('TMF676').origin, () => billedPayment(body, settingOf(call)));
}

/** Billing has taken it back since, as banks can: read of its own record, so only where billing can be asked. */
export async function isReturned(call: Call, { state, billingIds: [billingId] = [], parts }: Attempt): Promise<boolean> {
  if (state !== 'booked' || billingId === undefined) return false;
  const first: PaymentPart | undefined = parts[0];
  if (!first || !call.allows({ accountIds: [first.account.id] }, 'payment.read')) return false;
  const { value } = await orGap('TMF676', call.tmf('TMF676').get('payment', billingId));
  return value !== undefined && ['failed', 'returned'].includes(billedStatus(value) ?? '');
}

/** Ways to pay that billing keeps: it uses them by itself, when a bill falls due. */
export async function billingMeans(call: Call): Promise<{ items: (PaymentMeans & { token?: string })[]; gaps: Gap[] }> {
  const ids = call.reach('payment-means.read').accountIds;
  const found = await orGap('TMF670', ownRows(call, 'TMF670', 'paymentMethod', { by: 'account.id', ids }, { facts: factsOfAccounts, limit: 100, action: 'payment-means.read' }));
  return found.value === undefined ? { items: [], gaps: found.gaps } : readEach('TMF670', found.value, means);
}
