import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Account, BalanceSheet, Bill, BillList, InterimBill, InterimBillList, Problem } from '@faceplate/contracts';
import { sum } from '@faceplate/domain';
import { anOperator, down, type Meddle } from '../testing/operator.ts';

type Operator = Awaited<ReturnType<typeof anOperator>>;
type Name = Parameters<Operator['as']>[0];
type Made = InterimBill & Omit<Problem, 'status'>;

/** Somebody with their accounts; the one on which something waits for a bill comes first. */
async function withAccount(name: Name = 'ada', how: Parameters<typeof anOperator>[0] = {}) {
  const operator = await anOperator(how);
  const caller = operator.as(name);
  const { body } = await caller<{ items: Account[] }>('/accounts');
  const [account] = body.items.toSorted((one, other) => other.balances.unbilled.amount - one.balances.unbilled.amount);
  const standing = async (id = account!.id) => (await caller<InterimBillList>(`/interim-bills?account=${id}`)).body;
  const make = (more: { key?: string; accountId?: string } = {}) => caller<Made>('/interim-bills', { body: { accountId: more.accountId ?? account!.id }, ...(more.key !== undefined && { key: more.key }) });
  return { operator, caller, account: account!, standing, make };
}

const made = ({ later }: Operator) => later(9_000);
const tasks = async (operator: Operator) => (await operator.store.read().list('customerBillOnDemand', {})).rows.length;

