import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ProductList, RunningBillList, UsageEventList, UsageList } from '@faceplate/contracts';
import { add, money, sum } from '@faceplate/domain';
import { anOperator, down, heedless } from '../testing/operator.ts';

type Operator = Awaited<ReturnType<typeof anOperator>>;
type Name = Parameters<Operator['as']>[0];

const usage = async (operator: Operator, name: Name = 'ada', query = '') => (await operator.as(name)<UsageList>(`/usage${query}`)).body;
const running = async (operator: Operator, name: Name = 'ada') => (await operator.as(name)<RunningBillList>('/running')).body;
const eur = (amount: number) => money(amount, 'EUR');
const dataOf = ({ items }: UsageList) => items.find(({ name, allowance }) => name === 'data' && allowance);

/** A use of a line, as a network tells of it. */
const aUse = (productId: string, facts: { id: string; at: string; kind?: string; value: number; unit?: string; roaming?: boolean; price?: number; tariff?: string; user?: string }) => ({
  id: facts.id,
  usageType: facts.kind ?? 'data',
  usageDate: facts.at,
  status: 'rated',
  ...(facts.user !== undefined && { relatedParty: [{ id: facts.user, role: 'user' }] }),
  usageCharacteristic: [{ name: 'quantity', value: facts.value }, { name: 'unit', value: facts.unit ?? 'GB' }, { name: 'roaming', value: facts.roaming ?? false }],
  ratedProductUsage: [{ productRef: { id: productId }, isBilled: false, ...(facts.tariff !== undefined && { offerTariffType: facts.tariff }), taxIncludedRatingAmount: { unit: 'EUR', value: facts.price ?? 0 } }],
});

/** Nothing told of, but these. */
async function withUses(operator: Operator, uses: readonly object[]) {
  const { rows } = await operator.store.read().list('usage', { limit: 10_000 });
  await operator.store.transaction(async (tx) => {
    for (const { body } of rows) await tx.delete('usage', body.id);
    for (const use of uses) await tx.put('usage', use as Parameters<typeof tx.put>[1]);
  });
  return operator;
}

describe('what a service used', () => {
  test('a meter a service and kind, a day for each of the period up to today, and when the networks told last', async () => {
    const list = await usage(await anOperator());
    const meter = dataOf(list);
    assert.ok(meter?.allowance && meter.allowance.left <= meter.allowance.size);
    assert.deepEqual([meter.period, meter.allowance.renewsOn], [{ from: '2026-11-01', to: '2026-11-30' }, '2026-12-01']);
    assert.deepEqual([meter.days[0]?.on, meter.days.at(-1)?.on, meter.days.length], ['2026-11-01', '2026-11-21', 21]);
    assert.match(list.asOf ?? '', /^2026-11-2[01]T/);
    assert.equal(new Set(list.items.map(({ id }) => id)).size, list.items.length);
  });

  test('at home and abroad apart, day by local day, in the unit of the allowance, within the period', async () => {
    const operator = await anOperator();
    const productId = dataOf(await usage(operator))?.service.productId ?? '';
    await withUses(operator, [
      aUse(productId, { id: 'u1', at: '2026-11-03T22:59:59Z', value: 1.5 }),
      aUse(productId, { id: 'u2', at: '2026-11-03T23:00:00Z', value: 250, unit: 'MB' }),
      aUse(productId, { id: 'u3', at: '2026-11-04T12:00:00Z', value: 0.75, roaming: true }),
      aUse(productId, { id: 'u4', at: '2026-10-31T22:30:00Z', value: 9 }),
      aUse(productId, { id: 'u5', at: '2026-11-05T12:00:00Z', value: 2, price: 6, tariff: 'Extra data' }),
      aUse(productId, { id: 'u6', at: '2026-11-06T12:00:00Z', kind: 'voice', value: 3, unit: 'minutes', price: 0.87, tariff: 'Calls abroad' }),
    ]);
    const { items, asOf } = await usage(operator);
    const meters = items.filter(({ service }) => service.productId === productId);
    const data = meters.find(({ name }) => name === 'data');
    const on = (day: string) => data?.days.find((one) => one.on === day);
    assert.deepEqual(on('2026-11-03'), { on: '2026-11-03', home: 1.5, roaming: 0 });
    assert.deepEqual(on('2026-11-04'), { on: '2026-11-04', home: 0.25, roaming: 0.75 });
    assert.deepEqual([data?.used, data?.charged, data?.unit], [4.5, eur(600), 'GB']);
    const calls = meters.find(({ name }) => name === 'voice');
    assert.deepEqual([calls?.used, calls?.unit, calls?.charged, calls?.allowance], [3, 'minutes', eur(87), undefined]);
    assert.equal(asOf, '2026-11-06T12:00:00.000Z');
  });

  test('what a line may draw from is its own allowance and the one it shares', async () => {
    const operator = await anOperator();
    const shared = (await usage(operator, 'bilal')).items.filter(({ allowance }) => allowance?.shared);
    assert.ok(shared.length > 2, 'the team shares one');
    for (const { allowance } of shared) assert.ok(allowance && allowance.size > 50);
  });

  test('without records nothing is drawn, and what is left is still known', async () => {
    const list = await usage(await anOperator({ meddle: down('usageManagement') }));
    const meter = dataOf(list);
    assert.deepEqual(meter?.days, []);
    assert.equal(meter?.used, Math.round(((meter?.allowance?.size ?? 0) - (meter?.allowance?.left ?? 0)) * 1e6) / 1e6);
    assert.deepEqual([list.gaps, list.asOf], [[{ source: 'Usage', reason: 'unreachable' }], undefined]);
  });

  test('a system that keeps no buckets tells of them when it is asked to (TMF677)', async () => {
    const [kept, told] = await Promise.all([usage(await anOperator()), usage(await anOperator({ meddle: down('prepayBalanceManagement') }))]);
    assert.deepEqual(told, kept);
  });

  test('without any word of allowances the days are there', async () => {
    const list = await usage(await anOperator({ meddle: (request, pass) => down('prepayBalance')(request, pass) ?? down('usageConsumption')(request, pass) }));
    assert.ok(list.items.length > 0 && list.items.every(({ allowance }) => allowance === undefined));
    assert.deepEqual(list.gaps, [{ source: 'Allowances', reason: 'unreachable' }]);
  });

  test('a server that compares no dates is asked for all', async () => {
    const strict = await anOperator({ meddle: (request) => (request.url.includes('usageDate.gte') ? Promise.resolve(Response.json({ code: '23' }, { status: 400 })) : undefined) });
    assert.deepEqual(await usage(strict), await usage(await anOperator()));
  });

  for (const resource of ['usage', 'bucket', 'product']) {
    test(`an upstream that heeds no filter gives nobody more: ${resource}`, async () => {
      const [honest, careless] = await Promise.all([anOperator(), anOperator({ meddle: heedless(resource) })]);
      assert.deepEqual(await usage(careless), await usage(honest));
    });
  }
});

