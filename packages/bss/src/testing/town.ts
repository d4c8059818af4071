import { nouns } from '../nouns/nouns.ts';
import { memoryStore } from '../store/memory.ts';
import type { Store } from '../store/store.ts';
import type { JsonObject } from '../surface/body.ts';
import { generateWorld } from '../world/world.ts';
import { type Bench, bench, NOW, pathOf } from './bench.ts';
import type { Body } from './body.ts';

const world = generateWorld({ seed: 1, customers: 6, now: new Date(NOW) });
const records = [...world.records];


/** A BSS with a small world in it, and short ways of living in it. It is a Saturday morning in November. */
export interface Town extends Bench {
  /** Lets so many seconds pass, in steps no longer than a minute or than told. */
  pass(seconds: number, step?: number): Promise<void>;
  read(resource: string, id: string | undefined): Promise<Body>;
  /** Answers the changed body; throws what was answered instead. */
  patch(resource: string, id: string | undefined, change: object): Promise<Body>;
  /** What an offering on sale is called by, with its name and id. */
  offering(name: string): { id: string; name: string };
  /** Pulls a lever of a noun, as `POST /sim/v1/{path}` does. */
  lever(path: string, body: JsonObject): Promise<JsonObject>;
  order(customer: Customer, items: readonly object[], more?: object): Promise<Body>;
}

export interface Customer {
  id: string;
  name: string;
  accountId: string;
}

const named = (username: string) => world.signIns.find((one) => one.username === username) ?? { sub: '', name: '' };

function customer(username: string, account: string): Customer {
  const { sub, name } = named(username);
  const found = records.find(({ resource, body }) => resource === 'billingAccount' && body['name'] === account);
  return { id: sub, name, accountId: found?.body.id ?? '' };
}

/** A consumer with internet at home and two phones. */
export const ada = customer('ada', 'Home');

/** The world of a town, for a store to load. */
export const townRecords = () => structuredClone(records);

export const find = (resource: string, matches: (body: Body) => boolean): Body => {
  const found = records.find((record) => record.resource === resource && matches(record.body as Body));
  if (!found) throw new RangeError(`No such ${resource} in the world`);
  return found.body as Body;
};

export const line = (id: string, offering: { id: string; name: string }, more: object = {}) => ({
  id, action: 'add', quantity: 1, productOffering: offering, product: { name: offering.name }, ...more,
});

/** The lever at a path, and what its parameters are in it. */
function leverAt(path: string) {
  const asked = path.split('/');
  for (const lever of nouns.flatMap(({ levers = [] }) => levers)) {
    const steps = lever.path.split('/');
    const fits = steps.length === asked.length && steps.every((step, at) => step.startsWith(':') || step === asked[at]);
    if (fits) return { lever, params: Object.fromEntries(steps.flatMap((step, at) => (step.startsWith(':') ? [[step.slice(1), asked[at] ?? '']] : []))) };
  }
  throw new RangeError(`No lever at ${path}`);
}

export function town(store: Store = memoryStore(townRecords())): Town {
  const bss = bench({ store });
  const pass: Town['pass'] = async (seconds, step = 60) => {
    for (let passed = 0; passed < seconds; passed += step) {
      bss.later(Math.min(step, seconds - passed) * 1000);
      await bss.tick();
    }
  };
  const answer = async (response: Response, status: number): Promise<Body> => {
    if (response.status !== status) throw new Error(`${response.status}: ${await response.text()}`);
    return (await response.json()) as Body;
  };
  return {
    ...bss,
    pass,
    read: async (resource, id = '') => answer(await bss.ask('GET', `${pathOf(resource)}/${id}`), 200),
    patch: async (resource, id, change) => answer(await bss.ask('PATCH', `${pathOf(resource)}/${id}`, change), 200),
    offering: (name) => {
      const { id } = find('productOffering', (body) => body['name'] === name && body['isSellable'] === true);
      return { id, name };
    },
    lever: (path, body) => {
      const { lever, params } = leverAt(path);
      return store.transaction((tx) => lever.pull({ tx, now: bss.now() }, { params, body }));
    },
    order: async (who, items, more = {}) =>
      (await bss.make('productOrder', {
        billingAccount: { id: who.accountId },
        relatedParty: [{ id: who.id, name: who.name, role: 'customer', '@referredType': 'Individual' }],
        productOrderItem: items,
        ...more,
      })) as Body,
  };
}
