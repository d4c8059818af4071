import type { Browser, House } from './house.ts';

/** One attack; true when it got somebody in. */
export type Attack = (house: House) => Promise<boolean>;

const changed = (address: URL, change: (query: URLSearchParams) => void): string => {
  change(address.searchParams);
  return address.href;
};

/** An honest answer, changed on its way through the browser. */
const spoilt =
  (change: (query: URLSearchParams) => void): Attack =>
  async ({ browser, hostile }) => {
    const visitor = browser();
    await visitor.open(changed(hostile.approve(await visitor.begin()), change));
    return visitor.isIn();
  };

const open = (visitor: Browser, address: URL) => visitor.open(address.href);

/** Codes, states and sign-ins that are not this browser's. */
export const FLOW_ATTACKS: Readonly<Record<string, Attack>> = {
  'state: none': spoilt((query) => query.delete('state')),
  'state: of another making': spoilt((query) => query.set('state', `${query.get('state')?.split('.')[0]}.${'A'.repeat(43)}`)),
  'state: the name without its secret': spoilt((query) => query.set('state', query.get('state')?.split('.')[0] ?? '')),
  'state: twice': spoilt((query) => query.append('state', 'other')),
  'issuer of the answer: another (mix-up)': spoilt((query) => query.set('iss', 'https://evil.test')),
  'issuer of the answer: none, though promised': spoilt((query) => query.delete('iss')),
  'issuer of the answer: twice': spoilt((query) => query.append('iss', 'https://evil.test')),
  'code: none': spoilt((query) => query.delete('code')),
  'code: guessed': spoilt((query) => query.set('code', 'guess')),
  'code: twice': spoilt((query) => query.append('code', 'guess')),
  'code and error at once': spoilt((query) => query.set('error', 'access_denied')),
  'an answer in a token (JARM) instead': spoilt((query) => {
    query.delete('code');
    query.set('response', 'eyJhbGciOiJub25lIn0.e30.');
  }),
  "login CSRF: another browser's answer": async ({ browser, hostile }) => {
    const victim = browser();
    await victim.begin();
    await open(victim, hostile.approve(await browser().begin(), 'mallory'));
    return victim.isIn();
  },
  "login CSRF: a browser that began nothing": async ({ browser, hostile }) => {
    const victim = browser();
    await open(victim, hostile.approve(await browser().begin(), 'mallory'));
    return victim.isIn();
  },
  "a stolen code in the thief's own sign-in (PKCE)": async ({ browser, hostile }) => {
    const stolen = hostile.approve(await browser().begin(), 'anna').searchParams.get('code') ?? '';
    const thief = browser();
    const back = hostile.approve(await thief.begin(), 'mallory');
    await thief.open(changed(back, (query) => query.set('code', stolen)));
    return thief.isIn();
  },
  'a code for the second time, cookie and all': async ({ browser, hostile }) => {
    const [visitor, thief] = [browser(), browser()];
    const back = hostile.approve(await visitor.begin());
    for (const [name, value] of visitor.jar) thief.jar.set(name, value);
    await open(visitor, back);
    await open(thief, back);
    return thief.isIn();
  },
  'an answer after eleven minutes': async ({ browser, hostile, time }) => {
    const visitor = browser();
    const back = hostile.approve(await visitor.begin());
    time.now += 11 * 60_000;
    await open(visitor, back);
    return visitor.isIn();
  },
  "one tab's answer with the other tab's cookie": async ({ browser, hostile }) => {
    const [one, two] = [browser(), browser()];
    const back = hostile.approve(await one.begin());
    await two.begin();
    const [name = ''] = one.jar.keys();
    const [other = ''] = two.jar.values();
    two.jar.clear();
    two.jar.set(name, other);
    await open(two, back);
    return two.isIn();
  },
  'the sixth sign-in pushes the first out': async ({ browser, hostile, time }) => {
    const visitor = browser();
    const back = hostile.approve(await visitor.begin());
    for (let count = 0; count < 5; count += 1) {
      time.now += 1_000;
      await visitor.begin();
    }
    await open(visitor, back);
    return visitor.isIn();
  },
};
