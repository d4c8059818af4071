import { writeFileSync } from 'node:fs';
import type { BillList, OrderList, SlotList, UsageList } from '@faceplate/contracts';
import { assuranceSteps, GIVEN_OF_ASSURANCE } from './assurance-examples.ts';
import { buyingSteps, GIVEN_OF_BUYING, keepingSteps } from './buying-examples.ts';
import { deskSteps, GIVEN_OF_THE_DESK } from './desk-examples.ts';
import { type Answer, anOperator } from './operator.ts';
import type { Found, Step } from './example-step.ts';
import { SHOP_STEPS } from './shop-steps.ts';

/** `pnpm --filter @faceplate/gateway examples` writes `docs/examples.json` anew. */
const FILE = new URL('../docs/examples.json', import.meta.url);

/** Of every list only so many: an example is read by people. */
const MOST = 2;

/** As far as the steps look into an answer. */
interface Seen {
  id: string;
  items: { id: string; obstacles: unknown[] }[];
  charges: { id: string }[];
  rows: { service: { id: string }; cells: { month: string; state: string }[] }[];
  questions: { id: string; options: { id: string }[] }[];
}
const bodyOf = (found: Found, route: string) => found[route]?.body as Seen;
const firstOf = (found: Found, route: string): string => bodyOf(found, route).items[0]?.id ?? '';
const at = (path: string) => () => path;

