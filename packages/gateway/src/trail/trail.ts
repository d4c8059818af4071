import type { Trail, TrailMismatch } from '@faceplate/contracts';
import { notFound } from '../problem.ts';
import { ordersBackend } from '../orders/orders.backend.ts';
import { orderSummaryOf } from '../orders/orders.adapter.ts';
import { billedPayment, factsOfAccounts } from '../payments/payments.adapter.ts';
import type { Call } from '../routing/route.ts';
import { onceEach } from '../tmf/gather.ts';
import { ownRecord } from '../tmf/owned.ts';
import { readOne } from '../tmf/read-one.ts';
import { text } from '../tmf/read.ts';
import { settingOf } from '../tmf/setting.ts';
import { billsBackend } from '../bills/bills.backend.ts';
import { type Gathered, ofBill, ofOrder, ofPayment } from './gather.ts';
import { mismatchesIn } from './mismatches.ts';
import { ownAttempt } from './payments-seen.ts';
import { seenBillOf } from './seen.adapter.ts';
import { inWords } from './sentences.ts';
import { stepsOf } from './steps.ts';
import { TrailBackend } from './trail.backend.ts';

type Beginning = Pick<Trail, 'about' | 'correlationId'> & { gather: (backend: TrailBackend) => Promise<Gathered> };

/** By the portal's id, or by billing's own. */
export async function paymentTrail(call: Call, id: string): Promise<Trail> {
  const attempt = await ownAttempt(call, id);
  // One of the portal's of which nothing is the caller's is not there, whatever billing would say.
  if (!attempt && (await call.payments?.store.read(id))) throw notFound();
  if (attempt) return trail(call, { about: { kind: 'payment', id, number: attempt.reference }, correlationId: attempt.id, gather: (backend) => ofPayment(call, backend, { attempt }) });
  const body = await ownRecord(call, 'TMF676', 'payment', id, { facts: factsOfAccounts, action: 'payment.read' });
  const { reference } = readOne(call.tmf('TMF676').origin, () => billedPayment(body, settingOf(call)));
  const behind = await ownAttempt(call, text(body, 'correlatorId'));
  const correlationId = text(body, 'correlatorId') ?? id;
  return trail(call, { about: { kind: 'payment', id, number: reference }, correlationId, gather: (backend) => ofPayment(call, backend, { attempt: behind, body }) });
}

export async function billTrail(call: Call, id: string): Promise<Trail> {
  const { bill: read, origin } = billsBackend(call);
  const look = async () => {
    const body = await read(id);
    return readOne(origin, () => seenBillOf(body, settingOf(call), origin));
  };
  const bill = await look();
  // Whoever sees what is owed need not know how it was paid.
  call.demand({ accountIds: [bill.account.id] }, 'payment.read');
  return trail(call, { about: { kind: 'bill', id, number: bill.number }, correlationId: bill.number, gather: async (backend) => ofBill(call, backend, await look()) });
}

export async function orderTrail(call: Call, id: string): Promise<Trail> {
  const { order, origin } = ordersBackend(call);
  const body = await order(id);
  const { number } = readOne(origin, () => orderSummaryOf(body, settingOf(call)));
  return trail(call, { about: { kind: 'order', id, number }, correlationId: number, gather: (backend) => ofOrder(call, backend, body) });
}

const keyOf = ({ kind, payment, bill, account }: Omit<TrailMismatch, 'says'>): string => JSON.stringify([kind, payment?.id, bill?.id, account?.id]);

/**
 * What was found, and what in it contradicts. Systems are asked one after the other while money moves, so what seems to
 * contradict is looked at once more, and told when it is still there.
 */
async function trail(call: Call, { about, correlationId, gather }: Beginning): Promise<Trail> {
  const look = async () => {
    const backend = new TrailBackend(call);
    const found = await gather(backend);
    return { found, gaps: backend.gaps, mismatches: mismatchesIn(found.seen) };
  };
  const first = await look();
  const last = first.mismatches.length > 0 ? await look() : first;
  const before = new Set(first.mismatches.map(keyOf));
  const { found, gaps, mismatches } = last;
  const speakers = { portal: call.tenant.name, provider: call.payments?.provider.name ?? '' };
  return {
    about,
    correlationId,
    checkedAt: call.clock().toISOString(),
    steps: stepsOf(found, speakers),
    mismatches: mismatches.filter((one) => before.has(keyOf(one))).map(inWords),
    missing: onceEach(found.missing),
    gaps: onceEach(gaps),
  };
}
