import { randomBytes } from 'node:crypto';
import { API, aHouse, type Browser, HOST, type House, OTHER_HOST, signIn } from './house.ts';
import type { Attack } from './flow-attacks.ts';
import { hashOf } from './session-attacks.ts';

const NAME = '__Host-Http-fp';
const EMBED = '__Host-Http-fp-embed';

/** Another portal of the same operator, on the same database and the same keys. */
const neighbour = (house: House) => aHouse({ name: 'Koral', url: 'https://koral.test', store: house.store, hostile: house.hostile });

const shown = async (visitor: Browser, from: Browser): Promise<Browser> => {
  for (const [name, value] of from.jar) visitor.jar.set(name, value);
  return visitor;
};

/** A session, a code or a token of one portal at another. */
export const OTHER_TENANT: Readonly<Record<string, Attack>> = {
  'a session of another portal': async (house) => (await shown((await neighbour(house)).browser(), await signIn(house))).isIn(),
  'an embedded session of another portal': async (house) => {
    const { page } = await embedded(house);
    return (await shown((await neighbour(house)).browser(), page)).isIn({ origin: HOST });
  },
  'a bearer token for another portal': async (house) =>
    (await neighbour(house)).browser().isIn({ authorization: `Bearer ${await house.hostile.token({ sub: 'anna', aud: API }, { typ: 'at+jwt' })}` }),
};

/** The visitor of a foreign page, back there with a code; and what the page does with it. */
async function handedOver(house: House) {
  const verifier = randomBytes(32).toString('base64url');
  const visitor = house.browser();
  const query = new URLSearchParams({ returnTo: `${HOST}/`, challenge: hashOf(verifier), state: 's' });
  const landed = await visitor.open(house.hostile.approve(await visitor.begin(`/auth/embed?${query.toString()}`)).href);
  const code = new URLSearchParams(new URL(landed.headers.get('location') ?? '').hash.slice(1)).get('fp-code') ?? '';
  return { code, verifier };
}

async function exchanged(house: House, body: object, origin: string = HOST): Promise<Browser> {
  const page = house.browser();
  await page.open('/auth/embed', { method: 'POST', headers: { origin, 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return page;
}

async function embedded(house: House) {
  const handed = await handedOver(house);
  const page = await exchanged(house, handed);
  if (!(await page.isIn({ origin: HOST }))) throw new Error('the hand-over did not work');
  return { page, ...handed };
}

const atHost = { origin: HOST };

export const EMBEDDED: Readonly<Record<string, Attack>> = {
  'used by another listed page': async (house) => (await embedded(house)).page.isIn({ origin: OTHER_HOST }),
  'used by no page at all': async (house) => (await embedded(house)).page.isIn(),
  'under the name of the portal': async (house) => {
    const { page } = await embedded(house);
    const thief = house.browser();
    thief.jar.set(NAME, page.jar.get(EMBED) ?? '');
    return thief.isIn(atHost);
  },
  'idle for a quarter of an hour': async (house) => {
    const { page } = await embedded(house);
    house.time.now += 15 * 60_000;
    return page.isIn(atHost);
  },
  'used for two hours': async (house) => {
    const { page } = await embedded(house);
    for (let minutes = 0; minutes < 120; minutes += 10) {
      house.time.now += 10 * 60_000;
      await page.open('/api/v1/sessions', { headers: atHost });
    }
    return page.isIn(atHost);
  },
  'left': async (house) => {
    const { page } = await embedded(house);
    const thief = await shown(house.browser(), page);
    await page.open('/auth/embed', { method: 'DELETE', headers: atHost });
    return thief.isIn(atHost);
  },
  'a code for the second time': async (house) => (await exchanged(house, await embedded(house))).isIn(atHost),
  'a code with another verifier': async (house) => (await exchanged(house, { ...(await handedOver(house)), verifier: 'v'.repeat(43) })).isIn(atHost),
  'a code with its challenge as the verifier': async (house) => {
    const { code, verifier } = await handedOver(house);
    return (await exchanged(house, { code, verifier: hashOf(verifier) })).isIn(atHost);
  },
  'a code at another listed page': async (house) => (await exchanged(house, await handedOver(house), OTHER_HOST)).isIn({ origin: OTHER_HOST }),
  'a code after a minute': async (house) => {
    const handed = await handedOver(house);
    house.time.now += 60_000;
    return (await exchanged(house, handed)).isIn(atHost);
  },
  'a code that was guessed at before': async (house) => {
    const handed = await handedOver(house);
    await exchanged(house, { ...handed, verifier: 'v'.repeat(43) });
    return (await exchanged(house, handed)).isIn(atHost);
  },
};

/** Whoever can write the table tries to read with it. */
export const TAMPERED: Readonly<Record<string, Attack>> = {
  "another session's tokens put in the place of one's own": async (house) => {
    const [mallory, anna] = [hashOf((await signIn(house, 'mallory')).jar.get(NAME) ?? ''), hashOf((await signIn(house)).jar.get(NAME) ?? '')];
    const [own, hers] = [await house.store.read(mallory), await house.store.read(anna)];
    if (!own || !hers) throw new Error('no sessions');
    await house.store.renew(mallory, { was: own.tokens, tokens: hers.tokens });
    return (await house.sessions.accessToken(mallory, AbortSignal.timeout(5_000))) !== undefined;
  },
  'a bit of the tokens flipped': async (house) => {
    const idHash = hashOf((await signIn(house)).jar.get(NAME) ?? '');
    const kept = await house.store.read(idHash);
    const spoilt = `${kept?.tokens.slice(0, -4)}${kept?.tokens.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`;
    await house.store.renew(idHash, { was: kept?.tokens ?? '', tokens: spoilt });
    return (await house.sessions.accessToken(idHash, AbortSignal.timeout(5_000))) !== undefined;
  },
};
