import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeskChecks, Problem, ProductList, Ticket, TicketForms } from '@faceplate/contracts';
import { gatewayOver } from '../gateway.ts';
import type { TmfApi, Upstream } from '../options.ts';
import { apiRoutes } from '../routes.ts';
import { aSeller, aSession, aTenant, NOW, signedIn } from '../testing/fixtures.ts';
import { anOperator, type Answer, type Ask, down, type Meddle } from '../testing/operator.ts';
import { mergedUpstream, tagsOf } from '../upstream/merged/merged.ts';

/** The operator as one of two systems of an API; the other has nothing of Ada's, and while `state.gone` it does not answer. */
async function beside(api: TmfApi) {
  const operator = await anOperator();
  const state = { gone: false };
  const first: Upstream = { name: 'Oldnet', baseUrl: 'http://bss.internal', version: 'v4', fetch: (request) => operator.bss.fetch(request) };
  const other: Upstream = { name: 'Newnet', baseUrl: 'http://new.internal', version: 'v4', fetch: () => Promise.resolve(state.gone ? new Response('', { status: 502 }) : Response.json([], { headers: { 'x-total-count': '0' } })) };
  const tags = tagsOf(new Map([[api, [first, other]]]));
  const both = mergedUpstream('Both', [first, other], tags);
  const app = gatewayOver(apiRoutes, {
    tenant: aTenant({ name: 'Meridian Telecom', seller: aSeller() }),
    upstreams: (asked) => (tags[asked] ? both : first),
    sessions: signedIn(aSession({ subject: operator.subjects.ada })),
    changes: operator.store.changes,
    clock: () => NOW,
    payments: operator.payments.desk,
  });
  const ask = async <Body>(path: string, { body, key = crypto.randomUUID() }: Ask = {}): Promise<Answer<Body>> => {
    const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const response = await app.request(`http://portal.test/api/v1${path}`, { headers: { 'x-fp-csrf': '1', 'content-type': 'application/json', ...(body !== undefined && { 'idempotency-key': key }) }, ...sent });
    return { response, status: response.status, body: (await response.json()) as Body };
  };
  const { items } = (await ask<ProductList>('/products')).body;
  const line = items.find(({ lineOfBusiness, status }) => lineOfBusiness === 'fixed' && status === 'active');
  assert.ok(line);
  return { state, ask, line, items };
}

const stateOf = ({ checks }: DeskChecks, step: string) => checks.find((one) => one.step === step)?.state;

test('with one of two outage systems away nobody says that there is no incident, or that it is over', async () => {
  const { state, ask, line } = await beside('TMF656');
  const look = async () => (await ask<DeskChecks>(`/desk?productId=${line.id}`)).body;
  const whole = await look();
  assert.deepEqual([stateOf(whole, 'incident'), stateOf(whole, 'planned'), whole.gaps], ['nothing', 'nothing', []]);
  state.gone = true;
  const part = await look();
  assert.deepEqual([stateOf(part, 'incident'), stateOf(part, 'planned'), part.gaps], ['not-asked', 'not-asked', [{ source: 'Newnet', reason: 'unreachable' }]]);
  const key = crypto.randomUUID();
  const tap = () => ask<Problem>('/desk/me-too', { body: { productId: line.id, troubleId: 'perhaps' }, key });
  assert.equal((await tap()).status, 503);
  state.gone = false;
  const known = await tap();
  assert.deepEqual([known.status, known.body.code], [409, 'incident-over']);
});

test('with one of two ticket systems away nobody says that there is no such ticket', async () => {
  const { state, ask, items } = await beside('TMF621');
  const look = async (id: string) => (await ask<DeskChecks>(`/desk?productId=${id}`)).body;
  const looks = await Promise.all(items.map(async ({ id }) => ({ id, said: stateOf(await look(id), 'ticket') })));
  const [none, some] = (['nothing', 'found'] as const).map((state) => looks.find(({ said }) => said === state)?.id ?? '');
  assert.ok(none && some);
  state.gone = true;
  const part = await look(none);
  assert.deepEqual([stateOf(part, 'ticket'), stateOf(await look(some), 'ticket')], ['not-asked', 'found']);
  assert.ok(part.gaps.some(({ source }) => source === 'Newnet'), JSON.stringify(part.gaps));
});

test('tickets and incidents are read once for all looks', async () => {
  const operator = await anOperator();
  const [line] = (await operator.as('ada')<ProductList>('/products')).body.items;
  operator.asked.length = 0;
  await operator.as('ada')(`/desk?productId=${line?.id}`);
  const count = (part: string) => operator.asked.filter(({ url }) => url.includes(part)).length;
  assert.deepEqual([count('/serviceProblem?'), count('/troubleTicket?')], [1, 1]);
});

/** The operator, whose kinds of tickets cannot be read while `state.gone`. */
async function withKinds() {
  const state = { gone: false };
  const dark = down('troubleTicketSpecification');
  const meddle: Meddle = (request, pass) => (state.gone ? dark(request, pass) : undefined);
  return { state, operator: await anOperator({ meddle }) };
}

test('forms that cannot be read are a gap, and what was filled in of the plain ones is taken when they are back', async () => {
  const { state, operator } = await withKinds();
  const forms = async () => (await operator.as('ada')<TicketForms>('/desk/forms')).body;
  const own = (await forms()).items.find(({ kind, fields }) => kind === 'request' && fields.every(({ required }) => !required));
  const { items } = (await operator.as('ada')<ProductList>('/products')).body;
  const productId = items.find(({ status }) => status === 'active')?.id;
  const words = { severity: 'minor', title: 'A question', description: 'How long?', productId } as const;
  const raise = (kind: string, formId: string | undefined, key = crypto.randomUUID()) => operator.as('ada')<Ticket & Pick<Problem, 'code'>>('/tickets', { body: { ...words, kind, formId }, key });
  state.gone = true;
  const plain = await forms();
  assert.deepEqual([plain.items.map(({ id }) => id), plain.gaps], [['incident', 'request', 'complaint'], [{ source: 'Tickets', reason: 'unreachable' }]]);
  const key = crypto.randomUUID();
  assert.equal((await raise('request', own?.id, key)).status, 503, 'nobody knows whether there is such a form');
  state.gone = false;
  assert.equal((await raise('request', own?.id, key)).status, 201);
  assert.equal((await raise('incident', 'incident')).status, 201);
  assert.equal((await raise('incident', 'another')).status, 422);
});

test('an operator without kinds of tickets has the plain three, and nothing is missing', async () => {
  const meddle: Meddle = (request) => (request.url.includes('troubleTicketSpecification') ? Promise.resolve(Response.json({ code: '404' }, { status: 404 })) : undefined);
  const { body } = await (await anOperator({ meddle })).as('ada')<TicketForms>('/desk/forms');
  assert.deepEqual([body.items.length, body.gaps], [3, []]);
});

test('a ladder that cannot be read is no ladder without a further step', async () => {
  const { state, operator } = await withKinds();
  const open = (await operator.as('ada')<{ items: Ticket[] }>('/tickets?open=yes')).body.items.find(({ status }) => status === 'in-progress');
  const key = crypto.randomUUID();
  const climb = () => operator.as('ada')<Ticket & Pick<Problem, 'code'>>(`/tickets/${open?.id}/acts`, { body: { act: 'escalate', words: 'Three evenings now.' }, key });
  state.gone = true;
  assert.equal((await climb()).status, 503);
  state.gone = false;
  const climbed = await climb();
  assert.deepEqual([climbed.status, climbed.body.ladder?.[1]?.reason], [200, 'Three evenings now.'], JSON.stringify(climbed.body));
});
