import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Resource } from '@faceplate/bss';
import type { AccountList, Bill, Consolidation, InterimBill, InterimBillList, Problem } from '@faceplate/contracts';
import { anOperator } from '../testing/operator.ts';

type Operator = Awaited<ReturnType<typeof anOperator>>;
type Made = InterimBill & Omit<Problem, 'status'>;

/** Ada's Home, on the bill of her Mobile from `from` on: the billing system sets the day, and the test sets it back. */
async function joined(from: string, how: Parameters<typeof anOperator>[0] = {}) {
  const operator = await anOperator(how);
  const ada = operator.as('ada');
  const { items } = (await ada<AccountList>('/accounts')).body;
  const [home, mobile] = ['Home', 'Mobile'].map((name) => items.find((one) => one.name === name));
  assert.ok(home && mobile);
  const answer = await ada<Consolidation>(`/accounts/${home.id}/consolidation`, { body: { with: mobile.id } });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  await begins(operator, from);
  return {
    operator,
    home,
    mobile,
    standing: async (id: string) => (await ada<InterimBillList>(`/interim-bills?account=${id}`)).body,
    make: (accountId: string) => ada<Made>('/interim-bills', { body: { accountId } }),
    bill: async (id = '') => (await ada<Bill>(`/bills/${id}`)).body,
  };
}

const relationsOf = (account: Resource): object[] => (account['accountRelationship'] as object[] | undefined) ?? [];

async function change({ store }: Operator, resource: string, patch: (one: Resource) => Resource) {
  const { rows } = await store.read().list(resource, {});
  await store.transaction(async (tx) => {
    for (const { body } of rows) await tx.put(resource, patch(body));
  });
}

const begins = (operator: Operator, from: string) =>
  change(operator, 'billingAccount', (one) => ({ ...one, accountRelationship: relationsOf(one).map((relation) => ({ ...relation, validFor: { startDateTime: from } })) }));

const BEGUN = '2026-11-01T00:00:00+01:00';
const TO_COME = '2026-12-01T00:00:00+01:00';
const made = ({ later }: Operator) => later(9_000);
const tasks = async (operator: Operator) => (await operator.store.read().list('customerBillOnDemand', {})).rows.length;

type Joined = Awaited<ReturnType<typeof joined>>;

/** What was foretold of an account, and the bill that was made of it. */
async function foretoldAndMade({ operator, standing, make, bill }: Joined, id: string) {
  const before = await standing(id);
  assert.deepEqual([before.refused, before.gaps, before.preview.length], [undefined, [], 1]);
  const asked = await make(id);
  assert.equal(asked.status, 202, JSON.stringify(asked.body));
  await made(operator);
  const ready = (await standing(id)).items.find((one) => one.id === asked.body.id);
  assert.equal(ready?.status, 'ready', ready?.reason);
  const { net, taxes, total, lines, charges } = await bill(ready.bill?.id);
  const [foretold] = before.preview;
  assert.ok(foretold);
  return {
    foretold: { net: foretold.net, taxes: foretold.taxes, total: foretold.total, lines: foretold.lines },
    // A bill names a rate of nothing too.
    made: { net, taxes: taxes.filter(({ rate }) => rate > 0), total, lines: lines ?? charges.length },
    accounts: new Set(charges.map(({ account }) => account?.name)),
  };
}

describe('a bill before its time, with another account on it', () => {
  test('is foretold with the lines of both, to the cent', async () => {
    const all = await joined(BEGUN);
    const { foretold, made: bill, accounts } = await foretoldAndMade(all, all.mobile.id);
    assert.deepEqual(foretold, bill);
    assert.ok(accounts.has('Home') && accounts.has(undefined), 'both have lines on it');
  });

  test('is foretold with its own lines alone until the other comes onto it', async () => {
    const all = await joined(TO_COME);
    const { foretold, made: bill, accounts } = await foretoldAndMade(all, all.mobile.id);
    assert.deepEqual(foretold, bill);
    assert.deepEqual(accounts, new Set([undefined]));
    assert.equal((await all.standing(all.home.id)).refused, undefined);
  });

  test('is made of what the other alone has run up', async () => {
    const all = await joined(TO_COME);
    // The fee of a late bill is charged as the next one is made, and foretold by nobody: so late that it has been.
    await change(all.operator, 'customerBill', (one) => ({ ...one, paymentDueDate: '2026-09-01T00:00:00Z' }));
    await foretoldAndMade(all, all.mobile.id);
    assert.equal((await all.standing(all.mobile.id)).refused, 'nothing-unbilled');
    await begins(all.operator, BEGUN);
    const { foretold, made: bill, accounts } = await foretoldAndMade(all, all.mobile.id);
    assert.deepEqual(foretold, bill);
    assert.ok(bill.total.amount > 0);
    assert.deepEqual(accounts, new Set(['Home']));
  });

  test('is not made of the other: its charges are on this one, and it says whose to ask for', async () => {
    const { operator, home, mobile, standing, make } = await joined(BEGUN);
    const { refused, preview, with: holder, gaps } = await standing(home.id);
    assert.deepEqual([refused, preview, holder, gaps], ['on-another-bill', [], { id: mobile.id, name: 'Mobile' }, []]);
    const { status, body } = await make(home.id);
    assert.deepEqual([status, body.code], [409, 'interim-on-another-bill']);
    assert.match(body.title, /Mobile.*Ask for a bill of that account/);
    assert.equal(await tasks(operator), 0);
  });

  test('is not foretold while an account on it is not the caller’s to see, and not made blindly', async () => {
    const { operator, mobile, standing, make } = await joined(BEGUN);
    await change(operator, 'billingAccount', (one) =>
      one.id === mobile.id ? { ...one, accountRelationship: [...relationsOf(one), { relationshipType: 'billsFor', account: { id: 'somebody-else', '@referredType': 'BillingAccount' } }] } : one,
    );
    const { refused, preview } = await standing(mobile.id);
    assert.deepEqual([refused, preview], ['not-known', []]);
    assert.equal((await make(mobile.id)).status, 503);
    assert.equal(await tasks(operator), 0);
  });

  test('is not foretold while it cannot be read which accounts are on it', async () => {
    let isDown = false;
    const all = await joined(BEGUN, { meddle: (request) => (isDown && /\/billingAccount\?/.test(request.url) ? Promise.resolve(new Response('<html>', { status: 502 })) : undefined) });
    isDown = true;
    const { refused, preview, gaps } = await all.standing(all.mobile.id);
    assert.deepEqual([refused, preview, gaps.map(({ source }) => source)], ['not-known', [], ['Accounts']]);
  });
});
