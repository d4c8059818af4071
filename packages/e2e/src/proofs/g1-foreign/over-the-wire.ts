import { Machine } from '../../product/machine.ts';
import { type Answer, Visitor } from '../../product/visitor.ts';
import { type Finding, finding, type ProductProofSetting } from '../proof.ts';

type Listed = { items?: { id: string }[] };

/** Lists of the API, and the call for one of each. */
const LISTS: readonly (readonly [list: string, one: (id: string) => string, method: string])[] = [
  ['/bills', (id) => `/bills/${id}`, 'GET'],
  ['/bills', (id) => `/bills/${id}/document`, 'GET'],
  ['/orders', (id) => `/orders/${id}`, 'GET'],
  ['/tickets', (id) => `/tickets/${id}`, 'GET'],
  ['/tickets', (id) => `/tickets/${id}/notes`, 'POST'],
];
const PEOPLE = ['ada', 'bilal', 'chiara', 'daniel'] as const;
const ABSENT = 'zzzzzzzzzz99';
const TRACE = /"trace":"[^"]*"/;

interface Seen {
  cases: (string | undefined)[];
  /** Answered no more: who asks for twenty things of others is kept out. */
  stopped: number;
}

/** One person asks for things of others, one by one. */
async function strangersOf(name: string, ids: readonly string[], ask: (id: string) => Promise<Answer>): Promise<Seen> {
  const absent = await ask(ABSENT);
  const seen: Seen = { cases: [], stopped: 0 };
  for (const id of ids) {
    const answer = await ask(id);
    const isStopped = answer.status === 429 && answer.text.includes('too-many');
    const alike = answer.status === absent.status && answer.text.replace(TRACE, '') === absent.text.replace(TRACE, '');
    if (isStopped) seen.stopped += 1;
    seen.cases.push(isStopped || (alike && !answer.text.includes(id)) ? undefined : `${name}: ${id}: ${answer.status}, where what is not there gives ${absent.status}`);
  }
  return seen;
}

/** The running product, real sign-ins, real sockets: everybody asks for what everybody else has. */
export async function overTheWire({ open, full, tell }: ProductProofSetting): Promise<Finding> {
  tell('over the wire');
  const product = await open({ simulator: false });
  const machine = new Machine(product);
  const askers = [...(await Promise.all(PEOPLE.map((name) => Visitor.signIn(product.url, name)))), new Visitor(product.url)];
  const all: Seen[] = [];
  for (const [list, one, method] of LISTS) {
    const everybodys = await machine.read<{ id: string }[]>(RESOURCES[list] ?? '');
    for (const [index, asker] of askers.entries()) {
      const mine = new Set((JSON.parse((await asker.call('GET', list)).text) as Listed).items?.map(({ id }) => id));
      const strangers = everybodys.map(({ id }) => id).filter((id) => !mine.has(id)).slice(0, full ? 60 : 8);
      const body = method === 'POST' ? { body: { text: 'Hello' } } : {};
      all.push(await strangersOf(`${PEOPLE[index] ?? 'nobody'}: ${method} ${list}`, strangers, (id) => asker.call(method, one(id), body)));
    }
  }
  await Promise.all(askers.map((asker) => asker.close()));
  const cases = all.flatMap((seen) => seen.cases);
  const stopped = all.reduce((sofar, seen) => sofar + seen.stopped, 0);
  const figure = `foreign records asked for by their ids: ${cases.length - stopped} as what is not there, ${stopped} no more, after twenty such`;
  return finding('the same over the wire, on the running product, with real sign-ins', figure, cases);
}

const RESOURCES: Readonly<Record<string, string>> = {
  '/bills': 'customerBillManagement/v4/customerBill?fields=id&limit=200',
  '/orders': 'productOrderingManagement/v4/productOrder?fields=id&limit=200',
  '/tickets': 'troubleTicket/v4/troubleTicket?fields=id&limit=200',
};
