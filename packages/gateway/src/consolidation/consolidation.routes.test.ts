import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createBss } from '@faceplate/bss';
import type { AccountList, BalanceSheet, Bill, BillChange, BillList, Consolidation } from '@faceplate/contracts';
import { anOperator } from '../testing/operator.ts';

type Operator = Awaited<ReturnType<typeof anOperator>>;

/** Ada's two accounts. */
async function hers(operator: Operator) {
  const ada = operator.as('ada');
  const [one, other] = (await ada<AccountList>('/accounts')).body.items;
  assert.ok(one && other);
  const at = (id: string) => `/accounts/${id}/consolidation`;
  return { ada, one, other, at, of: async (id: string) => (await ada<Consolidation>(at(id))).body };
}

const joined = async (operator: Operator) => {
  const all = await hers(operator);
  const { ada, at, one, other } = all;
  const answer = await ada<Consolidation>(at(one.id), { body: { with: other.id } });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return { ...all, answer };
};

/** The back office, when the month is over: its bills are made. */
async function billed({ store }: Operator, cycle: string, now = '2026-12-01T06:00:00Z') {
  const later = createBss({ store, clock: () => new Date(now), levers: true, token: 'lever' });
  const response = await later.fetch(new Request('http://bss.test/sim/v1/bill-cycles', { method: 'POST', headers: { 'content-type': 'application/json', authorization: 'Bearer lever' }, body: JSON.stringify({ cycle }) }));
  assert.equal(response.status, 200, await response.clone().text());
}

describe('one bill for several accounts', () => {
  test('says where each account stands, and where it could', async () => {
    const operator = await anOperator();
    const { one, other, of } = await hers(operator);
    const seen = await of(one.id);
    assert.deepEqual([seen.state, seen.with, seen.refusals, seen.holds, seen.gaps], ['separate', undefined, [], [], []]);
    assert.equal(seen.nextBill, '2026-12-01');
    const target = seen.targets.find(({ account }) => account.id === other.id);
    assert.deepEqual([target?.account.name, target?.number, target?.refusals], [other.name, other.number, []]);
    const bills = (await operator.as('ada')<BillList>(`/bills?account=${other.id}`)).body.items;
    assert.deepEqual(target?.lastBill, bills[0]?.total);
  });

  test('is switched with the next bill, and back until then', async () => {
    const operator = await anOperator();
    const { ada, one, other, at, of, answer } = await joined(operator);
    assert.deepEqual([answer.body.state, answer.body.with, answer.body.from], ['joining', { id: other.id, name: other.name }, '2026-12-01']);
    assert.deepEqual((await of(other.id)).holds, [{ account: { id: one.id, name: one.name }, from: '2026-12-01' }]);
    assert.deepEqual((await of(other.id)).refusals, ['holds-others']);
    const back = await ada<Consolidation>(`${at(one.id)}/end`, { body: {} });
    assert.deepEqual([back.status, back.body.state], [200, 'separate']);
    assert.deepEqual((await of(other.id)).holds, []);
  });

  test('asked for twice is one, in whatever process the first was lost', async () => {
    const operator = await anOperator();
    const { ada, one, other, at, answer } = await joined(operator);
    const before = operator.asked.length;
    const again = await ada<Consolidation>(at(one.id), { body: { with: other.id } });
    assert.deepEqual(again.body, answer.body);
    assert.ok(operator.asked.slice(before).every(({ method }) => method === 'GET'));
    assert.equal((await ada(`${at(other.id)}/end`, { body: {} })).status, 200, 'what is so already is no mistake');
  });

  test('is refused with every reason and its remedy', async () => {
    const operator = await anOperator({
      change: ({ resource, body }) => {
        if (resource !== 'billingAccount') return;
        const names = body['name'] === 'Home' ? [{ id: 'somebody-else', role: 'payer', name: 'Somebody' }] : [];
        body['relatedParty'] = [...(body['relatedParty'] as object[]), ...names];
        if (body['name'] === 'Mobile') body['state'] = 'closed';
      },
    });
    const { ada, at, one, other } = await hers(operator);
    const [mobile, home] = one.name === 'Mobile' ? [one, other] : [other, one];
    const seen = (await ada<Consolidation>(at(mobile.id))).body;
    assert.deepEqual(seen.refusals, ['closed']);
    assert.deepEqual(seen.targets.find(({ account }) => account.id === home.id)?.refusals, ['other-payer']);
    const { status, body } = await ada<{ code: string; detail: string }>(at(mobile.id), { body: { with: home.id } });
    assert.deepEqual([status, body.code, body.detail], [409, 'consolidation-refused', 'A closed account has no further bills. Have both accounts paid by the same person first.']);
  });

  test('takes nobody’s account but the person’s own, on either side', async () => {
    const operator = await anOperator();
    const { ada, at, one } = await hers(operator);
    const [foreign] = operator.subjects.bilal.accountIds;
    assert.ok(foreign);
    assert.equal((await ada(at(foreign))).status, 404);
    assert.equal((await ada(at(foreign), { body: { with: one.id } })).status, 404);
    assert.equal((await ada(`${at(foreign)}/end`, { body: {} })).status, 404);
    for (const holder of [foreign, 'nobody', one.id]) assert.equal((await ada(at(one.id), { body: { with: holder } })).status, 422, holder);
  });

  test('what the billing system refuses is refused, and nothing is changed', async () => {
    let armed = false;
    const operator = await anOperator({
      meddle: (request, pass) => (armed && request.method === 'PATCH' ? Promise.resolve(Response.json({ code: 'joinClosed', reason: 'no' }, { status: 422 })) : pass(request)),
    });
    const { ada, at, one, other, of } = await hers(operator);
    armed = true;
    const { status, body } = await ada<{ code: string }>(at(one.id), { body: { with: other.id } });
    assert.deepEqual([status, body.code], [409, 'consolidation-refused']);
    assert.equal((await of(one.id)).state, 'separate');
  });
});

