import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type AccountList, type Bill, type BillList, SpendBy, type SpendList } from '@faceplate/contracts';
import { toDecimal } from '@faceplate/domain';
import fc from 'fast-check';
import { anOperator, down } from '../testing/operator.ts';
import { spendSheets } from './sheets.ts';

const operator = await anOperator();
const bilal = operator.as('bilal');
const top = ({ sheets }: SpendList, at: number) => (sheets[0]?.groups ?? []).filter(({ parentId }) => parentId === undefined).reduce((sum, { amounts }) => sum + (amounts[at]?.amount ?? 0), 0);

describe('what was spent', () => {
  for (const by of SpendBy.options) {
    test(`by ${by} adds up to the bills, month by month`, async () => {
      const { body } = await bilal<SpendList>(`/spend?by=${by}&months=3`);
      const bills = (await bilal<BillList>('/bills')).body.items;
      for (const [at, month] of body.months.entries()) {
        const own = bills.filter(({ period }) => period.from.startsWith(month));
        const nets = await Promise.all(own.map(async ({ id }) => (await bilal<Bill>(`/bills/${id}`)).body.net.amount));
        assert.equal(body.sheets[0]?.sums[at]?.amount, nets.reduce((sum, net) => sum + net, 0));
        assert.equal(top(body, at), body.sheets[0]?.sums[at]?.amount);
      }
      assert.deepEqual(body.gaps, []);
    });
  }

  test('by unit is a tree: a region holds its sites', async () => {
    const { sheets } = (await bilal<SpendList>('/spend?by=unit')).body;
    const groups = sheets[0]?.groups ?? [];
    const north = groups.find(({ name }) => name === 'Nordlicht North');
    const kiel = groups.find(({ name }) => name === 'Kiel depot');
    assert.equal(kiel?.parentId, north?.id);
    assert.ok(north && kiel && north.total.amount > kiel.total.amount);
    assert.equal(groups.find(({ id }) => id === north.parentId)?.name, 'Nordlicht Logistics');
  });

  test('by cost centre takes the product’s, the unit’s, the account’s, else that of the nearest unit above', async () => {
    const { as } = await anOperator({
      change: ({ resource, body }) => {
        // Of the world's own cost centres that of the company as a whole alone is left.
        if (resource === 'organization' && body['name'] !== 'Nordlicht Logistics') body['partyCharacteristic'] = [];
        if (resource === 'product') body['productCharacteristic'] = body['name'] === 'Machine Card' ? [{ name: 'costCentre', value: '4711' }] : [];
        if (resource === 'organization' && body['name'] === 'Kiel depot') body['partyCharacteristic'] = [{ name: 'costCentre', value: '4712' }];
        if (resource === 'billingAccount' && body['name'] === 'Nordlicht South') body['characteristic'] = [{ name: 'costCentre', value: '4713' }];
      },
    });
    const { sheets } = (await as('bilal')<SpendList>('/spend?by=cost-centre')).body;
    assert.deepEqual((sheets[0]?.groups ?? []).map(({ id }) => id).toSorted(), ['1000 Group services', '4711', '4712', '4713']);
  });

  test('by cost centre of the world: what moved most, and the table that is taken away, say the same', async () => {
    const { sheets, months } = (await bilal<SpendList>('/spend?by=cost-centre&months=3')).body;
    const [sheet] = sheets;
    const groups = sheet?.groups ?? [];
    assert.deepEqual(groups.map(({ id }) => id).toSorted(), ['1000 Group services', '2100 Hamburg terminal', '2200 Kiel depot', '3000 South', '3100 Munich hub', '4100 Fleet', '5100 Sales']);
    for (const { amounts, change } of groups) assert.equal(change.amount, (amounts.at(-1)?.amount ?? 0) - (amounts.at(-2)?.amount ?? 0));
    assert.ok(groups.some(({ change }) => change.amount !== 0), 'some of it moves from month to month');
    const lines = (await (await bilal('/spend/export.csv?by=cost-centre&months=3')).response.text()).replace('\uFEFF', '').trimEnd().split('\r\n');
    assert.equal(lines[0], `"name","above",${months.map((month) => `"${month}"`).join()},"total","change","currency"`);
    assert.deepEqual(lines.slice(1), groups.map(({ name, amounts, total, change }) => `"${name}",,${[...amounts, total, change].map(toDecimal).join()},"EUR"`));
    const shop = (await operator.as('chiara')<SpendList>('/spend?by=cost-centre')).body;
    assert.deepEqual(shop.sheets[0]?.groups.map(({ id }) => id).toSorted(), ['100 Shop', '200 Demonstration phones']);
    const home = (await operator.as('ada')<SpendList>('/spend?by=cost-centre')).body;
    assert.deepEqual(home.sheets[0]?.groups.map(({ id }) => id), ['other'], 'a household has none');
  });

  test('of one account when asked, and of nobody else’s', async () => {
    const account = operator.subjects.ada.accountIds[0];
    assert.equal((await bilal(`/spend?by=kind&account=${account}`)).status, 404);
    const own = (await operator.as('ada')<SpendList>(`/spend?by=account&account=${account}`)).body;
    assert.deepEqual(own.sheets.flatMap(({ groups }) => groups.map(({ id }) => id)), [account]);
    assert.equal((await bilal('/spend?by=colour')).status, 400);
    assert.equal((await bilal('/spend?by=kind&months=25')).status, 400);
  });

  test('one bill for two accounts: each line counts for the account that ran it up, also when that one alone is asked for', async () => {
    const { items: accounts } = (await bilal<AccountList>('/accounts')).body;
    const [group = '', north = ''] = ['Group services', 'Nordlicht North'].map((name) => accounts.find((one) => one.name === name)?.id);
    const bills = new Set((await bilal<BillList>(`/bills?account=${group}`)).body.items.map(({ id }) => id));
    const { as } = await anOperator({
      change: ({ resource, body }) => {
        const within = (name: string) => body[name] as { id: string; name: string } | undefined;
        if (body.id === north) body['accountRelationship'] = [{ relationshipType: 'billedWith', account: { id: group, name: 'Group services' }, validFor: { startDateTime: '2026-06-01T00:00:00.000Z', endDateTime: '2026-11-01T00:00:00.000Z' } }];
        const isMoved = resource === 'appliedCustomerBillingRate' && bills.has(within('bill')?.id ?? '') && within('product')?.name.startsWith('Team Mobile');
        if (isMoved) body['billingAccount'] = { id: north, name: 'Nordlicht North' };
      },
    });
    const totals = async (ask: typeof bilal, path: string) => Object.fromEntries(((await ask<SpendList>(path)).body.sheets[0]?.groups ?? []).map(({ id, total }) => [id, total.amount]));
    const [before, after] = [await totals(bilal, '/spend?by=account'), await totals(as('bilal'), '/spend?by=account')];
    const change = (after[north] ?? 0) - (before[north] ?? 0);
    assert.ok(change > 0, 'lines have moved');
    assert.equal((after[group] ?? 0) - (before[group] ?? 0), -change, 'and nothing is lost or counted twice');
    for (const id of [group, north]) assert.deepEqual(await totals(as('bilal'), `/spend?by=account&account=${id}`), { [id]: after[id] });
  });

  test('an account without a bill of the newest month is named: that month is not whole', async () => {
    const { items: bills } = (await bilal<BillList>('/bills')).body;
    const [newest = ''] = bills.map(({ period }) => period.from).toSorted().toReversed();
    assert.equal((await bilal<SpendList>('/spend?by=kind')).body.awaited, undefined);
    const early = bills.find(({ period }) => period.from === newest);
    const { as } = await anOperator({
      change: ({ resource, body }) => {
        // Somebody has asked for a bill before its time: all others are still a month behind.
        if (resource === 'customerBill' && body.id === early?.id) body['billingPeriod'] = { startDateTime: '2026-10-31T23:00:00.000Z', endDateTime: '2026-11-20T22:59:59.000Z' };
      },
    });
    const { awaited, months } = (await as('bilal')<SpendList>('/spend?by=kind')).body;
    assert.equal(months.at(-1), '2026-11');
    const others = bills.filter(({ period, account }) => period.from === newest && account.id !== early?.account.id).map(({ account }) => account.id);
    assert.deepEqual(awaited?.map(({ id }) => id).toSorted(), [...new Set(others)].toSorted());
    assert.ok(others.length > 0);
  });

  test('the products’ system down: a gap, the same sums, and everything else under one name', async () => {
    const { as } = await anOperator({ meddle: down('productInventory') });
    const { body } = await as('bilal')<SpendList>('/spend?by=person');
    assert.deepEqual(body.gaps, [{ source: 'Products', reason: 'unreachable' }]);
    assert.deepEqual(body.sheets[0]?.groups.map(({ id }) => id), ['other']);
    assert.deepEqual(body.sheets[0]?.sums, (await bilal<SpendList>('/spend?by=person')).body.sheets[0]?.sums);
  });

  test('as a table: a line a group, numbers as numbers', async () => {
    const { body } = await bilal<SpendList>('/spend?by=kind&months=2');
    const lines = (await (await bilal('/spend/export.csv?by=kind&months=2')).response.text()).trimEnd().split('\r\n');
    assert.equal(lines.length, 1 + body.sheets.reduce((sum, { groups }) => sum + groups.length, 0));
    assert.match(lines[1] ?? '', /^"recurring",,\d+\.\d\d,\d+\.\d\d,\d+\.\d\d,-?\d+\.\d\d,"EUR"$/);
  });
});

