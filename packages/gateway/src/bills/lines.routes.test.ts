import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Bill, BillChange, BillList, ChargeList, FoundChargeList, UsageEventList } from '@faceplate/contracts';
import { createQuarantine } from '../quarantine/quarantine.ts';
import { NOW } from '../testing/fixtures.ts';
import { anOperator, down, heedless } from '../testing/operator.ts';

const operator = await anOperator();
const ada = operator.as('ada');
const bills = (await ada<BillList>('/bills')).body.items;
const whole = async (id: string | undefined) => (await ada<Bill>(`/bills/${id}`)).body;

/** A line with single uses behind it, and its bill. */
async function aUsed() {
  for (const { id } of bills) {
    const charge = (await whole(id)).charges.find(({ hasEvents }) => hasEvents);
    if (charge) return { billId: id, charge };
  }
  throw new Error('nothing was used');
}

/** The newest bill with as many lines as a year of a large company. */
async function aLong(lines: number) {
  const id = bills[0]?.id ?? '';
  return anOperator({
    meddle: (request) => {
      const url = new URL(request.url);
      const row = (at: number) => ({ id: `line${at}`, name: `Line ${at}`, bill: { id }, taxExcludedAmount: { unit: 'EUR', value: 0.01 }, appliedTax: [{ taxRate: 19 }] });
      const one = /\/appliedCustomerBillingRate\/line(\d+)$/.exec(url.pathname)?.[1];
      if (one !== undefined) return Promise.resolve(Response.json(row(Number(one))));
      if (!url.pathname.endsWith('/appliedCustomerBillingRate') || url.searchParams.get('bill.id') !== id) return undefined;
      const [offset = 0, limit = 0] = ['offset', 'limit'].map((name) => Number(url.searchParams.get(name)));
      const rows = Array.from({ length: Math.max(0, Math.min(limit, lines - offset)) }, (_, at) => row(at + offset));
      return Promise.resolve(Response.json(rows, { headers: { 'x-total-count': String(lines) } }));
    },
  }).then((one) => ({ id, ...one }));
}

describe('a long bill', () => {
  test('opens with its first lines, and says how many there are', async () => {
    const { id, as, asked } = await aLong(100_000);
    const { body } = await as('ada')<Bill>(`/bills/${id}`);
    assert.deepEqual([body.charges.length, body.lines], [200, 100_000]);
    assert.ok(!body.charges.some((charge) => charge.id === 'not-itemised'), 'what is not looked at is not missing');
    assert.equal(body.net.amount + body.taxes.reduce((sum, { amount }) => sum + amount.amount, 0), body.total.amount);
    assert.equal(asked.filter(({ url }) => url.includes('/appliedCustomerBillingRate')).length, 1);
  });

  test('gives its lines from any on', async () => {
    const { id, as } = await aLong(100_000);
    const { body } = await as('ada')<ChargeList>(`/bills/${id}/charges?offset=99950&limit=100`);
    assert.deepEqual([body.items.length, body.items[0]?.name, body.total], [50, 'Line 99950', 100_000]);
    assert.deepEqual((await as('ada')<ChargeList>(`/bills/${id}/charges?offset=200000`)).body.items, []);
    assert.equal((await as('ada')(`/bills/${id}/charges?limit=501`)).status, 400);
  });

  test('gives the window in which a line stands, and asks no more than it takes', async () => {
    const { id, as, asked } = await aLong(100_000);
    const { body } = await as('ada')<ChargeList>(`/bills/${id}/charges?around=line4567&limit=200`);
    assert.deepEqual([body.offset, body.items[0]?.name, body.items.length, body.items[167]?.id], [4400, 'Line 4400', 200, 'line4567']);
    const places = asked.filter(({ url }) => url.includes('/appliedCustomerBillingRate?')).map(({ url }) => Number(new URL(url).searchParams.get('offset')));
    assert.ok(Math.max(...places) <= 6000, 'read beyond the line');
  });

  test('does not tell of a line of another bill, of no line, or of one too far down', async () => {
    const { id, as, asked } = await aLong(100_000);
    const windows = () => asked.filter(({ url }) => url.includes('/appliedCustomerBillingRate?')).length;
    const others = (await as('ada')<Bill>(`/bills/${bills[1]?.id}`)).body.charges[0]?.id;
    const before = windows();
    for (const charge of [others, 'nothing', '..%2F..']) assert.equal((await as('ada')(`/bills/${id}/charges?around=${charge}`)).status, 404);
    assert.equal(windows(), before, 'one question is enough to refuse');
    assert.equal((await as('bilal')(`/bills/${id}/charges?around=line4567`)).status, 404);
    assert.equal(windows(), before, 'a stranger’s bill is not read');
    assert.equal((await as('ada')(`/bills/${id}/charges?around=line30000`)).status, 404);
  });

  test('whose system does not count its lines is read to the end', async () => {
    const { id } = await aLong(0);
    const { as } = await anOperator({
      meddle: async (request, pass) => {
        const answer = await pass(request);
        if (!request.url.includes('/appliedCustomerBillingRate')) return answer;
        return Response.json(await answer.json());
      },
    });
    const { body } = await as('ada')<Bill>(`/bills/${id}`);
    assert.equal(body.lines, undefined);
    assert.equal(body.charges.reduce((sum, { net }) => sum + net.amount, 0), body.net.amount);
  });
});

