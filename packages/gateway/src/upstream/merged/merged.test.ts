import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { AccountList, Bill, BillList } from '@faceplate/contracts';
import type { TmfApi, Upstream } from '../../options.ts';
import { apiRoutes } from '../../routes.ts';
import { aGateway, aSession, aSubject, bodyOf, signedIn } from '../../testing/fixtures.ts';
import { tmfClient } from '../client.ts';
import type { TmfBody } from '../types.ts';
import { mergedUpstream, tagsOf } from './merged.ts';
import { tagOf } from './tags.ts';

/** A system that keeps what a test gives it and answers as TMF does, filters included. */
function aSystem(name: string, records: Record<string, TmfBody[]>) {
  const asked: Request[] = [];
  const state = { down: false };
  const matches = (row: TmfBody, filter: string, values: readonly string[]) => {
    const at = filter.split('.').reduce<unknown>((here, step) => [here].flat().map((one) => (one as TmfBody | undefined)?.[step])[0], row);
    return values.includes(String(at));
  };
  const upstream: Upstream = {
    name,
    baseUrl: `http://${name.toLowerCase()}.internal`,
    fetch: async (request) => {
      asked.push(request.clone());
      if (state.down) return new Response('<html>', { status: 502 });
      const { pathname, searchParams } = new URL(request.url);
      const [, , , , resource = '', id] = pathname.split('/');
      if (request.method === 'POST') return Response.json({ id: 'new', ...((await request.json()) as TmfBody) }, { status: 201 });
      if (request.method === 'PATCH') return Response.json({ id, ...((await request.json()) as TmfBody) });
      const rows = records[resource] ?? [];
      if (id !== undefined) return Response.json(rows.find((row) => row['id'] === id) ?? { code: 60 }, { status: rows.some((row) => row['id'] === id) ? 200 : 404 });
      const filters = [...searchParams].filter(([one]) => !['offset', 'limit', 'sort'].includes(one));
      const found = rows.filter((row) => filters.every(([filter, values]) => matches(row, filter, values.split(','))));
      return Response.json(found.slice(Number(searchParams.get('offset'))), { headers: { 'x-total-count': String(found.length) } });
    },
  };
  return { upstream, asked, state };
}

const aBill = (id: string, billDate: string, account = 'acc1'): TmfBody => ({ id, billDate, billingAccount: { id: account }, taxIncludedAmount: { unit: 'EUR', value: 10 } });
const aLine = (id: string, bill: string): TmfBody => ({ id, bill: { id: bill }, name: id, taxExcludedAmount: { unit: 'EUR', value: 5 } });

function twoBillings({ shared = true } = {}) {
  const account = (id: string): TmfBody => ({ id, name: id, relatedParty: [{ id: 'anna', role: 'owner' }] });
  const old = aSystem('Oldbill', { customerBill: [aBill('b1', '2026-10-01'), aBill('b2', '2026-08-01')], appliedCustomerBillingRate: [aLine('old', 'b1')], billingAccount: [account('acc1')] });
  const now = aSystem('Newbill', { customerBill: [aBill('b1', '2026-11-01'), aBill('b3', '2026-09-01')], appliedCustomerBillingRate: [aLine('new', 'b1')], billingAccount: [account('acc1')] });
  const parts = [old.upstream, now.upstream];
  const tags = tagsOf(new Map<TmfApi, Upstream[]>([['TMF678', parts], ...(shared ? [] : [['TMF666', parts] as const])]));
  const billing = mergedUpstream('Billing', parts, tags);
  const upstreams = (api: TmfApi) => (tags[api] ? { ...billing } : old.upstream);
  const [first, second] = parts.map(tagOf);
  const accountIds = shared ? ['acc1'] : [`acc1~${first}`, `acc1~${second}`];
  const { call } = aGateway(apiRoutes, { upstreams, sessions: signedIn(aSession({ subject: aSubject({ accountIds }) })) });
  return { old, now, call, billing, marks: { old: first, now: second } };
}

const within = { signal: new AbortController().signal, trace: 'trace' };

