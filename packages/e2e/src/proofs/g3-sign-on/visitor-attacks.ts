import { aHouse as neighbouring, type Browser, HOST, OTHER_HOST, signIn } from './house.ts';
import type { Attack } from './flow-attacks.ts';
import { hashOf } from './session-attacks.ts';

const PERSON = '__Host-Http-fp';
const VISIT = '__Host-Http-fp-visit';
const DAY = 86_400_000;

type House = Parameters<Attack>[0];

/** Somebody who has put something into a cart, or tried to: either begins their session. */
async function visiting(house: House, headers: Record<string, string> = {}): Promise<Browser> {
  const browser = house.browser();
  await post(browser, '/cart/items', { offerId: 'an-offer-1', quantity: 1 }, headers);
  if (!(await isVisitor(browser, headers))) throw new Error('a visitor could not begin');
  return browser;
}

const post = (browser: Browser, path: string, body: object, headers: Record<string, string> = {}) =>
  browser.open(`/api/v1${path}`, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), ...headers }, body: JSON.stringify(body) });

/** Whether a call is answered for a visitor; without a session it would be 401. */
const isVisitor = async (browser: Browser, headers: Record<string, string> = {}): Promise<boolean> => (await browser.open('/api/v1/orders', { headers })).status === 200;

const thiefWith = (house: Pick<House, 'browser'>, name: string, value: string): Browser => {
  const thief = house.browser();
  thief.jar.set(name, value);
  return thief;
};
const idOf = (browser: Browser, name = VISIT): string => browser.jar.get(name) ?? '';

/** A visitor begins, something happens, and the id of before is tried again. */
const after =
  (happens: (house: House, visitor: Browser) => Promise<unknown>): Attack =>
  async (house) => {
    const visitor = await visiting(house);
    const id = idOf(visitor);
    await happens(house, visitor);
    return isVisitor(thiefWith(house, VISIT, id));
  };

const pass = (house: House, days: number) => Promise.resolve(void (house.time.now += days * DAY));

const shown =
  (make: (id: string) => { name?: string; value: string; headers?: Record<string, string> }): Attack =>
  async (house) => {
    const { name = VISIT, value, headers = {} } = make(idOf(await visiting(house)));
    const thief = thiefWith(house, name, value);
    return (await isVisitor(thief, headers)) || thief.isIn(headers);
  };

/** What is made of a visitor's id, or of somebody's before they sign in. */
export const VISITORS: Readonly<Record<string, Attack>> = {
  'a visitor’s id as a person’s': shown((id) => ({ name: PERSON, value: id })),
  'a person’s id as a visitor’s': async (house) => isVisitor(thiefWith(house, VISIT, idOf(await signIn(house), PERSON))),
  'a visitor who asks for a session': async (house) => (await visiting(house)).isIn(),
  'a visitor who asks for somebody’s bills': async (house) => (await (await visiting(house)).open('/api/v1/bills')).status !== 401,
  'the stored hash of a visitor’s id': shown((id) => ({ value: hashOf(id) })),
  'a visitor’s id with a letter changed': shown((id) => ({ value: (id.startsWith('A') ? 'B' : 'A') + id.slice(1) })),
  'a visitor’s id under the name plain http has': shown((id) => ({ name: 'fp-visit', value: id })),
  'a visitor’s id as an embedded page’s': shown((id) => ({ name: '__Host-Http-fp-embed', value: id, headers: { origin: HOST } })),
  'a visitor’s id as a bearer token': shown((id) => ({ value: '', headers: { authorization: `Bearer ${id}` } })),
  'a visitor of one foreign page at another': async (house) => {
    const visitor = await visiting(house, { origin: HOST });
    return (await isVisitor(visitor, { origin: OTHER_HOST })) || isVisitor(visitor);
  },
  'a visitor of another portal': async (house) => {
    const other = await neighbouring({ name: 'Koral', url: house.url, store: house.store });
    return isVisitor(thiefWith(other, VISIT, idOf(await visiting(house))));
  },
  'a visitor’s id thirty days later': after((house) => pass(house, 30)),
  'a visitor’s id after ninety days of visits': after(async (house, visitor) => {
    for (let days = 0; days < 90; days += 10) {
      await isVisitor(visitor);
      await pass(house, 10);
    }
  }),
  'a visitor’s id after signing in over it': after((house, visitor) => signIn(house, 'anna', undefined, undefined, visitor)),
  'a visitor’s id that was planted before somebody signs in': async (house) => {
    const thief = await visiting(house);
    await signIn(house, 'anna', undefined, undefined, thiefWith(house, VISIT, idOf(thief)));
    return (await isVisitor(thief)) || thief.isIn();
  },
  'a visitor’s id after the visitor was forgotten': after((_, visitor) => visitor.open('/api/v1/visitor', { method: 'DELETE' })),
  'a visitor’s id after the visitor has said who they are': after(async ({ sessions, url }, visitor) => {
    const request = new Request(`${url}/`, { headers: { cookie: `${VISIT}=${idOf(visitor)}` } });
    const session = await sessions.read(request);
    if (!session || !(await sessions.visitors.renew(session, request))) throw new Error('nothing was renewed');
  }),
  'a link that was followed already': async (house) => {
    const { code } = (await (await post(await visiting(house), '/visitor/links', {})).json()) as { code: string };
    if ((await post(house.browser(), '/visitor/pick-ups', { code })).status !== 200) throw new Error('the link did not work');
    return (await post(house.browser(), '/visitor/pick-ups', { code })).status === 200;
  },
  'a link a day later': async (house) => {
    const { code } = (await (await post(await visiting(house), '/visitor/links', {})).json()) as { code: string };
    await pass(house, 1);
    return (await post(house.browser(), '/visitor/pick-ups', { code })).status === 200;
  },
  'a visitor’s link exchanged for a session on a foreign page': async (house) => {
    const { code } = (await (await post(await visiting(house), '/visitor/links', {})).json()) as { code: string };
    const page = house.browser();
    await page.open('/auth/embed', { method: 'POST', headers: { origin: HOST, 'content-type': 'application/json' }, body: JSON.stringify({ code, verifier: 'v'.repeat(43) }) });
    return page.isIn({ origin: HOST });
  },
};

/** Whether an honest visitor is answered. */
export const honestVisitor = async (house: House): Promise<boolean> => isVisitor(await visiting(house));