/** In the order in which a customer would come by. */
const STEPS: readonly Step[] = [
  { route: 'GET /session', path: at('/session') },
  { route: 'GET /capabilities', path: at('/capabilities') },
  { route: 'GET /accounts', path: at('/accounts') },
  { route: 'GET /accounts/:accountId/consolidation', path: (found) => `/accounts/${firstOf(found, 'GET /accounts')}/consolidation` },
  { route: 'POST /accounts/:accountId/consolidation', path: (found) => `/accounts/${firstOf(found, 'GET /accounts')}/consolidation`, body: (found) => ({ with: bodyOf(found, 'GET /accounts').items[1]?.id }) },
  { route: 'POST /accounts/:accountId/consolidation/end', path: (found) => `/accounts/${firstOf(found, 'GET /accounts')}/consolidation/end`, body: () => ({}) },
  { route: 'GET /bills', path: at('/bills') },
  { route: 'GET /bills/:billId', path: (found) => `/bills/${firstOf(found, 'GET /bills')}` },
  { route: 'GET /bills/:billId/charges', path: (found) => `/bills/${firstOf(found, 'GET /bills')}/charges?limit=2` },
  { route: 'GET /bills/:billId/change', path: (found) => `/bills/${firstOf(found, 'GET /bills')}/change` },
  { route: 'GET /charges', path: at('/charges?search=abroad') },
  { route: 'GET /bills/:billId/charges/:chargeId/events', path: (found) => `${usedIn(found)}/events` },
  { route: 'GET /bills/:billId/charges/:chargeId/events/export.csv', path: (found) => `${usedIn(found)}/events/export.csv` },
  { route: 'GET /spend', path: at('/spend?by=service&months=2') },
  { route: 'GET /spend/export.csv', path: at('/spend/export.csv?by=kind&months=2') },
  { route: 'POST /bills/:billId/disputes', path: (found) => `/bills/${firstOf(found, 'GET /bills')}/disputes`, body: (found) => ({ chargeId: bodyOf(found, 'GET /bills/:billId').charges[0]?.id, amount: { amount: 500, currency: 'EUR' }, reason: 'wrong-amount', description: 'We had agreed on less.' }) },
  { route: 'GET /disputes', path: (found) => `/disputes?bill=${firstOf(found, 'GET /bills')}` },
  { route: 'GET /disputes/:disputeId', path: (found) => `/disputes/${bodyOf(found, 'POST /bills/:billId/disputes').id}` },
  { route: 'POST /disputes/:disputeId/withdraw', path: (found) => `/disputes/${bodyOf(found, 'POST /bills/:billId/disputes').id}/withdraw`, body: () => ({}) },
  { route: 'POST /interim-bills', path: at('/interim-bills'), body: (found) => ({ accountId: firstOf(found, 'GET /accounts') }) },
  { route: 'GET /interim-bills', path: (found) => `/interim-bills?account=${firstOf(found, 'GET /accounts')}` },
  { route: 'GET /interim-bills/:interimBillId', path: (found) => `/interim-bills/${bodyOf(found, 'POST /interim-bills').id}` },
  { route: 'GET /payment-means', path: at('/payment-means') },
  { route: 'POST /payments', path: at('/payments'), body: (found) => payingFirst(found) },
  { route: 'GET /payments', path: at('/payments') },
  { route: 'GET /payments/:paymentId', path: (found) => `/payments/${bodyOf(found, 'POST /payments').id}` },
  { route: 'POST /payments/:paymentId/cancel', path: (found) => `/payments/${bodyOf(found, 'POST /payments').id}/cancel`, body: () => ({}) },
  { route: 'GET /balance', path: at('/balance') },
  { route: 'GET /running', path: at('/running') },
  { route: 'GET /usage', path: at('/usage') },
  { route: 'GET /usage/events', path: (found) => `/usage/events?product=${meteredIn(found)}` },
  { route: 'GET /usage/events/export.csv', path: (found) => `/usage/events/export.csv?product=${meteredIn(found)}` },
  { route: 'GET /orders', path: at('/orders') },
  { route: 'GET /orders/:orderId', path: (found) => `/orders/${firstOf(found, 'GET /orders')}` },
  { route: 'GET /orders/report', path: at('/orders/report?months=3') },
  { route: 'GET /orders/report/export.csv', path: at('/orders/report/export.csv?months=3') },
  { route: 'GET /orders/:orderId/visit/slots', path: (found) => `/orders/${orderIn(found, 'waiting-for-you')}/visit/slots` },
  { route: 'POST /orders/:orderId/visit', path: (found) => `/orders/${orderIn(found, 'waiting-for-you')}/visit`, body: (found) => ({ ...slotIn(found), wishes: { notes: 'The entrance is in the yard.', contact: { name: 'Tom Lindqvist', phone: '+49 30 5550123' } } }) },
  { route: 'POST /orders/:orderId/items/:itemId/answers', path: (found) => `/orders/${orderIn(found, BLOCKED)}/items/1/answers`, body: () => ({ text: 'It is the house in the yard.' }) },
  { route: 'POST /orders/:orderId/items/:itemId/changes', path: (found) => `/orders/${orderIn(found, BLOCKED)}/items/1/changes`, body: () => ({ date: '2026-12-18' }) },
  { route: 'POST /orders/:orderId/items/:itemId/delay', path: (found) => `/orders/${orderIn(found, 'partly-done')}/items/1/delay`, body: () => ({ choice: 'wait' }) },
  { route: 'POST /orders/:orderId/items/:itemId/activate', path: (found) => `/orders/${orderIn(found, ESIM)}/items/1/activate`, body: () => ({}) },
  { route: 'POST /orders/:orderId/cancel', path: (found) => `/orders/${orderIn(found, BLOCKED)}/cancel`, body: () => ({ itemIds: ['1'], reason: 'We move.', cost: { amount: 0, currency: 'EUR' } }) },
  { route: 'GET /products', path: at('/products') },
  { route: 'GET /offers', path: at('/offers') },
  ...SHOP_STEPS,
  { route: 'GET /guide', path: at('/guide') },
  { route: 'POST /guide/shortlist', path: at('/guide/shortlist'), body: shortAnswers },
  { route: 'GET /tickets', path: at('/tickets') },
  { route: 'GET /tickets/:ticketId', path: (found) => `/tickets/${firstOf(found, 'GET /tickets')}` },
  { route: 'GET /service-levels', path: at('/service-levels?months=3') },
  ...assuranceSteps,
  { route: 'GET /service-levels/:service/:month', path: (found) => `/service-levels/${worstOf(found)}/2026-10` },
  { route: 'POST /service-levels/:service/:month/claim', path: (found) => `/service-levels/${claimableOf(found)}/claim`, body: () => ({}) },
  { route: 'GET /interactions', path: at('/interactions') },
  ...['bills', 'orders', 'tickets'].map((noun) => ({ route: `GET /${noun}/export.csv`, path: at(`/${noun}/export.csv`) })),
  { route: 'POST /tickets', path: at('/tickets'), body: (found) => ({ productId: firstOf(found, 'GET /products'), kind: 'incident', severity: 'major', title: 'No connection since this morning', description: 'The light is red.' }) },
  { route: 'POST /tickets/:ticketId/notes', path: (found) => `/tickets/${bodyOf(found, 'POST /tickets').id}/notes`, body: () => ({ text: 'Restarted the router twice.' }) },
  { route: 'POST /tickets/:ticketId/attachments', path: (found) => `/tickets/${bodyOf(found, 'POST /tickets').id}/attachments`, body: () => ({ name: 'What the display says.txt', content: btoa('E7: no carrier') }) },
  ...deskSteps,
  { route: 'GET /cart', path: at('/cart') },
  { route: 'POST /cart/items', path: at('/cart/items'), body: (found) => ({ offerId: freeOffer(found), quantity: 1 }) },
  ...buyingSteps,
  { route: 'POST /orders', path: at('/orders'), body: (found) => ({ cartId: bodyOf(found, 'GET /cart').id, accountId: firstOf(found, 'GET /accounts') }) },
  { route: 'POST /cart/items again', path: at('/cart/items'), body: (found) => ({ offerId: freeOffer(found), quantity: 2 }) },
  ...keepingSteps,
  { route: 'DELETE /cart/items/:itemId', path: (found) => `/cart/items/${bodyOf(found, 'GET /cart again').items[0]?.id}` },
  { route: 'GET /payments/:paymentId/trail', path: (found) => `/payments/${paidIn(found, 'GET /payments')}/trail` },
  { route: 'GET /payments/:paymentId/trail/export.csv', path: (found) => `/payments/${paidIn(found, 'GET /payments')}/trail/export.csv` },
  { route: 'GET /bills/:billId/trail', path: (found) => `/bills/${paidIn(found, 'GET /bills')}/trail` },
  { route: 'GET /orders/:orderId/trail', path: (found) => `/orders/${doneIn(found)}/trail` },
  { route: 'POST /reports', path: at('/reports'), body: (found) => ({ name: 'What each of us uses', by: 'person', months: 12, accountId: firstOf(found, 'GET /accounts') }) },
  { route: 'GET /reports', path: at('/reports') },
  { route: 'PATCH /reports/:reportId', path: (found) => reportIn(found), body: () => ({ name: 'Who uses what', accountId: null }) },
  { route: 'DELETE /reports/:reportId', path: (found) => reportIn(found) },
  { route: 'POST /reports/:reportId/restore', path: (found) => `${reportIn(found)}/restore`, body: () => ({}) },
];

