import { randomUUID } from 'node:crypto';
import type { HandOver, SessionStore } from '@faceplate/gateway/node';
import { EMBEDDED } from './edge-attacks.ts';
import { type Attack, FLOW_ATTACKS } from './flow-attacks.ts';
import { strangersJwk } from './hostile-provider.ts';
import { OTHER_HOST, type Sabotage } from './house.ts';
import { PROVIDER_ATTACKS } from './provider-cases.ts';
import { ENDED, FORGED, hashOf } from './session-attacks.ts';
import { LOGOUTS } from './told-attacks.ts';
import { VISITORS } from './visitor-attacks.ts';

interface Twin {
  sabotage: Sabotage;
  /** What must get in then. */
  attacks: Readonly<Record<string, Attack>>;
}

const some = (all: Readonly<Record<string, Attack>>, ...names: string[]) => Object.fromEntries(names.map((name) => [name, all[name] ?? missing(name)]));
const missing = (name: string): never => {
  throw new Error(`no attack is called "${name}"`);
};

/** The same store, but for what is said. */
export const instead = (real: SessionStore, other: Partial<SessionStore>): SessionStore =>
  new Proxy(real, {
    get: (target, name) => {
      const replaced = other[name as keyof SessionStore];
      if (replaced) return replaced;
      const own: unknown = Reflect.get(target, name);
      return typeof own === 'function' ? (own.bind(target) as unknown) : own;
    },
  });

/** Takes the hash for the id: what leaks from the table signs in. */
function plainIds(real: SessionStore): SessionStore {
  const made: string[] = [];
  return instead(real, {
    create: async (session) => {
      made.push(session.idHash);
      await real.create(session);
    },
    read: async (idHash) => (await real.read(idHash)) ?? real.read(made.find((one) => hashOf(one) === idHash) ?? ''),
  });
}

function codesKept(real: SessionStore): SessionStore {
  const codes = new Map<string, HandOver>();
  return instead(real, {
    handOver: (one) => Promise.resolve(void codes.set(one.codeHash, one)),
    takeHandOver: (codeHash) => Promise.resolve(codes.get(codeHash)),
  });
}

/** First the page itself uses its session, then it is any other's. */
function ofEveryPage(real: SessionStore): SessionStore {
  let asked = 0;
  return instead(real, {
    read: async (idHash) => {
      const session = await real.read(idHash);
      asked += 1;
      return session?.origin === undefined || asked === 1 ? session : { ...session, origin: OTHER_HOST };
    },
  });
}

/** Every defence that can be taken out by itself, and what gets in without it. */
export const TWINS: Readonly<Record<string, Twin>> = {
  'a visitor’s id is never spent': {
    sabotage: { store: (real) => instead(real, { rescope: () => Promise.resolve() }) },
    attacks: some(VISITORS, 'a visitor’s id after the visitor has said who they are'),
  },
  'a visitor outlives the sign-in': {
    sabotage: { store: (real) => instead(real, { endAll: () => Promise.resolve(0) }) },
    attacks: some(VISITORS, 'a visitor’s id after signing in over it', 'a visitor’s id that was planted before somebody signs in', 'a visitor’s id after the visitor was forgotten'),
  },
  'a link works again': {
    sabotage: { store: codesKept },
    attacks: some(VISITORS, 'a link that was followed already'),
  },
  'any nonce will do': {
    sabotage: { provider: (real) => ({ ...real, finish: (answer, attempt) => real.finish(answer, { ...attempt, nonce: 'of-another-sign-in' }) }) },
    attacks: some(PROVIDER_ATTACKS, 'nonce: of another sign-in'),
  },
  'any state will do': {
    sabotage: {
      seal: (real) => ({
        ...real,
        open: async (sealed, purpose) => (await real.open(sealed, purpose))?.replace(/"state":"[^"]*"/, `"state":"${purpose}.${'A'.repeat(43)}"`),
      }),
    },
    attacks: some(FLOW_ATTACKS, 'state: of another making'),
  },
  'any key will do': {
    sabotage: { fetch: (real) => async (address, options) => (address.endsWith('/jwks') ? Response.json({ keys: [strangersJwk] }) : real(address, options)) },
    attacks: some(PROVIDER_ATTACKS, "a stranger's key under the provider's name"),
  },
  'any issuer of the answer will do': {
    sabotage: {
      provider: (real) => ({
        ...real,
        finish: (answer, attempt) => {
          answer.searchParams.set('iss', 'https://id.test');
          return real.finish(answer, attempt);
        },
      }),
    },
    attacks: some(FLOW_ATTACKS, 'issuer of the answer: another (mix-up)', 'issuer of the answer: none, though promised'),
  },
  'a clock that stands still': {
    sabotage: {
      clock: (real) => {
        const at = real();
        return () => at;
      },
    },
    attacks: { ...some(ENDED, 'idle for half an hour', 'used for ten hours'), ...some(EMBEDDED, 'a code after a minute'), ...some(FLOW_ATTACKS, 'an answer after eleven minutes') },
  },
  'ids kept as they are': { sabotage: { store: plainIds }, attacks: some(FORGED, 'the stored hash as the cookie') },
  'nothing is ended': {
    sabotage: { store: (real) => instead(real, { end: () => Promise.resolve() }) },
    attacks: some(ENDED, 'signed out', 'stepped up', 'signed in anew in the same browser', 'its mode switched', 'ended with all others'),
  },
  'logout tokens are not remembered': {
    sabotage: { store: (real) => instead(real, { endOnce: (_, until, whose) => real.endOnce(randomUUID(), until, whose) }) },
    attacks: some(LOGOUTS, 'a logout token seen before'),
  },
  'hand-over codes are not taken': { sabotage: { store: codesKept }, attacks: some(EMBEDDED, 'a code for the second time', 'a code that was guessed at before') },
  'any listed page will do': {
    sabotage: { store: ofEveryPage },
    attacks: some(EMBEDDED, 'used by another listed page'),
  },
};
