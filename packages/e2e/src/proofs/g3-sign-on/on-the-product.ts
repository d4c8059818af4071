import { Visitor } from '../../product/visitor.ts';
import { guestOnTheProduct } from './guest-on-the-product.ts';
import { type Finding, finding, type ProductProofSetting } from '../proof.ts';

const COOKIE = 'fp-session';
const FRESH = '/auth/login?stepUp=0&returnTo=/';

interface Listed {
  items: { id: string; current: boolean }[];
}

const idOf = (visitor: Visitor) => visitor.jar.get(COOKIE) ?? '';

async function statusWith(url: string, id: string): Promise<number> {
  const thief = new Visitor(url);
  thief.jar.set(COOKIE, id);
  const { status } = await thief.call('GET', '/accounts');
  await thief.close();
  return status;
}

/** The whole product with the reference provider: pushed requests, a client key, a password asked for again, sessions ended. */
export async function onTheProduct({ open }: Pick<ProductProofSetting, 'open'>): Promise<Finding[]> {
  const product = await open({ simulator: false });
  const { url } = product;
  const [here, there] = [await Visitor.signIn(url, 'ada'), await Visitor.signIn(url, 'ada')];
  const before = idOf(here);
  // Nothing but a password typed this moment will do.
  await here.signIn('ada', 'demo', FRESH);
  const { items } = JSON.parse((await here.call('GET', '/sessions')).text) as Listed;
  const other = items.find(({ current }) => !current);
  const ended = await here.call('DELETE', `/sessions/${other?.id}`);
  const checks: [boolean, string][] = [
    [idOf(here) !== before, 'the id is the same after the step-up'],
    [(await statusWith(url, before)) === 401, 'the id of before the step-up still works'],
    [items.length === 2, `${items.length} sessions listed`],
    [ended.status === 200, `ending one: ${ended.status} ${ended.text}`],
    [(await statusWith(url, idOf(there))) === 401, 'the ended session still works'],
    [(await statusWith(url, idOf(here))) === 200, 'the session that ended the other does not work'],
  ];
  await Promise.all([here.close(), there.close()]);
  const cases = checks.map(([holds, what]) => (holds ? undefined : what));
  const own = finding('the product with its own provider: step-up, sessions listed and ended', `${cases.filter((one) => one === undefined).length} of ${cases.length}`, cases);
  return [own, await guestOnTheProduct(product)];
}