describe('the common bill', () => {
  test('has each line with its account, and says why it is another, to the cent', async () => {
    const operator = await anOperator();
    const { ada, one, other } = await joined(operator);
    await billed(operator, '2026-11');
    const bills = (await ada<BillList>('/bills')).body.items.filter(({ date }) => date === '2026-12-01');
    assert.deepEqual(bills.map(({ account }) => account.id), [other.id]);
    const id = bills[0]?.id ?? '';
    const bill = (await ada<Bill>(`/bills/${id}`)).body;
    const moved = bill.charges.filter(({ account }) => account !== undefined);
    assert.ok(moved.length > 0 && moved.length < bill.charges.length);
    assert.deepEqual(new Set(moved.map(({ account }) => account?.id)), new Set([one.id]));
    assert.equal(bill.charges.reduce((sum, { net }) => sum + net.amount, 0), bill.net.amount);
    const change = (await ada<BillChange>(`/bills/${id}/change`)).body;
    assert.deepEqual(change.gaps, []);
    assert.equal(change.causes.reduce((sum, { amount }) => sum + amount.amount, 0), change.difference.amount);
    assert.deepEqual(change.causes.filter(({ kind }) => kind === 'unexplained'), []);
    const causes = change.causes.filter(({ kind }) => kind === 'moved-account');
    assert.deepEqual(new Set(causes.map(({ account, on }) => `${account?.id} ${on}`)), new Set([`${one.id} 2026-12-01`]));
    assert.deepEqual(new Set(causes.flatMap(({ chargeIds }) => chargeIds)), new Set(moved.map((charge) => charge.id)));
  });

  test('owes on the account it is addressed to, and all figures still add up', async () => {
    const operator = await anOperator();
    const { ada, one, other } = await joined(operator);
    await billed(operator, '2026-11');
    const sheet = (await ada<BalanceSheet>('/balance')).body;
    const bills = (await ada<BillList>('/bills')).body.items;
    for (const { id } of [one, other]) {
      const figures = sheet.accounts.find(({ account }) => account.id === id);
      assert.ok(figures);
      const open = bills.filter(({ account }) => account.id === id).reduce((sum, { remaining }) => sum + remaining.amount, 0);
      assert.equal(figures.due.amount + figures.overdue.amount + figures.disputed.amount + figures.scheduled.amount, open);
      assert.equal(figures.position.amount, open + figures.credit.amount + figures.unbilled.amount);
    }
  });
});
