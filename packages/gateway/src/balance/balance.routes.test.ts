import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createBss, generateWorld, memoryStore } from '@faceplate/bss';
import type { BalanceSheet, BillList, Payment, RunningBillList } from '@faceplate/contracts';
import { money, sum } from '@faceplate/domain';
import { apiRoutes } from '../routes.ts';
import { aGateway, aSession, aSubject, bodyOf, NOW, signedIn } from '../testing/fixtures.ts';
import { anOperator, down, heedless } from '../testing/operator.ts';

type Operator = Awaited<ReturnType<typeof anOperator>>;
const SIX = ['due', 'overdue', 'disputed', 'scheduled', 'credit', 'unbilled'] as const;
const eur = (amount: number) => money(amount, 'EUR');

const sheetOf = async (operator: Operator, name: Parameters<Operator['as']>[0] = 'ada') => (await operator.as(name)<BalanceSheet>('/balance')).body;
const named = ({ accounts }: BalanceSheet, name: string) => accounts.find(({ account }) => account.name === name);
const amountsOf = (figures: BalanceSheet['accounts'][number] | undefined) => Object.fromEntries(Object.entries(figures ?? {}).flatMap(([name, value]) => (typeof value === 'object' && 'amount' in value ? [[name, value.amount]] : [])));
const onHome = (body: Record<string, unknown>) => (body['billingAccount'] as { name?: string } | undefined)?.name === 'Home';
const isOpen = (body: Record<string, unknown>) => onHome(body) && (body['remainingAmount'] as { value: number } | undefined)?.value !== 0;

test('every account of a whole world: six figures that add up, and say what its billing system says', async () => {
  const store = memoryStore();
  await store.load(generateWorld({ seed: 7, customers: 25, now: NOW }).records);
  const bss = createBss({ store, clock: () => NOW, baseUrl: 'http://bss.internal' });
  const { rows } = await store.read().list('billingAccount', { limit: 10_000 });
  const accountIds = rows.map(({ body }) => body.id);
  const { call } = aGateway(apiRoutes, {
    upstreams: () => ({ name: 'Billing', baseUrl: 'http://bss.internal', fetch: bss.fetch }),
    sessions: signedIn(aSession({ subject: aSubject({ accountIds }) })),
    clock: () => NOW,
  });
  const sheet = await bodyOf<BalanceSheet>(await call('/balance'));
  assert.deepEqual(sheet.gaps, []);
  assert.equal(sheet.accounts.length, accountIds.length);
  const held = (await store.read().list('customerBill', { limit: 100_000 })).rows.map(({ body }) => body).filter(({ state }) => state === 'onHold');
  const cents = (value: unknown) => Math.round(((value as { value?: number } | undefined)?.value ?? 0) * 100);
  for (const { body } of rows) {
    const figures = sheet.accounts.find(({ account }) => account.id === body.id);
    assert.ok(figures, String(body['name']));
    assert.deepEqual(sum(SIX.map((name) => figures[name]), 'EUR'), figures.position);
    for (const name of SIX) assert.ok(name === 'credit' ? figures[name].amount <= 0 : figures[name].amount >= 0, name);
    const kept = Object.fromEntries((body['accountBalance'] as { balanceType: string; amount: unknown }[]).map(({ balanceType, amount }) => [balanceType, cents(amount)]));
    const onHold = held.filter((bill) => (bill['billingAccount'] as { id: string }).id === body.id).reduce((sofar, bill) => sofar + cents(bill['remainingAmount']), 0);
    // The billing system's `due` holds what is on hold as well, and knows of no payment that is on its way.
    assert.equal(figures.due.amount + figures.overdue.amount + figures.scheduled.amount + onHold, kept['due'], `due of ${String(body['name'])}`);
    assert.equal(figures.overdue.amount, kept['overdue']);
    assert.equal(figures.unbilled.amount - figures.credit.amount, (kept['unbilled'] ?? 0) + (kept['credit'] ?? 0));
    assert.equal(figures.disputed.amount, onHold);
  }
  for (const name of [...SIX, 'position'] as const) assert.deepEqual(sheet.totals[0]?.[name], sum(sheet.accounts.map((figures) => figures[name]), 'EUR'));
});

