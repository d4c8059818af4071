import { createHash } from 'node:crypto';
import { signIn } from './house.ts';
import type { Attack } from './flow-attacks.ts';

const NAME = '__Host-Http-fp';
const EMBED = '__Host-Http-fp-embed';
const MINUTE = 60_000;
const FRESH = '/auth/login?stepUp=urn:faceplate:fresh&returnTo=/';

export const hashOf = (id: string): string => createHash('sha256').update(id).digest('base64url');

/** A thief who knows a signed-in person's cookie and shows something made of it. */
const forged =
  (make: (id: string) => { name?: string; value: string; headers?: Record<string, string> }): Attack =>
  async (house) => {
    const id = (await signIn(house)).jar.get(NAME) ?? '';
    const thief = house.browser();
    const { name = NAME, value, headers } = make(id);
    if (value !== '') thief.jar.set(name, value);
    return thief.isIn(headers);
  };

const flip = (id: string) => (id.startsWith('A') ? 'B' : 'A') + id.slice(1);

/** Cookies that are none, or are shown elsewhere than in their place. */
export const FORGED: Readonly<Record<string, Attack>> = {
  'no cookie': forged(() => ({ value: '' })),
  'the stored hash as the cookie': forged((id) => ({ value: hashOf(id) })),
  'the hash of the hash': forged((id) => ({ value: hashOf(hashOf(id)) })),
  'the stored hash in hexadecimal': forged((id) => ({ value: createHash('sha256').update(id).digest('hex') })),
  'one letter changed': forged((id) => ({ value: flip(id) })),
  'other letters, same word': forged((id) => ({ value: id.toLowerCase() })),
  'the first half': forged((id) => ({ value: id.slice(0, 21) })),
  'a letter more': forged((id) => ({ value: `${id}A` })),
  'padded': forged((id) => ({ value: `${id}=` })),
  'in quotes': forged((id) => ({ value: `"${id}"` })),
  'escaped': forged((id) => ({ value: id.replace(/^./, (letter) => `%${letter.charCodeAt(0).toString(16)}`) })),
  'a query in SQL': forged(() => ({ value: "' or '1'='1" })),
  'zeroes': forged(() => ({ value: 'A'.repeat(43) })),
  'a pattern': forged(() => ({ value: '%'.repeat(43) })),
  'tossed by a sibling, under the name plain http has': forged((id) => ({ name: 'fp-session', value: id })),
  'tossed, under the name of before': forged((id) => ({ name: '__Host-fp', value: id })),
  'tossed, with another prefix': forged((id) => ({ name: '__Secure-fp', value: id })),
  'tossed, in other letters': forged((id) => ({ name: NAME.toLowerCase(), value: id })),
  "as an embedded page's": forged((id) => ({ name: EMBED, value: id, headers: { origin: 'https://host.example' } })),
  'in a header of its own': forged((id) => ({ value: '', headers: { 'x-session-id': id } })),
  'as a bearer token': forged((id) => ({ value: '', headers: { authorization: `Bearer ${id}` } })),
  'as basic credentials': forged((id) => ({ value: '', headers: { authorization: `Basic ${Buffer.from(`fp:${id}`).toString('base64')}` } })),
  'with a bearer token that is none': forged((id) => ({ value: id, headers: { authorization: 'Bearer none' } })),
};

/** Somebody signs in, something happens, and what was a session is tried again. */
const after =
  (happens: (house: Parameters<Attack>[0], visitor: Awaited<ReturnType<typeof signIn>>, id: string) => Promise<unknown>, path?: string): Attack =>
  async (house) => {
    const visitor = await signIn(house, 'anna', path, path === undefined ? undefined : 'urn:faceplate:fresh');
    const id = visitor.jar.get(NAME) ?? '';
    if (!(await visitor.isIn())) throw new Error('the person could not sign in');
    await happens(house, visitor, id);
    const thief = house.browser();
    thief.jar.set(NAME, id);
    return thief.isIn();
  };

const pass = (house: Parameters<Attack>[0], minutes: number) => {
  house.time.now += minutes * MINUTE;
  return Promise.resolve();
};
const own = async (visitor: Awaited<ReturnType<typeof signIn>>) =>
  ((await (await visitor.open('/api/v1/sessions')).json()) as { items: { id: string; current: boolean }[] }).items;