describe('single uses', () => {
  test('oldest first, those that the meter counts, and the table holds exactly those', async () => {
    const operator = await anOperator();
    const productId = dataOf(await usage(operator))?.service.productId ?? '';
    await withUses(operator, [
      aUse(productId, { id: 'u2', at: '2026-11-05T12:00:00Z', value: 2, price: 6, tariff: 'Extra data' }),
      aUse(productId, { id: 'u1', at: '2026-11-03T12:00:00Z', value: 1.5, roaming: true }),
      aUse(productId, { id: 'u0', at: '2026-10-30T12:00:00Z', value: 9 }),
    ]);
    const { items, total } = (await operator.as('ada')<UsageEventList>(`/usage/events?product=${productId}`)).body;
    assert.deepEqual(items.map(({ id, roaming, amount }) => [id, roaming, amount.amount]), [['u1', true, 0], ['u2', false, 600]]);
    assert.equal(total, 2);
    const meter = (await usage(operator)).items.find(({ service }) => service.productId === productId);
    assert.equal(meter?.used, items.reduce((sofar, { quantity }) => sofar + quantity.value, 0));
    const { response } = await operator.as('ada')(`/usage/events/export.csv?product=${productId}`);
    const lines = (await response.text()).trimEnd().split('\r\n');
    assert.equal(response.headers.get('content-disposition'), 'attachment; filename="usage-2026-11-21.csv"');
    assert.deepEqual(lines.slice(1).map((line) => line.split(',').slice(4, 9).join(',')), ['1.5,"GB",,"yes",0.00', '2,"GB",,"no",6.00']);
  });

  test('another’s service is not found, and a file is not made of silence', async () => {
    const operator = await anOperator();
    const theirs = dataOf(await usage(operator, 'bilal'))?.service.productId ?? '';
    for (const product of [theirs, 'zzzzzzzzzzzz', '..']) {
      for (const path of ['/usage/events', '/usage/events/export.csv']) assert.equal((await operator.as('ada')(`${path}?product=${product}`)).status, 404, product);
    }
    assert.equal((await operator.as('ada')('/usage/events')).status, 400);
    const silent = await anOperator({ meddle: down('usageManagement') });
    const mine = dataOf(await usage(silent))?.service.productId ?? '';
    assert.equal((await silent.as('ada')(`/usage/events/export.csv?product=${mine}`)).status, 503);
  });

  test('whoever merely pays sees how much, and not what', async () => {
    const operator = await anOperator();
    const [account] = operator.subjects.ada.accountIds;
    const list = await usage(operator);
    const { body: products } = await operator.as('ada')<ProductList>('/products');
    const paid = list.items.find(({ service }) => products.items.find(({ id }) => id === service.productId)?.accountId === account) ?? dataOf(list);
    const accountId = products.items.find(({ id }) => id === paid?.service.productId)?.accountId ?? '';
    operator.subjects.daniel = { ...operator.subjects.daniel, persona: 'consumer', accountIds: [accountId], ties: [{ as: 'payer', partyIds: [], accountIds: [accountId] }] };
    const theirs = await usage(operator, 'daniel', `?account=${accountId}`);
    assert.ok(theirs.items.some(({ id }) => id === paid?.id));
    assert.equal((await operator.as('daniel')(`/usage/events?product=${paid?.service.productId}`)).status, 404);
    assert.equal((await operator.as('ada')(`/usage/events?product=${paid?.service.productId}`)).status, 200);
  });

  test('the user of a line sees it, on whosever bill it stands', async () => {
    const operator = await anOperator();
    const { rows } = await operator.store.read().list('product', { limit: 10_000 });
    const partner = rows.flatMap(({ body }) => (body['relatedParty'] as { id: string; role: string }[]).filter(({ role, id }) => role === 'user' && (body['billingAccount'] as { id: string }).id === operator.subjects.ada.accountIds[1] && id !== operator.subjects.ada.sub))[0];
    assert.ok(partner, 'somebody else uses a line of Ada');
    operator.subjects.daniel = { sub: partner.id, name: 'Partner', persona: 'consumer', partyIds: [partner.id], accountIds: [], ties: [{ as: 'self', partyIds: [partner.id], accountIds: [] }] };
    const { items } = await usage(operator, 'daniel');
    assert.deepEqual(new Set(items.map(({ service }) => service.productId)).size, 1);
    assert.equal((await operator.as('daniel')(`/usage/events?product=${items[0]?.service.productId}`)).status, 200);
  });
});

