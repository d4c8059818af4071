import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Trail } from '@faceplate/contracts';
import { gatewayOver } from '../gateway.ts';
import type { TmfApi, Upstream } from '../options.ts';
import { apiRoutes } from '../routes.ts';
import { aSeller, aSession, aTenant, NOW, signedIn } from '../testing/fixtures.ts';
import { anOperator, down, type Meddle } from '../testing/operator.ts';
import { mergedUpstream, tagsOf } from '../upstream/merged/merged.ts';
import { tagOf } from '../upstream/merged/tags.ts';
import { kindsIn, type Operator, paid, stepIn, tampered } from './testing/paid.ts';

/** The operator as one of two systems of some APIs: of the other nothing is Ada's. `state.gone`: paths the first does not answer. */
function besideAnother(operator: Operator, apis: readonly TmfApi[]) {
  const state = { gone: '' };
  const first: Upstream = {
    name: 'Oldpay', baseUrl: 'http://bss.internal', version: 'v4',
    fetch: async (request) => (state.gone === '' ? undefined : await down(state.gone)(request, operator.bss.fetch)) ?? operator.bss.fetch(request),
  };
  const other: Upstream = { name: 'Newpay', baseUrl: 'http://new.internal', version: 'v4', fetch: () => Promise.resolve(Response.json([], { headers: { 'x-total-count': '0' } })) };
  const parts = [first, other];
  const tags = tagsOf(new Map(apis.map((api) => [api, parts])));
  const both = mergedUpstream('Both', parts, tags);
  const app = gatewayOver(apiRoutes, {
    tenant: aTenant({ name: 'Meridian Telecom', seller: aSeller() }),
    upstreams: (api) => (tags[api] ? both : first),
    sessions: signedIn(aSession({ subject: operator.subjects.ada })),
    changes: operator.store.changes,
    clock: () => NOW,
    payments: operator.payments.desk,
  });
  const trail = async (path: string): Promise<Trail> => {
    const response = await app.request(`http://portal.test/api/v1${path}/trail`, { headers: { 'x-fp-csrf': '1' } });
    assert.equal(response.status, 200, await response.clone().text());
    return (await response.json()) as Trail;
  };
  return { state, trail, mark: `~${tagOf(first)}` };
}

/** Says so much for the paths that hold `part`, once it is told to. */
function meddling() {
  const state: { part: string; answer: Meddle | undefined } = { part: '', answer: undefined };
  const meddle: Meddle = (request, pass) => (state.answer && request.url.includes(state.part) ? state.answer(request, pass) : undefined);
  return { state, meddle };
}
const saying = (status: number): Meddle => () => Promise.resolve(Response.json({ code: String(status) }, { status }));

/** A list whose end is out of reach. */
const behindThousands: Meddle = async (request, pass) => {
  const answer = await pass(request);
  const headers = new Headers(answer.headers);
  headers.set('x-total-count', '90000');
  return new Response(await answer.text(), { status: 200, headers });
};

describe('one of two systems that does not answer', () => {
  it('is a gap where a payment may be booked in it, and no mismatch', async () => {
    const operator = await anOperator();
    const { bill, payment } = await paid(operator);
    const { state, trail, mark } = besideAnother(operator, ['TMF676', 'TMF678']);
    const paths = [`/payments/${payment.id}`, `/bills/${bill.id}${mark}`];
    for (const path of paths) {
      const whole = await trail(path);
      assert.ok(stepIn(whole, 'booking') && stepIn(whole, 'applied'), path);
      assert.deepEqual([whole.mismatches, whole.gaps, whole.missing], [[], [], []], path);
    }
    state.gone = '/payment?';
    for (const path of paths) {
      const { mismatches, gaps, missing } = await trail(path);
      assert.deepEqual(mismatches, [], path);
      assert.ok(gaps.some(({ source, reason }) => source === 'Oldpay' && reason === 'unreachable'), path);
      assert.deepEqual(missing.filter(({ kind }) => kind === 'booking'), [], path);
    }
  });

  it('is a gap where an order may be in it: nobody is told that there is none', async () => {
    const operator = await anOperator();
    const { bill } = await paid(operator);
    const { state, trail } = besideAnother(operator, ['TMF622']);
    const whole = await trail(`/bills/${bill.id}`);
    assert.ok(stepIn(whole, 'order'));
    assert.deepEqual([whole.gaps, whole.missing], [[], []]);
    state.gone = '/productOrder?';
    const { mismatches, gaps, missing } = await trail(`/bills/${bill.id}`);
    assert.deepEqual([mismatches, gaps, missing], [[], [{ source: 'Oldpay', reason: 'unreachable' }], []]);
  });
});