/** Time, and every way in which a session ends. */
export const ENDED: Readonly<Record<string, Attack>> = {
  'idle for half an hour': after((house) => pass(house, 30)),
  'looked at, not used, for half an hour': after(async (house, visitor) => {
    for (let minute = 0; minute < 30; minute += 5) {
      await pass(house, 5);
      await visitor.open('/auth/session');
      await visitor.open('/api/v1/sessions', { headers: { 'x-fp-passive': '1' } });
    }
  }),
  'used for ten hours': after(async (house, visitor) => {
    for (let minutes = 0; minutes < 600; minutes += 20) {
      await pass(house, 20);
      await visitor.open('/api/v1/sessions');
    }
  }),
  'stepped up again and again for ten hours': after(async (house, visitor) => {
    for (let minutes = 0; minutes < 580; minutes += 20) {
      await pass(house, 20);
      await signIn(house, 'anna', FRESH, 'urn:faceplate:fresh', visitor);
    }
    await pass(house, 20);
    // What is tried is the newest id.
    if (await visitor.isIn()) throw new Error('a session lasted beyond its end');
  }),
  'signed out': after((_, visitor) => visitor.open('/auth/logout')),
  'signed in anew in the same browser': after((house, visitor) => signIn(house, 'anna', undefined, undefined, visitor)),
  'somebody else signed in there': after((house, visitor) => signIn(house, 'boris', undefined, undefined, visitor)),
  'stepped up': after((house, visitor) => signIn(house, 'anna', FRESH, 'urn:faceplate:fresh', visitor)),
  'its mode switched': after(({ sessions }, _, id) => sessions.rotate(hashOf(id), {})),
  'ended from elsewhere': after(async (house, visitor) => {
    const other = await signIn(house, 'anna', FRESH, 'urn:faceplate:fresh');
    const target = (await own(other)).find(({ current }) => !current);
    await other.open(`/api/v1/sessions/${target?.id}`, { method: 'DELETE' });
    if (await visitor.isIn()) throw new Error('still in');
  }),
  'ended with all others': after(async (house) => {
    const other = await signIn(house, 'anna', FRESH, 'urn:faceplate:fresh');
    await other.open('/api/v1/sessions', { method: 'DELETE' });
  }),
  'ended by itself': after(async (_, visitor) => {
    const [one] = await own(visitor);
    const { status } = await visitor.open(`/api/v1/sessions/${one?.id}`, { method: 'DELETE' });
    if (status !== 200) throw new Error(`ending it was answered ${status}`);
  }, FRESH),
  'ended by the provider, by its own session': after(async (house) => backchannel(house, await house.hostile.logoutToken({ sid: 'sid-anna' }))),
  'ended by the provider, by the person': after(async (house) => backchannel(house, await house.hostile.logoutToken({ sub: 'anna' }))),
  'a refresh refused': after(async (house, _, id) => {
    await pass(house, 6);
    // Somebody used the refresh token before: the provider says no.
    const { tokens } = (await house.store.read(hashOf(id))) ?? { tokens: '' };
    const { refreshToken = '' } = JSON.parse((await house.seal.open(tokens, hashOf(id))) ?? '{}') as { refreshToken?: string };
    await house.hostile.fetch('https://id.test/token', { body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken }) });
    await house.sessions.accessToken(hashOf(id), AbortSignal.timeout(5_000));
  }),
  'a handle of the list shown as the cookie': async (house) => {
    const visitor = await signIn(house);
    const [one] = await own(visitor);
    const thief = house.browser();
    thief.jar.set(NAME, one?.id ?? '');
    return thief.isIn();
  },
  'a cookie planted before the person signs in': async (house) => {
    const planted = 'B'.repeat(43);
    const victim = house.browser();
    victim.jar.set(NAME, planted);
    await signIn(house, 'anna', undefined, undefined, victim);
    const thief = house.browser();
    thief.jar.set(NAME, planted);
    return thief.isIn();
  },
};

export async function backchannel({ app, url }: Pick<Parameters<Attack>[0], 'app' | 'url'>, token: string): Promise<number> {
  const body = new URLSearchParams({ logout_token: token }).toString();
  const request = new Request(`${url}/auth/backchannel-logout`, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body });
  return (await app.fetch(request)).status;
}
