import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Problem, ProductList, Ticket, TicketList } from '@faceplate/contracts';
import { anOperator, type Meddle } from '../testing/operator.ts';

const words = { kind: 'request', severity: 'minor', title: 'New routers', description: 'At all sites.' } as const;
const isTicket = (request: Request, method: string) => request.method === method && new URL(request.url).pathname.endsWith('/troubleTicket');

/** The company's lines; `state.meddle` stands between from when it is set. */
async function withSites() {
  const state: { meddle: Meddle | undefined } = { meddle: undefined };
  const operator = await anOperator({ meddle: (request, pass) => state.meddle?.(request, pass) });
  const { items } = (await operator.as('bilal')<ProductList>('/products?limit=100')).body;
  const [first, ...also] = items.filter(({ status, lineOfBusiness }) => status === 'active' && lineOfBusiness !== 'device').map(({ id }) => id);
  const raise = (key: string, more: readonly string[] = also) => operator.as('bilal')<Ticket & Pick<Problem, 'errors'>>('/tickets', { body: { ...words, productId: first, also: more }, key });
  const total = async () => (await operator.as('bilal')<TicketList>('/tickets')).body.total;
  assert.ok(also.length > 10, String(also.length));
  return { operator, state, raise, total, sites: also.length + 1, before: await total() };
}

test('a repeat of a ticket for many sites looks for what there is in few questions, and makes the rest', async () => {
  const { operator, state, raise, total, sites, before } = await withSites();
  const key = crypto.randomUUID();
  let made = 0;
  state.meddle = (request) => {
    if (!isTicket(request, 'POST')) return undefined;
    made += 1;
    return made > 8 ? Promise.resolve(new Response('', { status: 502 })) : undefined;
  };
  assert.equal((await raise(key)).status, 503);
  state.meddle = undefined;
  operator.asked.length = 0;
  const again = await raise(key);
  assert.deepEqual([again.status, again.body.under?.items.length, await total()], [201, sites, before + sites + 1]);
  const asked = operator.asked.filter((request) => isTicket(request, 'GET') && request.url.includes('externalId'));
  const most = 2 * (Math.ceil(sites / 50) + 1);
  assert.ok(asked.length <= most, `${asked.length} questions for ${sites} sites`);
});

test('a site is not denied because a list of products lacks it', async () => {
  const { state, raise, sites } = await withSites();
  state.meddle = (request) => (request.method === 'GET' && new URL(request.url).pathname.endsWith('/product') ? Promise.resolve(Response.json([], { headers: { 'x-total-count': '0' } })) : undefined);
  const { status, body } = await raise(crypto.randomUUID());
  assert.deepEqual([status, body.under?.items.length], [201, sites], JSON.stringify(body.errors));
  const strange = await raise(crypto.randomUUID(), ['strange']);
  assert.deepEqual([strange.status, strange.body.errors?.map(({ path }) => path)], [422, ['also']]);
});