describe('the running bill', () => {
  test('its charges and taxes add up, as the bill will', async () => {
    for (const name of ['ada', 'bilal', 'chiara'] as const) {
      const { items } = await running(await anOperator(), name);
      for (const { charges, net, taxes, total, period } of items) {
        assert.deepEqual(sum(charges.map((charge) => charge.net), 'EUR'), net);
        assert.deepEqual(add(net, sum(taxes.map(({ amount }) => amount), 'EUR')), total);
        assert.deepEqual(sum(charges.map(({ gross = net }) => gross), 'EUR'), total, 'prices have their tax in them');
        assert.deepEqual(period, { from: '2026-11-01', to: '2026-11-30' });
      }
    }
  });

  test('what it will come to rests on the bills before, and is not less than what stands', async () => {
    const { items } = await running(await anOperator());
    for (const { forecast, total } of items) {
      assert.ok(forecast && forecast.from >= 3, 'two years of bills');
      assert.ok(total.amount <= forecast.low.amount && forecast.low.amount <= forecast.likely.amount && forecast.likely.amount <= forecast.high.amount);
    }
    assert.ok(items.some(({ forecast, total }) => forecast && forecast.high.amount > total.amount));
  });

  test('where the monthly price is written with the bill alone, it is foreseen', async () => {
    const whole = await running(await anOperator());
    const bare = await running(await anOperator({
      change: ({ resource, body }) => {
        const kinds = ['recurring', 'discount', 'instalment'];
        const isStanding = (body['characteristic'] as { name: string; value: unknown }[] | undefined)?.some(({ name, value }) => name === 'chargeKind' && kinds.includes(String(value)));
        if (resource === 'appliedCustomerBillingRate' && body['isBilled'] === false && isStanding) body['isBilled'] = true;
      },
    }));
    const mobile = ({ items }: RunningBillList) => items.flatMap(({ account, total, forecast }) => (account.name === 'Mobile' && forecast ? [[total.amount, forecast.likely.amount] as const] : []));
    const [[bareTotal, one] = [0, 0]] = mobile(bare);
    const [[total, other] = [0, 0]] = mobile(whole);
    assert.ok(bareTotal < total);
    assert.ok(Math.abs(one - other) <= 500, `${one} is near ${other}`);
  });

  test('without the bills before there is no forecast, and the rest stands', async () => {
    const { items, gaps } = await running(await anOperator({ meddle: down('customerBill?') }));
    assert.ok(items.length > 0 && items.every(({ forecast }) => forecast === undefined));
    assert.deepEqual(gaps, [{ source: 'Billing', reason: 'unreachable' }]);
  });

  test('an account with a charge that cannot be read is in the gaps: its total would be wrong', async () => {
    let broken = '';
    const operator = await anOperator({
      change: ({ resource, body }) => {
        if (broken || resource !== 'appliedCustomerBillingRate' || body['isBilled'] !== false) return;
        const account = body['billingAccount'] as { id: string; name: string };
        if (account.name !== 'Home') return;
        broken = account.id;
        body['taxExcludedAmount'] = { value: 'much' };
      },
    });
    const { items, gaps } = await running(operator);
    assert.deepEqual(items.map(({ account }) => account.name), ['Mobile']);
    assert.deepEqual(gaps, [{ source: 'Billing', reason: 'unreadable', count: 1 }]);
  });

  test('of one account when asked, and of nobody else’s', async () => {
    const operator = await anOperator();
    const [account] = operator.subjects.ada.accountIds;
    for (const path of ['/running', '/usage']) {
      assert.equal((await operator.as('ada')(`${path}?account=${account}`)).status, 200);
      assert.equal((await operator.as('bilal')(`${path}?account=${account}`)).status, 404);
    }
    const { items } = (await operator.as('ada')<RunningBillList>(`/running?account=${account}`)).body;
    assert.deepEqual(items.map((one) => one.account.id), [account]);
  });
});