const reportIn = (found: Found): string => `/reports/${bodyOf(found, 'POST /reports').id}`;

/** The first bill that is owed, as a whole. */
function payingFirst(found: Found) {
  const { items } = bodyOf(found, 'GET /bills') as unknown as BillList;
  const bill = items.find(({ remaining, status, disputed }) => remaining.amount > 0 && status !== 'on-hold' && !disputed);
  return { parts: [{ accountId: bill?.account.id, billId: bill?.id, amount: bill?.remaining }] };
}

/** A service of which something was used. */
const meteredIn = (found: Found): string => (bodyOf(found, 'GET /usage') as unknown as UsageList).items.find(({ used }) => used > 0)?.service.productId ?? '';

/** Something of a list that is paid. The list of this example is whole. */
const paidIn = (found: Found, route: string): string => (bodyOf(found, route) as unknown as { items: { id: string; status: string }[] }).items.find(({ status }) => status === 'paid')?.id ?? '';

/** An order that has become bills. */
const doneIn = (found: Found): string => (bodyOf(found, 'GET /orders') as unknown as { items: { id: string; stage: string }[] }).items.find(({ stage }) => stage === 'done')?.id ?? '';

/** An order that waits for an answer, for the examples' sake. */
const BLOCKED = 'O-4050764';

/** An order of a line on an eSIM. */
const ESIM = 'O-9594821';

/** By its number, or the first at a stage. */
function orderIn(found: Found, wanted: string): string {
  const { items } = bodyOf(found, 'GET /orders') as unknown as OrderList;
  return items.find(({ number, stage }) => number === wanted || (stage === wanted && number !== BLOCKED))?.id ?? '';
}

