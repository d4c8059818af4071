import { Payment, PaymentList, PaymentMeansList, type PaymentPart, PaymentRequest } from '@faceplate/contracts';
import * as z from 'zod/mini';
import { falling, type Order, paged, pageQuery } from '../paging/page.ts';
import { localeQuery } from '../papers/locale-query.ts';
import { printerOf } from '../papers/paper-bill.ts';
import type { Locale } from '../papers/words.ts';
import { notFound, Refusal } from '../problem.ts';
import { type Call, type Route, route } from '../routing/route.ts';
import { type Attempt, statusOf } from './attempt.ts';
import type { PaymentCounter } from './counter.ts';
import { billed, billedPayments, billingMeans, isReturned } from './payments.backend.ts';
import { ProviderProblem } from './provider.ts';
import { payerName } from './payer-name.ts';
import { asking, startPayment } from './start-payment.ts';
import { paymentOf } from './view.ts';

const NEWEST: Order<Payment> = [falling(({ at }) => at), falling(({ id }) => id)];
const MOST = 1_000;

const deskOf = ({ payments }: Call): PaymentCounter => {
  if (payments) return payments;
  throw new Refusal({ status: 404, code: 'not-offered', title: 'This is not offered here.' });
};

const mine = (call: Call) => ({ account }: PaymentPart): boolean => call.allows({ accountIds: [account.id] }, 'payment.read');

const shown = (call: Call, attempt: Attempt): Payment | undefined => paymentOf(attempt, call.subject.sub, mine(call));

/** One of ours; what none of the caller's accounts has a part in is not there. */
async function ours(call: Call, id: string): Promise<Attempt | undefined> {
  const attempt = await deskOf(call).store.read(id);
  if (!attempt) return undefined;
  const parts = attempt.parts.filter(mine(call));
  if (parts.length === 0) throw notFound();
  call.demand({ accountIds: parts.map(({ account }) => account.id) }, 'payment.read');
  return attempt;
}

/** As it stands now: of one that is under way the provider is asked. */
async function one(call: Call, id: string): Promise<Payment> {
  const attempt = await ours(call, id);
  if (!attempt) return billed(call, id);
  const now = await deskOf(call).look(attempt);
  const payment = shown(call, now);
  if (!payment) throw notFound();
  return (await isReturned(call, now)) ? { ...payment, status: 'returned' } : payment;
}

async function receipt(call: Call<{ paymentId: string }, { locale?: Locale | undefined }>) {
  const { paymentId: id } = call.params;
  const payment = await one(call, id);
  if (payment.status !== 'paid') throw new Refusal({ status: 409, code: 'payment-not-paid', title: 'There is a receipt when it is paid.' });
  return { bytes: await printerOf(call).receipt(call.project(payment), call.tenant, call.query.locale), fileName: `receipt-${payment.reference}.pdf` };
}

async function ended(call: Call<{ paymentId: string }>): Promise<Payment> {
  const attempt = await ours(call, call.params.paymentId);
  // Whoever else sees it did not make it, and cannot end it.
  if (!attempt || attempt.person !== call.subject.sub) throw notFound();
  for (const { account } of attempt.parts) call.demand({ accountIds: [account.id], spend: attempt.amount });
  const now = (await asking(deskOf(call).cancel(attempt.id))) ?? attempt;
  const payment = shown(call, now);
  if (!payment) throw notFound();
  if (statusOf(now) === 'processing') throw new Refusal({ status: 409, code: 'payment-not-open', title: 'The bank is at it already. Wait for its answer.' });
  return payment;
}

export const paymentRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/payments',
    summary: 'What was paid and is being paid, newest first.',
    detail: 'Of a payment that somebody else made for several accounts, you see the parts that are for yours.',
    query: z.object(pageQuery),
    codes: ['cursor-invalid'],
    answer: PaymentList,
    policy: { action: 'payment.read' },
    handle: async (call) => {
      const attempts = await deskOf(call).store.of(call.reach('payment.read').accountIds, MOST);
      const known = new Set(attempts.map(({ id }) => id));
      const { items, gaps } = await billedPayments(call, known);
      const all = [...attempts.flatMap((attempt) => shown(call, attempt) ?? []), ...items];
      return { gaps, total: all.length, ...(await paged(call, all, NEWEST)) };
    },
  }),
  route({
    method: 'GET',
    path: '/payments/:paymentId',
    summary: 'One payment as it stands now.',
    answer: Payment,
    policy: { action: 'payment.read' },
    handle: (call) => one(call, call.params.paymentId),
  }),
  route({
    method: 'POST',
    path: '/payments',
    summary: 'Pays bills, or into accounts; several in one payment.',
    detail: 'The answer is `needs-you` with an address of the payment provider’s to send the browser to, or it is being done. Only `paid` is paid: nothing the browser brings back from there counts. A 4xx answer means that nothing was done; after a 5xx answer, or none, repeat with the same key.',
    body: PaymentRequest,
    codes: ['not-found', 'over-limit', 'not-here', 'bill-on-hold', 'payment-too-much', 'payment-under-way', 'payment-provider-away'],
    answer: Payment,
    status: 201,
    policy: { action: 'payment.make' },
    handle: async (call) => {
      const payment = shown(call, await startPayment(call, deskOf(call)));
      if (!payment) throw notFound();
      return payment;
    },
  }),
  route({
    method: 'POST',
    path: '/payments/:paymentId/cancel',
    summary: 'Ends a payment that waits for you. Answers how it then stands: it may have been paid meanwhile.',
    body: z.object({}),
    codes: ['not-found', 'not-here', 'payment-not-open', 'payment-provider-away'],
    answer: Payment,
    policy: { action: 'payment.make' },
    handle: ended,
  }),
  route({
    method: 'GET',
    path: '/payments/:paymentId/receipt',
    summary: 'The receipt of a payment as a PDF.',
    query: z.object(localeQuery),
    codes: ['payment-not-paid'],
    answer: { media: 'application/pdf' },
    policy: { action: 'payment.read' },
    handle: receipt,
  }),
  route({
    method: 'GET',
    path: '/payment-means',
    summary: 'Ways to pay that are kept: at the payment provider, and with billing for bills that it takes by itself.',
    answer: PaymentMeansList,
    policy: { action: 'payment-means.read' },
    handle: async (call) => {
      const { provider } = deskOf(call);
      const [kept, known] = await Promise.all([keptMeans(call), billingMeans(call)]);
      // What billing takes from by itself can be the same card as one that the provider keeps: it stands here once.
      const usable = new Set(kept.items.map(({ id }) => id));
      const preferred = new Set(known.items.filter((one) => one.preferred).map(({ token }) => token));
      const others = known.items.filter(({ token }) => token === undefined || !usable.has(token)).map(({ token: _token, ...one }) => one);
      const items = [...kept.items.map((one) => ({ ...one, preferred: preferred.has(one.id) })), ...others];
      return { items, total: items.length, gaps: [...kept.gaps, ...known.gaps], canAdd: provider.takesNew, provider: provider.name };
    },
  }),
];

/** At the provider, under a name that only we can make. */
async function keptMeans(call: Call) {
  const { provider } = deskOf(call);
  try {
    const items = await provider.means(await payerName(call.tenant.publicUrl, call.subject.sub));
    return { items: items.map((one) => ({ ...one, preferred: false, usable: true })), gaps: [] };
  } catch (error) {
    if (!(error instanceof ProviderProblem)) throw error;
    return { items: [], gaps: [{ source: provider.name, reason: error.fault === 'garbage' ? ('unreadable' as const) : ('unreachable' as const) }] };
  }
}