describe('why a bill changed', () => {
  test('adds up for every bill that has one before it, and nothing is without a reason', async () => {
    let compared = 0;
    for (const { id } of bills.slice(0, 12)) {
      const { status, body } = await ada<BillChange & { code?: string }>(`/bills/${id}/change`);
      if (status === 404) assert.equal(body.code, 'bill-first');
      else {
        compared += 1;
        assert.equal(body.causes.reduce((sum, { amount }) => sum + amount.amount, 0), body.difference.amount);
        assert.equal(body.difference.amount, body.bill.total.amount - body.against.total.amount);
        assert.deepEqual(body.causes.filter(({ kind }) => kind === 'unexplained'), []);
        assert.deepEqual(body.gaps, []);
      }
    }
    assert.ok(compared > 8);
  });

  test('can be asked against another bill of mine, and of nobody else’s', async () => {
    const [newest, , , older] = bills.filter(({ account }) => account.id === bills[0]?.account.id);
    const { body } = await ada<BillChange>(`/bills/${newest?.id}/change?against=${older?.id}`);
    assert.deepEqual([body.against.id, body.difference.amount], [older?.id, (newest?.total.amount ?? 0) - (older?.total.amount ?? 0)]);
    const foreign = (await operator.as('bilal')<BillList>('/bills')).body.items[0]?.id;
    assert.equal((await ada(`/bills/${newest?.id}/change?against=${foreign}`)).status, 404);
    assert.equal((await ada(`/bills/${foreign}/change`)).status, 404);
  });

  test('without the products’ system names what the lines say, and a gap; the sum stays', async () => {
    const { as } = await anOperator({ meddle: down('productInventory') });
    const { body } = await as('ada')<BillChange>(`/bills/${bills[0]?.id}/change`);
    assert.equal(body.causes.reduce((sum, { amount }) => sum + amount.amount, 0), body.difference.amount);
    assert.deepEqual(body.gaps, [{ source: 'Products', reason: 'unreachable' }]);
  });

  test('a total that is a cent off is said to be unexplained, to the customer and to the operator', async () => {
    const { id } = bills[0] ?? {};
    const quarantine = createQuarantine({ clock: () => NOW });
    const { as } = await anOperator({
      quarantine,
      change: ({ resource, body }) => {
        if (resource !== 'customerBill' || body['id'] !== id) return;
        const { unit, value } = body['taxIncludedAmount'] as { unit: string; value: number };
        body['taxIncludedAmount'] = { unit, value: (value * 100 + 1) / 100 };
      },
    });
    const { causes } = (await as('ada')<BillChange>(`/bills/${id}/change`)).body;
    assert.deepEqual(causes.filter(({ kind }) => kind === 'unexplained').map(({ amount }) => amount.amount), [1]);
    assert.deepEqual(quarantine.items().map(({ api, upstream, resource, rule }) => [api, upstream, resource, rule]), [['TMF678', 'Meridian Billing', 'customerBill', 'unexplained']]);
  });

  test('no alarm where all is explained, where only a system is silent, and where months lie between', async () => {
    const quarantine = createQuarantine({ clock: () => NOW });
    const silent = await anOperator({ quarantine, meddle: down('productInventory') });
    const honest = await anOperator({ quarantine });
    const [newest, , , older] = bills.filter(({ account }) => account.id === bills[0]?.account.id);
    for (const { as } of [silent, honest]) assert.equal((await as('ada')(`/bills/${newest?.id}/change`)).status, 200);
    assert.equal((await silent.as('ada')(`/bills/${newest?.id}/change?against=${older?.id}`)).status, 200);
    assert.deepEqual(quarantine.counts(), []);
  });

  test('of bills too long to be read it says that nothing could be told, and what is missing', async () => {
    const { id, as } = await aLong(130_000);
    const { body } = await as('ada')<BillChange>(`/bills/${id}/change`);
    assert.deepEqual([body.causes.map(({ kind, amount }) => [kind, amount.amount]), body.gaps], [[['unexplained', body.difference.amount]], [{ source: 'Billing', reason: 'unreadable' }]]);
  });
});