describe('bookings', () => {
  it('of which not all can be read are shown, and nothing is concluded from those that are not', async () => {
    const { state, meddle } = meddling();
    const operator = await anOperator({ meddle });
    const { as, payment } = await paid(operator);
    const unread: Meddle = () => Promise.resolve(Response.json([{ id: 'p1', correlatorId: payment.id, account: { id: operator.subjects.ada.accountIds[0] } }], { headers: { 'x-total-count': '1' } }));
    const none: Meddle = () => Promise.resolve(Response.json([], { headers: { 'x-total-count': '0' } }));
    const look = async (answer: Meddle) => {
      Object.assign(state, { part: '/payment?', answer });
      return (await as<Trail>(`/payments/${payment.id}/trail`)).body;
    };
    assert.deepEqual(kindsIn(await look(none)), ['charged-not-booked']);
    const { mismatches, gaps } = await look(unread);
    assert.deepEqual([mismatches, gaps.map(({ source }) => source)], [[], ['Payments']]);
    const cut = await look(behindThousands);
    assert.ok(stepIn(cut, 'booking'));
    assert.deepEqual([cut.mismatches, cut.gaps], [[], [{ source: 'Payments', reason: 'unreadable' }]]);
  });
});

describe('refunds', () => {
  /** A bill that is open though it was paid for: told, unless the money may have been given back. */
  async function openAgain() {
    const { state, meddle } = meddling();
    const operator = await anOperator({ meddle });
    const { as, bill, payment } = await paid(operator);
    await tampered(operator, 'customerBill', bill.id, ({ appliedPayment: _gone, ...body }) => ({ ...body, state: 'sent', remainingAmount: body['taxIncludedAmount'] }));
    return async (answer?: Meddle) => {
      Object.assign(state, { part: '/refund?', answer });
      const { status, body } = await as<Trail>(`/payments/${payment.id}/trail`);
      assert.equal(status, 200);
      return { kinds: kindsIn(body), gaps: body.gaps, booking: stepIn(body, 'booking') };
    };
  }

  it('are none in a system that knows no such thing, and that is no gap', async () => {
    const look = await openAgain();
    for (const status of [404, 405, 501]) {
      const { kinds, gaps } = await look(saying(status));
      assert.deepEqual([kinds, gaps], [['booked-not-applied'], []], String(status));
    }
  });

  it('that cannot be asked for, or not all be read, are a gap: the money may have been given back', async () => {
    const look = await openAgain();
    assert.deepEqual((await look()).kinds, ['booked-not-applied']);
    const unread: Meddle = () => Promise.resolve(Response.json([{ id: 'r1', account: { id: 'none' } }, 7], { headers: { 'x-total-count': '2' } }));
    for (const [name, answer] of [['400', saying(400)], ['403', saying(403)], ['502', saying(502)], ['unread', unread], ['cut', behindThousands]] as const) {
      const { kinds, gaps, booking } = await look(answer);
      assert.deepEqual([kinds, gaps.map(({ source }) => source)], [[], ['Payments']], name);
      assert.ok(booking, name);
    }
  });
});

describe('lines of bills', () => {
  it('that are out of reach leave a gap, whether they are asked for by bill or by product', async () => {
    const { state, meddle } = meddling();
    const operator = await anOperator({ meddle });
    const { as, bill } = await paid(operator);
    const orderId = stepIn((await as<Trail>(`/bills/${bill.id}/trail`)).body, 'order')?.id ?? '';
    Object.assign(state, { part: '/appliedCustomerBillingRate?', answer: behindThousands });
    for (const path of [`/bills/${bill.id}`, `/orders/${orderId}`]) {
      const { body } = await as<Trail>(`${path}/trail`);
      assert.ok(stepIn(body, 'line'), path);
      assert.deepEqual(body.gaps, [{ source: 'Billing', reason: 'unreadable' }], path);
    }
  });

  it('are asked for by so many products as one address has room for', async () => {
    const operator = await anOperator();
    const { as, bill } = await paid(operator);
    const order = stepIn((await as<Trail>(`/bills/${bill.id}/trail`)).body, 'order')?.id ?? '';
    await tampered(operator, 'productOrder', order, (body) => {
      const [item] = body['productOrderItem'] as Record<string, unknown>[];
      const more = Array.from({ length: 120 }, (_, at) => ({ ...item, id: `more-${at}`, product: { id: `product-of-many-${at}` } }));
      return { ...body, productOrderItem: [...more, ...(body['productOrderItem'] as object[])] };
    });
    operator.asked.length = 0;
    const { body } = await as<Trail>(`/orders/${order}/trail`);
    assert.ok(stepIn(body, 'line'));
    const named = operator.asked.flatMap(({ url }) => new URL(url).searchParams.get('product.id')?.split(',').length ?? []);
    assert.ok(named.length > 2 && named.every((count) => count <= 50), String(named));
    assert.deepEqual([body.mismatches, body.gaps], [[], []]);
  });
});