describe('a bill before its time', () => {
  test('is foretold, asked for, made, and holds what was foretold, to the cent', async () => {
    for (const name of ['ada', 'bilal', 'chiara'] as const) {
      const { operator, caller, account, standing, make } = await withAccount(name);
      const before = await standing();
      const [foretold] = before.preview;
      assert.deepEqual([before.items, before.refused, before.gaps, before.preview.length], [[], undefined, [], 1], name);
      assert.deepEqual(sum(foretold!.parts.map(({ net }) => net), 'EUR'), foretold!.net);
      assert.deepEqual(sum([foretold!.net, ...foretold!.taxes.map(({ amount }) => amount)], 'EUR'), foretold!.total);
      const asked = await make();
      assert.equal(asked.status, 202, JSON.stringify(asked.body));
      assert.deepEqual([asked.body.status, asked.body.bill, asked.body.account.id], ['making', undefined, account.id]);
      const during = await standing();
      assert.deepEqual([during.refused, during.items.map(({ id, status }) => [id, status])], ['under-way', [[asked.body.id, 'making']]]);
      await made(operator);
      const after = await standing();
      const [ready] = after.items;
      assert.equal(ready?.status, 'ready', name);
      const bill = (await caller<Bill>(`/bills/${ready?.bill?.id}`)).body;
      assert.equal(ready?.bill?.number, bill.number);
      assert.deepEqual({ net: bill.net, total: bill.total, lines: bill.lines ?? bill.charges.length }, { net: foretold!.net, total: foretold!.total, lines: foretold!.lines }, name);
      assert.equal(after.refused, 'nothing-unbilled');
      assert.deepEqual((await caller<InterimBill>(`/interim-bills/${ready?.id}`)).body, ready);
    }
  });

  test('leaves the account owing what it owed: what was unbilled is due now', async () => {
    const { operator, caller, account, make } = await withAccount();
    const figures = async () => (await caller<BalanceSheet>('/balance')).body.accounts.find((one) => one.account.id === account.id)!;
    const before = await figures();
    await make();
    await made(operator);
    const after = await figures();
    assert.deepEqual([after.unbilled.amount, after.position], [0, before.position]);
  });

  test('is one, however often the click is repeated, and with another key while it is made, none', async () => {
    const { operator, make } = await withAccount();
    const key = crypto.randomUUID();
    const answers = await Promise.all([make({ key }), make({ key }), make({ key })]);
    assert.ok(answers.some(({ status }) => status === 202));
    const second = await make();
    assert.deepEqual([second.status, second.body.code], [409, 'interim-under-way']);
    assert.match(second.body.title, /will be among your bills/);
    assert.equal(await tasks(operator), 1);
  });

  test('is one though the answer of the billing system was lost and nothing was noted here', async () => {
    let lost = false;
    const meddle: Meddle = (request, pass) => {
      if (request.method !== 'POST' || !request.url.endsWith('/customerBillOnDemand') || lost) return undefined;
      lost = true;
      return pass(request).then(() => Response.error());
    };
    const { operator, make } = await withAccount('ada', { meddle });
    const key = crypto.randomUUID();
    assert.ok((await make({ key })).status >= 500);
    await made(operator);
    const again = await make({ key });
    assert.deepEqual([again.status, again.body.status], [202, 'ready']);
    assert.equal(await tasks(operator), 1);
  });

  test('is refused when everything is on a bill already, and says what to take instead', async () => {
    const { operator, caller, make } = await withAccount();
    await make();
    await made(operator);
    const { status, body } = await make();
    assert.deepEqual([status, body.code], [409, 'interim-nothing']);
    assert.match(body.title, /newest bill.*letter/);
    assert.ok((await caller<BillList>('/bills')).body.items.length > 0);
  });

  test('of nobody else’s account, and to be read by nobody else', async () => {
    const { operator, account, make } = await withAccount();
    const { body } = await make();
    const bilal = operator.as('bilal');
    assert.equal((await bilal(`/interim-bills?account=${account.id}`)).status, 404);
    assert.equal((await bilal(`/interim-bills/${body.id}`)).status, 404);
    const asked = await bilal<Made>('/interim-bills', { body: { accountId: account.id } });
    assert.deepEqual([asked.status, asked.body.errors?.[0]?.path], [422, 'accountId']);
    assert.equal(await tasks(operator), 1);
  });

  test('is not offered where what waits for a bill cannot be read, nor made', async () => {
    const { standing, make, operator } = await withAccount('ada', { meddle: down('/appliedCustomerBillingRate') });
    const { refused, preview, gaps } = await standing();
    assert.deepEqual([refused, preview, gaps.length], ['not-known', [], 1]);
    assert.equal((await make()).status, 503);
    assert.equal(await tasks(operator), 0);
  });

  test('is not offered by a billing system that makes none, however it says so', async () => {
    for (const status of [404, 405, 501]) {
      const meddle: Meddle = (request) => (request.url.includes('/customerBillOnDemand') ? Promise.resolve(Response.json({ code: '60', reason: 'no' }, { status })) : undefined);
      const { caller, account, make } = await withAccount('ada', { meddle });
      const { status: found, body } = await caller<{ code?: string }>(`/interim-bills?account=${account.id}`);
      assert.deepEqual([found, body.code], [404, 'not-offered'], String(status));
      assert.equal((await make()).body.code, 'not-offered');
    }
  });

  test('that billing refused or could not finish says so in the operator’s words, and another may be asked for', async () => {
    const { operator, standing, make } = await withAccount();
    const { body } = await make();
    const store = operator.store;
    for (const [state, status] of [['rejected', 'refused'], ['terminatedWithError', 'failed']] as const) {
      await store.transaction(async (tx) => {
        const task = (await tx.get('customerBillOnDemand', body.id))!.body;
        await tx.put('customerBillOnDemand', { ...task, state, description: 'The month is closed.' });
      });
      const [one] = (await standing()).items;
      assert.deepEqual([one?.status, one?.reason], [status, 'The month is closed.']);
    }
    assert.equal((await standing()).refused, undefined);
  });

  test('by a system of the next generation too', async () => {
    const { operator, standing, make } = await withAccount('ada', { version: 'v5' });
    assert.equal((await make()).body.status, 'making');
    await made(operator);
    assert.equal((await standing()).items[0]?.status, 'ready');
  });
});
