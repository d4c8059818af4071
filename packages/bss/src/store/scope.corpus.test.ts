import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { openDatabase } from '../node/database.ts';
import { sqlStore } from '../node/sql-store.ts';
import { type StoreMaker, storeMakers } from '../testing/stores.ts';
import type { Condition, Resource, Store } from './store.ts';

const party = (...ids: string[]) => ids.map((id) => ({ id, '@referredType': 'Individual' }));
const documents: [resource: string, body: Resource][] = [
  ['individual', { id: 'ada', fullName: 'Ada' }],
  ['individual', { id: 'bob', fullName: 'Bob' }],
  ['billingAccount', { id: 'acc-a', relatedParty: party('ada') }],
  ['billingAccount', { id: 'acc-b', relatedParty: party('bob') }],
  ['productOrder', { id: 'o1', state: 'held', relatedParty: party('ada'), orderDate: '2026-01-02' }],
  ['productOrder', { id: 'o2', state: 'held', relatedParty: party('bob'), orderDate: '2026-01-01' }],
  ['productOrder', { id: 'o3', state: 'held', relatedParty: party('bob', 'ada'), orderDate: '2026-01-03' }],
  // Two steps down; three; by a word alone; nobody's; and an id that only looks like one.
  ['productOrder', { id: 'o4', state: 'held', productOrderItem: [{ billingAccount: { id: 'acc-a' } }] }],
  ['productOrder', { id: 'o5', state: 'held', productOrderItem: [{ product: { relatedParty: party('ada') } }] }],
  ['productOrder', { id: 'o6', state: 'held', name: 'ada', externalId: 'acc-a' }],
  ['productOrder', { id: 'o7', state: 'held' }],
  ['productOrder', { id: 'o8', state: 'held', relatedParty: [[[{ id: 'ada' }]], { id: 7 }, null, 'ada'] }],
  ['customerBill', { id: 'b1', billingAccount: { id: 'acc-a' } }],
  ['customerBill', { id: 'b2', billingAccount: { id: 'acc-b' } }],
  ['appliedCustomerBillingRate', { id: 'r1', bill: { id: 'b1' }, name: 'Plan' }],
  ['appliedCustomerBillingRate', { id: 'r2', bill: { id: 'b2' }, name: 'Plan' }],
  ['appliedCustomerBillingRate', { id: 'r3', bill: { id: 'b2' }, billingAccount: { id: 'acc-a' } }],
  ['productOffering', { id: 'p1', name: 'Fibre' }],
];

const is = (path: string, ...values: string[]): Condition => ({ path: path.split('.'), operator: 'eq', values });
const scope = { ids: ['ada', 'acc-a'] };

/** What `ada` sees of each question, and what somebody without a scope does. */
const lists: [resource: string, where: Condition[], own: string[], all: string[]][] = [
  ['individual', [], ['ada'], ['ada', 'bob']],
  ['billingAccount', [], ['acc-a'], ['acc-a', 'acc-b']],
  ['billingAccount', [is('id', 'acc-a', 'acc-b')], ['acc-a'], ['acc-a', 'acc-b']],
  ['productOrder', [is('relatedParty.id', 'bob')], ['o3'], ['o2', 'o3']],
  ['productOrder', [is('relatedParty.id', 'ada', 'bob')], ['o1', 'o3'], ['o1', 'o2', 'o3']],
  ['productOrder', [is('state', 'held')], ['o1', 'o3', 'o4'], ['o1', 'o2', 'o3', 'o4', 'o5', 'o6', 'o7', 'o8']],
  ['productOrder', [is('name', 'ada')], [], ['o6']],
  ['productOrder', [is('state')], [], []],
  ['customerBill', [is('billingAccount.id', 'acc-b')], [], ['b2']],
  ['appliedCustomerBillingRate', [is('bill.id', 'b1')], ['r1'], ['r1']],
  ['appliedCustomerBillingRate', [is('bill.id', 'b2')], ['r3'], ['r2', 'r3']],
  ['appliedCustomerBillingRate', [is('bill.id', 'b1', 'b2')], ['r1', 'r3'], ['r1', 'r2', 'r3']],
  ['appliedCustomerBillingRate', [], ['r3'], ['r1', 'r2', 'r3']],
  ['productOffering', [], ['p1'], ['p1']],
];

const unlocked: StoreMaker = (() => {
  const opened = openDatabase({});
  return {
    name: 'PGlite',
    make: async () => sqlStore(await opened, { tenant: crypto.randomUUID(), rowSecurity: false }),
    close: async () => (await opened).close(),
  };
})();

const makers: [string, StoreMaker][] = [...storeMakers().map((maker) => [maker.name, maker] as [string, StoreMaker]), ['PGlite without roles', unlocked]];

for (const [name, maker] of makers) {
  describe(`a scope, on ${name}`, () => {
    after(() => maker.close());
    let made: Promise<Store> | undefined;
    const filled = () => (made ??= maker.make().then(async (store) => {
      await store.load(documents.map(([resource, body]) => ({ resource, body })));
      return store;
    }));

    for (const [resource, where, own, all] of lists) {
      it(`of ${resource} by ${where.map(({ path, values }) => `${path.join('.')}=${values.join()}`).join('&') || 'nothing'}: ${own.join() || 'nothing'}`, async () => {
        const store = await filled();
        const idsOf = async (given?: typeof scope, more = {}) => {
          const { rows, total } = await store.read(given).list(resource, { where, ...more });
          return { ids: rows.map(({ body }) => body.id), total };
        };
        assert.deepEqual(await idsOf(scope), { ids: own, total: own.length });
        assert.deepEqual(await idsOf(), { ids: all, total: all.length });
        assert.deepEqual(await idsOf({ ids: [] }), resource === 'productOffering' ? { ids: all, total: 1 } : { ids: [], total: 0 });
        assert.deepEqual(await idsOf(scope, { offset: 1, limit: 1 }), { ids: own.slice(1, 2), total: own.length });
        assert.deepEqual((await idsOf(scope, { sort: [{ path: ['orderDate'], descending: true }] })).total, own.length);
      });
    }

    it('gives one by its id to who is named in it, or in what holds it', async () => {
      const store = await filled();
      const seen = async (ids: string[]) => {
        const reader = store.read({ ids });
        const found = await Promise.all(documents.map(async ([resource, { id }]) => ((await reader.get(resource, id)) ? [id] : [])));
        return found.flat().join(' ');
      };
      assert.equal(await seen(['ada', 'acc-a']), 'ada acc-a o1 o3 o4 b1 r1 r3 p1');
      assert.equal(await seen(['bob', 'acc-b']), 'bob acc-b o2 o3 b2 r2 r3 p1');
      assert.equal(await seen(['', 'ada\u001facc-a', "ada' or true --"]), 'p1');
    });

    it('changes nothing for who has none, in the same moment', async () => {
      const store = await filled();
      const totals = await Promise.all(Array.from({ length: 40 }, async (_, index) => {
        const given = index % 2 === 0 ? scope : undefined;
        return (await store.read(given).list('productOrder')).total;
      }));
      assert.deepEqual(totals, Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? 3 : 8)));
    });
  });
}