describe('two billing systems as one', () => {
  test('one list, newest first, each bill with its system, no id twice, totals exact', async () => {
    const { call } = twoBillings();
    const { items, total, gaps } = await bodyOf<BillList>(await call('/bills'));
    assert.deepEqual(items.map(({ date, origin }) => `${date} ${origin}`), ['2026-11-01 Newbill', '2026-10-01 Oldbill', '2026-09-01 Newbill', '2026-08-01 Oldbill']);
    assert.equal(new Set(items.map(({ id }) => id)).size, 4);
    assert.deepEqual([total, gaps], [4, []]);
  });

  test('a bill is asked of the system that has it, with its own lines', async () => {
    const { call, old } = twoBillings();
    const { items } = await bodyOf<BillList>(await call('/bills'));
    old.asked.length = 0;
    const bill = await bodyOf<Bill>(await call(`/bills/${items[0]?.id}`));
    assert.equal(bill.origin, 'Newbill');
    assert.equal(bill.charges[0]?.name, 'new');
    assert.equal(old.asked.filter(({ url }) => url.includes('customerBillManagement')).length, 0);
  });

  test('one of them down: the rows of the other, and a gap that names it', async () => {
    const { call, old } = twoBillings();
    old.state.down = true;
    const { items, total, gaps } = await bodyOf<BillList>(await call('/bills'));
    assert.deepEqual(items.map(({ origin }) => origin), ['Newbill', 'Newbill']);
    assert.deepEqual([total, gaps], [2, [{ source: 'Oldbill', reason: 'unreachable' }]]);
  });

  test('both down: no list, and the first is named', async () => {
    const { call, old, now } = twoBillings();
    old.state.down = now.state.down = true;
    const response = await call('/bills');
    assert.equal(response.status, 503);
    assert.match((await bodyOf(response)).title, /Oldbill/);
  });

  test('an id of neither is not found, and nobody is asked', async () => {
    const { call, old, now } = twoBillings();
    for (const id of ['b1', 'b1~zzzzz', 'b1~']) assert.equal((await call(`/bills/${id}`)).status, 404);
    const asked = [...old.asked, ...now.asked].filter(({ url }) => /customerBill\/|customerBill\?.*b1/.test(url));
    assert.deepEqual(asked.map(({ url }) => url), []);
  });

  test('where accounts are told apart as well, bills name the accounts of their own system', async () => {
    const { call, marks, old } = twoBillings({ shared: false });
    const accounts = await bodyOf<AccountList>(await call('/accounts'));
    assert.deepEqual(accounts.items.map(({ id, origin }) => [id, origin]), [[`acc1~${marks.old}`, 'Oldbill'], [`acc1~${marks.now}`, 'Newbill']]);
    old.asked.length = 0;
    const { items } = await bodyOf<BillList>(await call(`/bills?account=acc1~${marks.now}`));
    assert.deepEqual(items.map(({ origin, account }) => [origin, account.id]), [['Newbill', `acc1~${marks.now}`], ['Newbill', `acc1~${marks.now}`]]);
    assert.equal(old.asked.length, 0);
  });

  test('what is written goes to the system that has the record, in its own ids', async () => {
    const { billing, marks, old, now } = twoBillings({ shared: false });
    const client = tmfClient('TMF678', billing, within);
    const changed = await client.patch('customerBill', `b1~${marks.now}`, { state: 'onHold' });
    assert.equal(changed['id'], `b1~${marks.now}`);
    const made = await client.post('customerBillOnDemand', { billingAccount: { id: `acc1~${marks.now}` } });
    assert.deepEqual([made['id'], made['billingAccount']], [`new~${marks.now}`, { id: `acc1~${marks.now}` }]);
    assert.deepEqual(await now.asked.at(-1)?.json(), { billingAccount: { id: 'acc1' } });
    assert.equal(new URL(now.asked[0]?.url ?? '').pathname.endsWith('/customerBill/b1'), true);
    assert.equal(old.asked.length, 0);
    await client.post('customerBillOnDemand', { name: 'of no account' });
    assert.equal(old.asked.length, 1);
  });

  test('a cut is said: no more rows than asked for, and that there are more', async () => {
    const { billing } = twoBillings();
    const list = await tmfClient('TMF678', billing, within).list('customerBill', { sort: '-billDate' }, { limit: 3 });
    assert.deepEqual(list.items.map((row) => row['billDate']), ['2026-11-01', '2026-10-01', '2026-09-01']);
    assert.deepEqual([list.total, list.partial], [4, true]);
  });
});

test('a filter that does not say of what its ids are goes to the system whose mark they bear, without it', async () => {
  const visit = { id: 'v1', relatedEntity: [{ id: 't1', '@referredType': 'TroubleTicket' }] };
  const [one, other] = [aSystem('North', { appointment: [visit] }), aSystem('South', { appointment: [visit] })];
  const parts = [one.upstream, other.upstream];
  const tags = tagsOf(new Map<TmfApi, Upstream[]>([['TMF646', parts], ['TMF621', parts]]));
  const client = tmfClient('TMF646', mergedUpstream('Both', parts, tags), { trace: 'trace' });
  const { items } = await client.list('appointment', { 'relatedEntity.id': `t1~${tagOf(one.upstream)}`, status: 'confirmed,initialized' });
  assert.deepEqual([items.length, other.asked.length], [0, 0], 'nothing has a status here');
  const found = await client.list('appointment', { 'relatedEntity.id': `t1~${tagOf(one.upstream)}` });
  assert.deepEqual([found.items.map(({ id }) => id), other.asked.length], [[`v1~${tagOf(one.upstream)}`], 0]);
});
