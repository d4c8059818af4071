import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Definition } from './definitions/definition.ts';
import { definitions } from './definitions/definitions.ts';
import { memoryStore } from './store/memory.ts';
import { anOrder, type Bench, bench, NOW, pathOf } from './testing/bench.ts';
import type { Resource } from './store/store.ts';
import { generateWorld } from './world/world.ts';

/** What TM Forum's conformance kits look for in every row of a list, beside `id` and `href`. */
const CARRIED: Record<string, readonly string[]> = {
  productSpecification: ['name', 'lastUpdate', 'lifecycleStatus'],
  productOffering: ['name', 'lastUpdate', 'lifecycleStatus'],
  productOfferingPrice: ['name', 'lastUpdate', 'lifecycleStatus', 'priceType'],
  troubleTicket: ['description', 'severity', 'ticketType'],
  productOrder: ['productOrderItem', 'orderDate', 'relatedParty', 'state'],
  customer: ['name', 'engagedParty', '@type'],
  individual: ['givenName', 'familyName'],
  organization: ['tradingName'],
  product: ['billingAccount', 'productCharacteristic', 'productOffering', 'productPrice', 'relatedParty', 'status'],
  billingAccount: ['name', 'relatedParty'],
  partyRole: ['name', 'roleType'],
  appliedCustomerBillingRate: ['isBilled'],
  partyInteraction: ['channel', 'direction', 'reason'],
};

const world = () => generateWorld({ seed: 7, customers: 3, now: new Date(NOW) });

async function everything(bss: Bench, path: string): Promise<Resource[]> {
  const all: Resource[] = [];
  for (let offset = 0; ; offset += 1000) {
    const page = (await (await bss.ask('GET', `${path}?limit=1000&offset=${offset}`)).json()) as Resource[];
    all.push(...page);
    if (page.length < 1000) return all;
  }
}

describe('the BSS over a generated operator', () => {
  const known = [...world().records];
  const bss = bench({ store: memoryStore(known) });

  /** Where a resource's documents are listed: a collection inside others has a path in each of those. */
  const listsOf = ({ basePath, path, resource, under }: Definition): string[] =>
    under ? known.filter((one) => one.resource === under.resource).map(({ body }) => `${basePath}/${under.resource}/${body.id}/${resource}`) : [path];
  const rowsOf = async (definition: Definition) => (await Promise.all(listsOf(definition).map((path) => everything(bss, path)))).flat();

  it('serves every record of it, each as the resource it is', async () => {
    // What is made of other records is not one itself.
    const stored = definitions.filter(({ from }) => from === undefined);
    const served = await Promise.all(stored.map(async (definition) => (await rowsOf(definition)).length));
    assert.equal(served.reduce((sum, count) => sum + count, 0), known.length);
  });

  it('carries in every row what a conforming server must', async () => {
    for (const definition of definitions) {
      const { resource } = definition;
      for (const row of await rowsOf(definition)) {
        const missing = ['id', 'href', '@type', ...(CARRIED[resource] ?? [])].filter((name) => row[name] === undefined);
        assert.deepEqual(missing, [], `${resource} ${row.id}`);
      }
    }
  });
});

describe('time passing', () => {
  it('brings a new order to its end, telling of each step', async () => {
    const bss = bench({ store: memoryStore(world().records) });
    const productOrderItem = [{ id: '1', action: 'add', product: { name: 'Fibre 100' } }];
    const order = await bss.make('productOrder', anOrder({ productOrderItem }));
    for (let step = 0; step < 500; step += 1) {
      bss.later(60_000);
      await bss.tick();
    }
    const ended = (await (await bss.ask('GET', `${pathOf('productOrder')}/${order.id}`)).json()) as Resource;
    assert.equal(ended['state'], 'completed');
    const changes = await bss.store.changes.after(0, 100_000);
    assert.ok(changes.some(({ id, eventType }) => id === order.id && eventType === 'ProductOrderStateChangeEvent'));
  });

  it('leaves everything where it is when nothing is to move by itself', async () => {
    const bss = bench({ simulate: false });
    const order = await bss.make('productOrder', anOrder());
    bss.later(3_600_000);
    await bss.tick();
    const after = (await (await bss.ask('GET', `${pathOf('productOrder')}/${order.id}`)).json()) as Resource;
    assert.deepEqual(after, order);
  });
});
