import { Machine } from '../../product/machine.ts';
import { Visitor } from '../../product/visitor.ts';
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

/** The running product, real sign-ins, real sockets: everybody asks for what everybody else has, one by one. */
export async function overTheWire({ open, full, tell }: ProductProofSetting): Promise<Finding> {
  tell('over the wire');
  const product = await open({ simulator: false });
  const machine = new Machine(product);
  const visitors = await Promise.all(PEOPLE.map((name) => Visitor.signIn(product.url, name)));
  const nobody = new Visitor(product.url);
  const cases: (string | undefined)[] = [];
  for (const [list, one, method] of LISTS) {
    const owned = await Promise.all(visitors.map(async (visitor) => (JSON.parse((await visitor.call('GET', list)).text) as Listed).items?.map(({ id }) => id) ?? []));
    const everybodys = await machine.read<{ id: string }[]>(RESOURCES[list] ?? '');
    for (const [index, asker] of [...visitors, nobody].entries()) {
      const mine = new Set(owned[index]);
      const strangers = everybodys.map(({ id }) => id).filter((id) => !mine.has(id)).slice(0, full ? 60 : 8);
      const body = method === 'POST' ? { body: { text: 'Hello' } } : {};
      const absent = await asker.call(method, one(ABSENT), body);
      for (const id of strangers) {
        const answer = await asker.call(method, one(id), body);
        const alike = answer.status === absent.status && answer.text.replace(TRACE, '') === absent.text.replace(TRACE, '');
        cases.push(alike && !answer.text.includes(id) ? undefined : `${PEOPLE[index] ?? 'nobody'}: ${method} ${one(id)}: ${answer.status}, where what is not there gives ${absent.status}`);
      }
    }
  }
  await Promise.all([...visitors, nobody].map((visitor) => visitor.close()));
  return finding('the same over the wire, on the running product, with real sign-ins', `${cases.length} foreign records asked for by their ids`, cases);
}

const RESOURCES: Readonly<Record<string, string>> = {
  '/bills': 'customerBillManagement/v4/customerBill?fields=id&limit=200',
  '/orders': 'productOrderingManagement/v4/productOrder?fields=id&limit=200',
  '/tickets': 'troubleTicket/v4/troubleTicket?fields=id&limit=200',
};