function slotIn(found: Found) {
  const [slot] = (bodyOf(found, 'GET /orders/:orderId/visit/slots') as unknown as SlotList).items;
  return { slotId: slot?.id, from: slot?.from, to: slot?.to };
}

/** An offer with nothing in its way. */
const freeOffer = (found: Found): string => bodyOf(found, 'GET /offers').items.find(({ obstacles }) => obstacles.length === 0)?.id ?? '';
/** A line that was found, with single uses behind it. */
function usedIn(found: Found): string {
  const [line] = (bodyOf(found, 'GET /charges') as unknown as { items: { id: string; bill: { id: string } }[] }).items;
  return `/bills/${line?.bill.id}/charges/${line?.id}`;
}
/** A service and a month that is over and was missed. */
const claimableOf = (found: Found): string =>
  bodyOf(found, 'GET /service-levels').rows.flatMap(({ service, cells }) => cells.slice(0, -1).flatMap(({ month, state }) => (state === 'missed' ? [`${service.id}/${month}`] : [])))[0] ?? '';
const worstOf = (found: Found): string => bodyOf(found, 'GET /service-levels').rows[0]?.service.id ?? '';

function shortAnswers(found: Found) {
  const { questions } = bodyOf(found, 'GET /guide');
  return { answers: Object.fromEntries(questions.map(({ id, options }) => [id, options[0]?.id])) };
}

/** Lists cut short, and a list's total left as it is: it counts what is beyond the page too. */
function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, MOST).map(shortened);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shortened(inner)]));
}

const GRANT = {
  id: 'q2m7c5v1z8ya', direction: 'given', who: 'elias.lindqvist@example.com', scope: ['bills', 'orders'],
  limit: { amount: 5000, currency: 'EUR' }, from: '2026-11-21T08:00:00.000Z', until: '2026-12-21T08:00:00.000Z',
};
const ACTING = { reason: 'Asked about the last bill', consent: 'customer-present' };

