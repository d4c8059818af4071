import type { JWTPayload } from 'jose';
import type { Attack } from './flow-attacks.ts';
import { byAStranger, type Header, seconds, text64 } from './hostile-provider.ts';
import { API, type House, signIn } from './house.ts';
import { backchannel } from './session-attacks.ts';

/** A token that should end nothing ends a session. */
const ends =
  (make: (house: House) => Promise<string> | string): Attack =>
  async (house) => {
    const visitor = await signIn(house);
    await backchannel(house, await make(house));
    return !(await visitor.isIn());
  };
const told = (claims: JWTPayload, header: Partial<Header> = {}) => ends(({ hostile }) => hostile.logoutToken({ sub: 'anna', ...claims }, header));

export const LOGOUTS: Readonly<Record<string, Attack>> = {
  'a logout token seen before': async (house) => {
    const token = await house.hostile.logoutToken({ sub: 'anna' });
    await backchannel(house, token);
    return ends(() => token)(house);
  },
  'of another type': told({}, { typ: 'JWT' }),
  'with a nonce': told({ nonce: 'n' }),
  'without the event': told({ events: {} }),
  'for another client': told({ aud: 'another-client' }),
  'of another issuer': told({ iss: 'https://evil.test' }),
  'of yesterday': told({ iat: seconds() - 86_400 }),
  'without a name of its own': told({ jti: '' }),
  'about nobody': told({ sub: undefined, sid: undefined } as never),
  'signed by nobody': ends(() => `${text64({ alg: 'none', typ: 'logout+jwt' })}.${text64({ iss: 'https://id.test', aud: 'portal', sub: 'anna', jti: 'x', iat: seconds(), events: { 'http://schemas.openid.net/event/backchannel-logout': {} } })}.`),
  'signed by a stranger': ends(() => byAStranger({ iss: 'https://id.test', aud: 'portal', sub: 'anna', jti: 'x', iat: seconds(), events: { 'http://schemas.openid.net/event/backchannel-logout': {} } }, { alg: 'RS256', kid: 'k1', typ: 'logout+jwt' })),
  'an ID token in its place': ends(({ hostile }) => hostile.token({ sub: 'anna' })),
  'a sign-out asked for by another site': async (house) => {
    const visitor = await signIn(house);
    for (const method of ['GET', 'POST']) await visitor.open('/auth/logout', { method, headers: { 'sec-fetch-site': 'cross-site' } });
    return !(await visitor.isIn());
  },
};

const bearing =
  (make: (house: House) => Promise<string> | string): Attack =>
  async (house) =>
    house.browser().isIn({ authorization: `Bearer ${await make(house)}` });
const access = (claims: JWTPayload, header: Partial<Header> = {}) => bearing(({ hostile }) => hostile.token({ sub: 'anna', aud: API, ...claims }, { typ: 'at+jwt', ...header }));

export const BEARERS: Readonly<Record<string, Attack>> = {
  'an ID token as a bearer': access({}, { typ: 'JWT' }),
  'for another audience': access({ aud: 'portal' }),
  'of another issuer': access({ iss: 'https://evil.test' }),
  'run out': access({ exp: seconds() - 60 }),
  'without an end': access({ exp: undefined } as never),
  'of hours ago': access({ iat: seconds() - 7_200 }),
  'bound to a key': access({ cnf: { jkt: 'x' } }),
  'of nobody': access({ sub: undefined } as never),
  'signed by a stranger': bearing(() => byAStranger({ iss: 'https://id.test', aud: API, sub: 'anna', iat: seconds(), exp: seconds() + 300 }, { alg: 'RS256', kid: 'k1', typ: 'at+jwt' })),
};
