import { randomUUID } from 'node:crypto';
import { Machine, type TmfResource } from '../../product/machine.ts';
import type { Visitor } from '../../product/visitor.ts';
import { inTurns, type Place, place, racer } from '../place.ts';
import { type Finding, finding, type ProductProof } from '../proof.ts';
import { copies, otherBody, otherParty, unlike, withoutKey, type Wish } from './keyed-calls.ts';

const SMALL = { keys: 40, copies: 20, orders: 2, others: 10, twins: 3 };
const FULL = { keys: 1_000, copies: 20, orders: 20, others: 100, twins: 10 };

/** Wishes under way at once; the copies of each are all at once besides. */
const AT_ONCE = 8;

interface Scene {
  readonly where: Place;
  readonly machine: Machine;
  readonly ada: Visitor;
  readonly bilal: Visitor;
  /** A product of each one's own. */
  readonly products: { readonly ada: string; readonly bilal: string };
}

const firstId = async (visitor: Visitor, path: string): Promise<string> =>
  (JSON.parse((await visitor.call('GET', path)).text) as { items: { id: string }[] }).items[0]?.id ?? '';

async function scene(where: Place): Promise<Scene> {
  const [ada, bilal] = [await racer(where.url, 'ada'), await racer(where.url, 'bilal')];
  const products = { ada: await firstId(ada, '/products'), bilal: await firstId(bilal, '/products') };
  return { where, machine: new Machine(where), ada, bilal, products };
}

/** Tells this run's tickets from those of another on the same data. */
const RUN = randomUUID().slice(0, 8);

const ticket = (productId: string, title: string): Wish => ({
  path: '/tickets',
  key: randomUUID(),
  body: { productId, kind: 'request', severity: 'minor', title: `${title} ${RUN}`, description: 'Once, please.' },
});

/** Tickets in the BSS by their title: what really happened, told by another system. */
async function effects(machine: Machine): Promise<Map<string, number>> {
  const byTitle = new Map<string, number>();
  for (let offset = 0; ; offset += 500) {
    const rows = await machine.read<TmfResource[]>(`troubleTicket/v4/troubleTicket?fields=id,name&sort=id&limit=500&offset=${offset}`);
    for (const { name } of rows) byTitle.set(String(name), (byTitle.get(String(name)) ?? 0) + 1);
    if (rows.length < 500) return byTitle;
  }
}

const once = (count: number | undefined, title: string): string | undefined => (count === 1 ? undefined : `${title}: ${count ?? 0} effects`);

async function onceEach({ where, ada, bilal, machine, products }: Scene, size: typeof SMALL, tell: (text: string) => void): Promise<Finding[]> {
  const wishes = Array.from({ length: size.keys }, (_, index) => ticket(products.ada, `Wish ${index}`));
  let done = 0;
  const answers = await inTurns(wishes, AT_ONCE, async (wish) => {
    const all = await copies(ada, wish, size.copies);
    tell(`G11 ${(done += 1)} of ${size.keys} keys`);
    return all;
  });
  const made = await effects(machine);
  const some = wishes.slice(0, size.others);
  const bodies = await inTurns(some, AT_ONCE, (wish) => otherBody(ada, wish));
  const parties = await inTurns([...some.entries()], AT_ONCE, ([index, wish]) =>
    otherParty(bilal, { ...wish, body: { ...wish.body, productId: products.bilal, title: `Bilal ${index} ${RUN}` } }, answers[index]?.[0]?.text ?? ''),
  );
  const keys = await inTurns(['', '1', 'x'.repeat(36)], 1, (key) => withoutKey(ada, ticket(products.ada, 'Keyless'), key));
  const after = await effects(machine);
  const strayed = [...some.map((_, index) => once(after.get(`Bilal ${index} ${RUN}`), `Bilal ${index}`)), after.has(`Keyless ${RUN}`) ? 'a call without a key was done' : undefined];
  const total = wishes.reduce((sum, { body }) => sum + (made.get(String(body['title'])) ?? 0), 0);
  return [
    finding(`${size.copies} copies at once of each key: one effect`, `${total} effects of ${size.keys * size.copies} calls, ${where.what}`, wishes.map(({ body }) => once(made.get(String(body['title'])), String(body['title'])))),
    finding('Repeats: the same status, type and bytes', 'byte-equal', answers.map(unlike)),
    finding('Same key: other body 422, other party no replay, no key 400', 'none slipped through', [...bodies, ...parties, ...keys, ...strayed]),
  ];
}

interface Offer {
  readonly id: string;
  readonly obstacles: readonly unknown[];
}

/** Orders cost money, so the same is asked of them: fill the cart, order it many times at once. */
async function ordersOnce({ ada, machine }: Scene, size: typeof SMALL): Promise<Finding> {
  const account = await firstId(ada, '/accounts');
  const outcomes: (string | undefined)[] = [];
  for (let index = 0; index < size.orders; index += 1) {
    const { items } = JSON.parse((await ada.call('GET', '/offers')).text) as { items: Offer[] };
    const offerId = items.find(({ obstacles }) => obstacles.length === 0)?.id;
    const { id } = JSON.parse((await ada.call('POST', '/cart/items', { body: { offerId, quantity: 1 } })).text) as { id: string };
    const wish: Wish = { path: '/orders', key: randomUUID(), body: { cartId: id, accountId: account } };
    const answers = await copies(ada, wish, size.copies);
    const { number = '' } = JSON.parse(answers[0]?.text ?? '{}') as { number?: string };
    const rows = await machine.read<TmfResource[]>(`productOrderingManagement/v4/productOrder?externalId=${number}&fields=id`);
    outcomes.push(unlike(answers) ?? once(rows.length, `order ${number}`));
  }
  return finding(`Orders, ${size.copies} copies at once of each: one order`, `${size.orders} orders`, outcomes);
}

/** A client that makes a key a copy instead of one a wish has no such protection: the count must see it. */
async function twin({ ada, machine, products }: Scene, size: typeof SMALL): Promise<Finding> {
  const wishes = Array.from({ length: size.twins }, (_, index) => ticket(products.ada, `Twin ${index}`));
  for (const wish of wishes) await copies(ada, wish, size.copies, () => randomUUID());
  const made = await effects(machine);
  const unseen = wishes.map(({ body }) => (once(made.get(String(body['title'])), '') === undefined ? `${String(body['title'])}: nothing noticed` : undefined));
  return finding('Sabotage: each copy under a key of its own is seen as many effects', `${made.get(`Twin 0 ${RUN}`) ?? 0} effects each`, unseen);
}

/** security.md G11. */
export const idempotency: ProductProof = {
  on: 'product',
  id: 'G11',
  title: 'A keyed call acts once, however often it comes',
  run: async (setting) => {
    const size = setting.full ? FULL : SMALL;
    const where = await place(setting);
    try {
      const stage = await scene(where);
      return [...(await onceEach(stage, size, setting.tell)), await ordersOnce(stage, size), await twin(stage, size)];
    } finally {
      await where.stop();
    }
  },
};