/** What needs a browser that has signed in, which this world has not. */
const GIVEN = {
  ...GIVEN_OF_BUYING,
  ...GIVEN_OF_THE_DESK,
  ...GIVEN_OF_ASSURANCE,
  'GET /sessions': {
    path: '/sessions',
    response: {
      items: [
        { id: 'k3Jt0bqz5bE2m1y8v6Qw4A', kind: 'portal', device: 'Firefox, Linux', startedAt: '2026-11-21T07:12:00.000Z', seenAt: '2026-11-21T08:00:00.000Z', endsAt: '2026-11-21T17:12:00.000Z', current: true },
        { id: 'pW9xR2cN7dT4uH1sL0fVgE', kind: 'embedded', device: 'Chrome, Android', startedAt: '2026-11-21T07:40:00.000Z', seenAt: '2026-11-21T07:52:00.000Z', endsAt: '2026-11-21T09:40:00.000Z', current: false },
      ],
    },
  },
  'DELETE /sessions/:sessionId': { path: '/sessions/pW9xR2cN7dT4uH1sL0fVgE', response: { ended: 1 } },
  'GET /grants': { path: '/grants', response: { items: [GRANT], total: 1, gaps: [] } },
  'POST /grants': { path: '/grants', request: { to: GRANT.who, scope: GRANT.scope, limit: GRANT.limit, until: GRANT.until }, response: GRANT },
  'DELETE /grants/:grantId': { path: `/grants/${GRANT.id}`, response: { ended: 1 } },
  'POST /customers/find': { path: '/customers/find', request: { identifier: 'ada.lindqvist@example.com' }, response: { items: [{ id: 'b1rn9xk20s7d', name: 'A•• L••', kind: 'person' }] } },
  'POST /acting': { path: '/acting', request: { customer: 'ada.lindqvist@example.com', ...ACTING }, response: { customer: { id: 'b1rn9xk20s7d', name: 'Ada Lindqvist' }, ...ACTING, endsAt: '2026-11-21T08:30:00.000Z' } },
  'DELETE /acting': { path: '/acting', response: { ended: 1 } },
  'POST /disputes/:disputeId/appeal': {
    path: '/disputes/t4k1c9m2x7qz/appeal',
    request: { text: 'My phone was switched off on those days.' },
    response: {
      id: 't4k1c9m2x7qz', number: 'D-4711471147', bill: { id: 'b7c2n5v8x1ma', number: '202611-101047' }, charge: { id: 'r3d6g9k2p5sb', name: 'Roaming in Switzerland' },
      amount: { amount: 1200, currency: 'EUR' }, reason: 'not-mine', status: 'in-review', raisedAt: '2026-11-17T09:12:00.000Z', changedAt: '2026-11-21T08:00:00.000Z', expectedBy: '2026-11-25T10:00:00.000Z',
      outcome: { granted: { amount: 800, currency: 'EUR' }, why: 'Part of the charge was wrong.', at: '2026-11-20T14:00:00.000Z', creditId: 'k8m1q4t7w0zc' },
      description: 'I was at home.', entries: [{ id: 'n1', at: '2026-11-21T08:00:00.000Z', author: { name: 'Ada Lindqvist', side: 'you' }, note: 'My phone was switched off on those days.' }],
      files: [], canAppeal: false, canWithdraw: true,
    },
  },
  'POST /visitor/links': { path: '/visitor/links', response: { code: 'Jq0m3b8sVx1Zc5u7Qe2tYw9hLr4kNf6aPd8gTi0oSxA', until: '2026-11-22T08:00:00.000Z' } },
  'POST /visitor/pick-ups': { path: '/visitor/pick-ups', request: { code: 'Jq0m3b8sVx1Zc5u7Qe2tYw9hLr4kNf6aPd8gTi0oSxA' }, response: { pickedUp: true } },
  'DELETE /visitor': { path: '/visitor', response: { ended: 1 } },
  'GET /access-log': {
    path: '/access-log?limit=2',
    response: {
      items: [
        { id: '1042', at: '2026-11-21T07:58:12.000Z', who: 'agent', actor: 'p-daniel', action: 'bill.read', summary: 'Bills were looked at.', object: { kind: 'bill', id: 'b-2026-10' }, result: 'done', reason: 'Question about the bill', consent: 'customer-present' },
        { id: '1040', at: '2026-11-21T07:31:05.000Z', who: 'you', actor: 'gs22k722c3yk', action: 'order.place', summary: 'An order was placed.', object: { kind: 'order', id: 'o-4711' }, result: 'done' },
      ],
      next: 'kQ5cWkq1cVvY0m3e',
    },
  },
  'DELETE /sessions': { path: '/sessions', response: { ended: 1 } },
};

/** Of a table its first lines. */
async function shown({ response, body }: Answer<unknown>): Promise<unknown> {
  if (response.headers.get('content-type')?.startsWith('application/json')) return shortened(body);
  return (await response.text()).split('\r\n').slice(0, MOST + 1).join('\r\n');
}

const NEED = { kind: 'note', text: 'We cannot find your door. Which entrance is it?', until: '2026-12-01T08:00:00.000Z', askedAt: '2026-11-20T08:00:00.000Z' };

const { as } = await anOperator({
  change: ({ resource, body }) => {
    if (resource !== 'productOrder' || body['externalId'] !== BLOCKED) return;
    const [item] = body['productOrderItem'] as Record<string, unknown>[];
    Object.assign(item ?? {}, { state: 'pending', waitingFor: 'customer', informationRequired: NEED });
    body['state'] = 'pending';
  },
});
const found: Record<string, Answer<unknown>> = {};
const examples: Record<string, unknown> = {};
for (const [index, { route, path, body }] of STEPS.entries()) {
  const [method = ''] = route.split(' ');
  const asked = { method, key: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`, ...(body && { body: body(found) }) };
  const answer = await as('ada')<unknown>(path(found), asked);
  if (!answer.response.ok) throw new Error(`${route}: ${answer.status} ${JSON.stringify(answer.body)}`);
  found[route] = answer;
  if (route.endsWith(' again')) continue;
  examples[route] = { path: path(found), ...(body && { request: shortened(asked.body) }), response: await shown(answer) };
}
Object.assign(examples, GIVEN);
writeFileSync(FILE, `${JSON.stringify(examples, undefined, 1)}\n`);
console.log(`${Object.keys(examples).length} examples`);