test('groups at the top add up to the sums, whatever the tree', () => {
  const bill = fc.record({ net: fc.array(fc.record({ amount: fc.integer({ min: -1e9, max: 1e9 }), at: fc.nat(5) }), { maxLength: 9 }), currency: fc.constantFrom('EUR', 'CHF'), month: fc.constantFrom('2026-09', '2026-10') });
  fc.assert(fc.property(fc.array(bill, { maxLength: 6 }), fc.array(fc.nat(5), { minLength: 6, maxLength: 6 }), (made, parents) => {
    const bills = made.map(({ net, currency, month }) => ({
      period: { from: `${month}-01`, to: `${month}-28` }, total: { amount: 0, currency }, charges: net.map(({ amount, at }) => ({ id: 'c', name: String(at), net: { amount, currency } })),
    })) as unknown as Bill[];
    // Only downwards: what is above itself is no tree.
    const parentOf = (id: string) => (Number(id) > (parents[Number(id)] ?? 9) ? { id: String(parents[Number(id)]), name: 'above' } : undefined);
    const sheets = spendSheets(bills, ['2026-09', '2026-10'], ({ name }) => ({ id: name, name }), parentOf);
    for (const { sums, groups } of sheets) {
      const tops = groups.filter(({ parentId }) => parentId === undefined);
      for (const [at, sum] of sums.entries()) assert.equal(tops.reduce((sofar, { amounts }) => sofar + (amounts[at]?.amount ?? 0), 0), sum.amount);
    }
  }), { numRuns: 300, seed: 21 });
});