describe('single uses behind a line', () => {
  test('add up to it, oldest first, on screen and as a table', async () => {
    const { billId, charge } = await aUsed();
    const { body } = await ada<UsageEventList>(`/bills/${billId}/charges/${charge.id}/events`);
    assert.ok(body.total > 0);
    assert.equal(body.items.reduce((sum, { amount }) => sum + amount.amount, 0), charge.gross?.amount);
    assert.deepEqual(body.items.map(({ at }) => at), body.items.map(({ at }) => at).toSorted());
    const table = await (await ada(`/bills/${billId}/charges/${charge.id}/events/export.csv`)).response.text();
    assert.equal(table.trimEnd().split('\r\n').length, body.total + 1);
  });

  test('are those of this line alone, whatever a server gives that heeds no filter', async () => {
    const { billId, charge } = await aUsed();
    const { as } = await anOperator({ meddle: heedless('usage') });
    const { body } = await as('ada')<UsageEventList>(`/bills/${billId}/charges/${charge.id}/events`);
    assert.deepEqual(body.items, (await ada<UsageEventList>(`/bills/${billId}/charges/${charge.id}/events`)).body.items);
  });

  test('of a system that does not say which line they are behind, are found by product, name and days', async () => {
    const { billId, charge } = await aUsed();
    const { as } = await anOperator({
      change: ({ resource, body }) => {
        if (resource === 'usage') for (const rated of body['ratedProductUsage'] as Record<string, unknown>[]) delete rated['appliedCustomerBillingRate'];
      },
    });
    const { body } = await as('ada')<UsageEventList>(`/bills/${billId}/charges/${charge.id}/events`);
    assert.equal(body.items.reduce((sum, { amount }) => sum + amount.amount, 0), charge.gross?.amount);
  });

  test('are not there for others, for lines of other bills, or for lines that have none', async () => {
    const { billId, charge } = await aUsed();
    const plain = (await whole(billId)).charges.find(({ hasEvents }) => !hasEvents);
    const other = bills.find(({ id }) => id !== billId)?.id;
    assert.equal((await operator.as('bilal')(`/bills/${billId}/charges/${charge.id}/events`)).status, 404);
    assert.equal((await ada(`/bills/${other}/charges/${charge.id}/events`)).status, 404);
    assert.equal((await ada(`/bills/${billId}/charges/${plain?.id}/events`)).status, 404);
  });

  test('say that usage is down instead of showing none', async () => {
    const { billId, charge } = await aUsed();
    const { as } = await anOperator({ meddle: down('usageManagement') });
    assert.equal((await as('ada')(`/bills/${billId}/charges/${charge.id}/events`)).status, 503);
  });
});

describe('words in all lines', () => {
  test('are found whatever their case, newest bill first, in my bills alone', async () => {
    const { body } = await ada<FoundChargeList>('/charges?search=HOME+250');
    assert.ok(body.total > 12 && body.items.every(({ name }) => name.includes('Home 250')));
    assert.deepEqual(body.items.map(({ bill }) => bill.date), body.items.map(({ bill }) => bill.date).toSorted().toReversed());
    assert.ok(body.items.every(({ bill }) => bills.some(({ id }) => id === bill.id)));
  });

  test('with accents or without', async () => {
    const { as } = await anOperator({
      change: ({ resource, body }) => {
        if (resource === 'appliedCustomerBillingRate' && body['name'] === 'Mobile L') body['name'] = 'Gebühr für Façade';
      },
    });
    const [plain, marked] = await Promise.all(['gebuhr FACADE', 'Gebühr façade'].map(async (words) => (await as('ada')<FoundChargeList>(`/charges?search=${encodeURIComponent(words)}`)).body.total));
    assert.ok(plain !== undefined && plain > 0 && plain === marked);
  });

  test('come page by page, and nothing is found under no words', async () => {
    const first = (await ada<FoundChargeList>('/charges?search=mobile&limit=3')).body;
    const second = (await ada<FoundChargeList>(`/charges?search=mobile&limit=3&cursor=${first.next}`)).body;
    assert.equal(new Set([...first.items, ...second.items].map(({ id }) => id)).size, 6);
    assert.equal((await ada('/charges?search=+')).status, 400);
  });

  test('say what could not be looked through', async () => {
    const { as } = await anOperator({
      meddle: async (request, pass) => {
        if (!request.url.includes('/appliedCustomerBillingRate')) return undefined;
        const answer = await pass(request);
        return Response.json(await answer.json(), { headers: { 'x-total-count': '30000' } });
      },
    });
    const { body } = await as('ada')<FoundChargeList>('/charges?search=mobile');
    assert.deepEqual(body.gaps, [{ source: 'Billing', reason: 'unreadable' }]);
  });
});