describe('where the cents of a bill stand', () => {
  test('as the list of bills and the running bill have them', async () => {
    const operator = await anOperator();
    const [sheet, { body: bills }, { body: running }] = await Promise.all([sheetOf(operator), operator.as('ada')<BillList>('/bills'), operator.as('ada')<RunningBillList>('/running')]);
    for (const { account, due, overdue, disputed, scheduled, unbilled } of sheet.accounts) {
      const mine = bills.items.filter((bill) => bill.account.id === account.id);
      assert.deepEqual(sum([due, overdue, disputed, scheduled], 'EUR'), sum(mine.map(({ remaining }) => remaining), 'EUR'));
      assert.deepEqual(unbilled, running.items.find((one) => one.account.id === account.id)?.total);
    }
  });

  test('what is disputed is not due', async () => {
    const before = named(await sheetOf(await anOperator()), 'Home');
    const after = named(await sheetOf(await anOperator({ change: ({ resource, body }) => { if (resource === 'customerBill' && isOpen(body)) body['disputedAmount'] = { unit: 'EUR', value: 12 }; } })), 'Home');
    assert.deepEqual([after?.overdue.amount, after?.disputed.amount, after?.position], [(before?.overdue.amount ?? 0) - 1200, 1200, before?.position]);
  });

  test('an account with a mandate pays on the day by itself, and one that has tried in vain does not', async () => {
    const later = { paymentDueDate: '2026-12-14T23:00:00.000Z' };
    const mandate = (resource: string, body: Record<string, unknown>) => {
      if (resource === 'customerBill' && isOpen(body)) Object.assign(body, later);
      if (resource === 'paymentMethod' && (body['account'] as { name: string }[])[0]?.name === 'Home') Object.assign(body, { authorizationCode: 'M1', isPreferred: true });
    };
    const home = named(await sheetOf(await anOperator({ change: ({ resource, body }) => mandate(resource, body) })), 'Home');
    assert.deepEqual([home?.scheduled.amount, home?.due.amount, home?.overdue.amount], [3996, 0, 0]);

    const operator = await anOperator({ change: ({ resource, body }) => mandate(resource, body) });
    const { body: bills } = await operator.as('ada')<BillList>('/bills');
    const bill = bills.items.find((one) => one.account.name === 'Home' && one.remaining.amount > 0);
    const amount = { unit: 'EUR', value: 39.95 };
    const payment = { id: 'p1', account: { id: bill?.account.id }, status: 'failed', paymentDate: '2026-12-15T00:01:00Z', totalAmount: amount, paymentItem: [{ id: '1', item: { id: bill?.id }, amount }] };
    await operator.store.transaction((tx) => tx.put('payment', payment));
    const tried = named(await sheetOf(operator), 'Home');
    assert.deepEqual([tried?.scheduled.amount, tried?.due.amount], [0, 3996]);
  });

  test('a method that has expired takes nothing', async () => {
    const operator = await anOperator({
      change: ({ resource, body }) => {
        if (resource === 'customerBill' && isOpen(body)) body['paymentDueDate'] = '2026-12-14T23:00:00.000Z';
        if (resource === 'paymentMethod') Object.assign(body, { authorizationCode: 'M1', isPreferred: true, expirationDate: '2026-10-31T23:00:00.000Z' });
      },
    });
    const home = named(await sheetOf(operator), 'Home');
    assert.deepEqual([home?.scheduled.amount, home?.due.amount], [0, 3996]);
  });

  test('a payment the operator has not taken yet is on its way', async () => {
    const operator = await anOperator();
    const { body: bills } = await operator.as('ada')<BillList>('/bills');
    const bill = bills.items.find((one) => one.account.name === 'Home' && one.remaining.amount > 0);
    const amount = { unit: 'EUR', value: 10 };
    const payment = { id: 'p1', account: { id: bill?.account.id }, status: 'authorized', paymentDate: '2026-11-20T08:00:00Z', totalAmount: { unit: 'EUR', value: 15 }, paymentItem: [{ id: '1', item: { id: bill?.id }, amount }] };
    await operator.store.transaction((tx) => tx.put('payment', payment));
    const home = named(await sheetOf(operator), 'Home');
    assert.deepEqual([home?.scheduled, home?.overdue], [eur(1500), eur(2496)]);
  });

  test('what is being paid here is on its way until the money has come', async () => {
    const operator = await anOperator();
    const home = async () => amountsOf(named(await sheetOf(operator), 'Home'));
    const { body: bills } = await operator.as('ada')<BillList>('/bills');
    const parts = bills.items.filter((one) => one.account.name === 'Home' && one.remaining.amount > 0).map(({ id, account, remaining }) => ({ accountId: account.id, billId: id, amount: remaining }));
    const before = await home();
    const { body } = await operator.as('ada')<Payment>('/payments', { body: { parts } });
    assert.deepEqual(await home(), { ...before, scheduled: 3996, overdue: 0 });
    await operator.payments.payer.pay(String(body.action?.url), '4111111111111111');
    await operator.payments.psp.tick();
    assert.equal((await operator.as('ada')<Payment>(`/payments/${body.id}`)).body.status, 'paid');
    assert.deepEqual(await home(), { ...before, scheduled: 0, overdue: 0, position: Number(before['position']) - 3996 });
  });

  test('a second currency stands by itself, in rows and in totals', async () => {
    let changed = false;
    const operator = await anOperator({
      change: ({ resource, body }) => {
        if (changed || resource !== 'customerBill' || !isOpen(body)) return;
        for (const value of Object.values(body)) if (typeof value === 'object' && value && 'unit' in value) Object.assign(value, { unit: 'CHF' });
        changed = true;
      },
    });
    const { accounts, totals } = await sheetOf(operator);
    assert.deepEqual(accounts.filter(({ account }) => account.name === 'Home').map(({ position }) => position.currency), ['CHF', 'EUR']);
    assert.deepEqual(totals.map(({ currency }) => currency).toSorted(), ['CHF', 'EUR']);
    for (const total of totals) assert.deepEqual(sum(SIX.map((name) => total[name]), total.currency), total.position);
  });
});

