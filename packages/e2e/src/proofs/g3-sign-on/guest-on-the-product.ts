import type { RunningProduct } from '../../product/running-product.ts';
import { type Answer, Visitor } from '../../product/visitor.ts';
import { type Finding, finding } from '../proof.ts';

const EMAIL = 'gwen.guest@example.org';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

interface Body {
  id?: string;
  items?: { id: string; obstacles?: unknown[]; quantity?: number }[];
}
const bodyOf = ({ text }: Answer): Body => JSON.parse(text) as Body;

/** Where a chain of redirects ends. */
async function landed(visitor: Visitor, first: Answer): Promise<Answer> {
  let answer = first;
  for (let hops = 0; hops < 12 && answer.status >= 300 && answer.status < 400; hops += 1) {
    const { location } = answer.headers;
    answer = await visitor.open(typeof location === 'string' ? location : '/');
  }
  return answer;
}

async function submitted(visitor: Visitor, { text }: Answer, fields: Record<string, string>): Promise<Answer> {
  const action = /<form[^>]*action="([^"]+)"/.exec(text)?.[1] ?? '/';
  const headers = { ...FORM, origin: visitor.url };
  return landed(visitor, await visitor.open(action, { method: 'POST', headers, body: new URLSearchParams(fields).toString() }));
}

/** Makes an account by the code that the mailbox of the demonstration shows. */
async function registered(url: string): Promise<Visitor> {
  const person = new Visitor(url);
  const first = await landed(person, await person.open('/auth/login?create=1&returnTo=/orders'));
  const second = await submitted(person, first, { step: 'email', email: EMAIL });
  const mailbox = await person.open(`/idp/mailbox?address=${encodeURIComponent(EMAIL)}`);
  const code = /\b\d{6}\b/.exec(mailbox.text)?.[0] ?? 'none';
  await submitted(person, second, { step: 'code', email: EMAIL, code, name: 'Gwen Guest', password: 'long enough' });
  return person;
}

const idsOf = (answer: Answer): string[] => (answer.status === 200 ? (bodyOf(answer).items ?? []).map(({ id }) => id) : []);

/** Fills a cart and orders it with nothing but a name and an address. */
async function bought(guest: Visitor, offerId: string): Promise<{ placed: Answer; id: string }> {
  const cart = bodyOf(await guest.call('POST', '/cart/items', { body: { offerId, quantity: 1 } }));
  const placed = await guest.call('POST', '/orders', { body: { cartId: cart.id, contact: { givenName: 'Gwen', familyName: 'Guest', email: EMAIL } } });
  return { placed, id: bodyOf(placed).id ?? 'none' };
}

/** What somebody chose in this browser before signing in, as their cart has it afterwards. */
async function broughtAlong(url: string, offerId: string): Promise<number | undefined> {
  const visitor = new Visitor(url);
  await visitor.call('POST', '/cart/items', { body: { offerId, quantity: 2 } });
  await visitor.signIn(EMAIL, 'long enough', '/auth/login?returnTo=/shop');
  const { items = [] } = bodyOf(await visitor.call('GET', '/cart'));
  await visitor.close();
  return items[0]?.quantity;
}

/** Buy first, then an account by code, elsewhere: the order is there, and gone from where it was placed. */
export async function guestOnTheProduct({ url }: RunningProduct): Promise<Finding> {
  const guest = new Visitor(url);
  const offerId = bodyOf(await guest.call('GET', '/offers')).items?.find(({ obstacles }) => obstacles?.length === 0)?.id ?? '';
  const { placed, id } = await bought(guest, offerId);
  const seen = idsOf(await guest.call('GET', '/orders'));
  const person = await registered(url);
  const orders = idsOf(await person.call('GET', '/orders'));
  const gone = await guest.call('GET', '/orders');
  const brought = await broughtAlong(url, offerId);
  const checks: [boolean, string][] = [
    [seen.includes(id), `a guest could not order: ${placed.status} ${placed.text.slice(0, 160)}`],
    [orders.join() === id, `the account has the orders ${orders.join()}, and not ${id}`],
    [gone.status === 401, `the browser it was ordered in is answered ${gone.status}`],
    [brought === 2, `the cart that came along holds ${brought}`],
  ];
  await Promise.all([guest.close(), person.close()]);
  const cases = checks.map(([holds, what]) => (holds ? undefined : what));
  return finding('the product: buy first, an account by code elsewhere, and the cart comes along', `${cases.filter((one) => one === undefined).length} of ${cases.length}`, cases);
}