describe('what is not known is in no sum', () => {
  test('a bill that cannot be read takes its account out, and no other', async () => {
    let broken = false;
    const operator = await anOperator({
      change: ({ resource, body }) => {
        if (broken || resource !== 'customerBill' || !isOpen(body)) return;
        body['remainingAmount'] = { unit: 'CHF', value: 1 };
        broken = true;
      },
    });
    const { accounts, totals, gaps } = await sheetOf(operator);
    assert.deepEqual(accounts.map(({ account }) => account.name), ['Mobile']);
    assert.deepEqual(totals[0]?.position, accounts[0]?.position);
    assert.deepEqual(gaps, [{ source: 'Billing', reason: 'unreadable', count: 1 }]);
  });

  test('so does a charge not billed yet', async () => {
    let broken = false;
    const operator = await anOperator({
      change: ({ resource, body }) => {
        if (broken || resource !== 'appliedCustomerBillingRate' || body['isBilled'] !== false || !onHome(body)) return;
        body['taxExcludedAmount'] = null;
        broken = true;
      },
    });
    const { accounts, gaps } = await sheetOf(operator);
    assert.deepEqual(accounts.map(({ account }) => account.name), ['Mobile']);
    assert.equal(gaps.length, 1);
  });

  test('where open charges cannot be asked for, the account’s own word for them counts', async () => {
    const [whole, without] = await Promise.all([sheetOf(await anOperator()), sheetOf(await anOperator({ meddle: down('appliedCustomerBillingRate') }))]);
    assert.deepEqual(without.accounts, whole.accounts);
    assert.deepEqual(without.gaps, [{ source: 'Billing', reason: 'unreachable' }]);
  });

  test('without payments’ system nothing is on its way, which is said', async () => {
    const { accounts, gaps } = await sheetOf(await anOperator({ meddle: down('payment') }));
    assert.equal(accounts.length, 2);
    assert.deepEqual(gaps, [{ source: 'Payments', reason: 'unreachable' }]);
  });

  test('without bills there is no balance', async () => {
    assert.equal((await (await anOperator({ meddle: down('customerBill?') })).as('ada')('/balance')).status, 503);
  });

  for (const resource of ['customerBill', 'appliedCustomerBillingRate', 'payment', 'paymentMethod', 'billingAccount']) {
    test(`an upstream that heeds no filter changes nothing: ${resource}`, async () => {
      const [honest, careless] = await Promise.all([sheetOf(await anOperator()), sheetOf(await anOperator({ meddle: heedless(resource) }))]);
      assert.deepEqual(careless, honest);
    });
  }
});
