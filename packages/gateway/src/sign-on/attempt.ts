import * as z from 'zod/mini';
import { attemptCookiePrefix, cookie, readCookies } from './cookies.ts';
import { randomText } from './encoding.ts';
import type { Seal } from './seal.ts';

const MOST_ATTEMPTS = 5;
const MINUTES_TO_SIGN_IN = 10;

/** What must come back unchanged from the identity provider, and what to do then. */
const Attempt = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
  startedAt: z.int(),
  /** Hash of the session this sign-in replaces. */
  replaces: z.optional(z.string()),
  /** Hash of the visitor's session in this browser, which comes along. */
  visitor: z.optional(z.string()),
  /** The person has no account yet and wants one. */
  create: z.optional(z.boolean()),
  /** The signed-in person is to prove anew who they are. */
  stepUp: z.optional(z.object({ acr: z.string(), maxAge: z.int() })),
  /** The page on another site that this sign-in is for, and what binds it to that page. */
  embed: z.optional(z.object({ returnTo: z.string(), challenge: z.string(), state: z.string() })),
});
export type Attempt = z.infer<typeof Attempt>;
export type { StepUp } from './step-up.ts';
export type EmbedAsked = NonNullable<Attempt['embed']>;
export type AttemptFacts = Pick<Attempt, 'returnTo' | 'replaces' | 'visitor' | 'create' | 'stepUp' | 'embed'>;

/**
 * Sign-ins under way, one sealed cookie each, so that two tabs can sign in at
 * once and no server has to remember either. The state's first half names the
 * cookie, its second half is the secret.
 */
export interface Attempts {
  begin(request: Request, facts: AttemptFacts): Promise<{ attempt: Attempt; cookies: string[] }>;
  /** The attempt this browser began with that state; `undefined` when it did not, or too long ago. */
  take(request: Request, state: string): Promise<{ attempt: Attempt; cookies: string[] } | undefined>;
}

export function attempts(seal: Seal, clock: () => Date, secure: boolean): Attempts {
  const prefix = attemptCookiePrefix(secure);
  const looks = { secure, sameSite: 'Lax' } as const;
  const drop = (name: string) => cookie(name, '', { ...looks, maxAge: 0 });
  return {
    begin: async (request, facts) => {
      // Time first, so that the oldest cookie is the first by name.
      const name = `${clock().getTime().toString(36)}-${randomText(6)}`;
      const attempt: Attempt = {
        state: `${name}.${randomText(32)}`,
        nonce: randomText(32),
        verifier: randomText(48),
        startedAt: clock().getTime(),
        ...facts,
      };
      const sealed = await seal.seal(JSON.stringify(attempt), name);
      const others = [...readCookies(request).keys()].filter((other) => other.startsWith(prefix)).toSorted();
      const old = others.slice(0, Math.max(0, others.length - MOST_ATTEMPTS + 1));
      return { attempt, cookies: [...old.map(drop), cookie(prefix + name, sealed, { ...looks, maxAge: MINUTES_TO_SIGN_IN * 60 })] };
    },
    take: async (request, state) => {
      const name = state.split('.')[0] ?? '';
      const sealed = readCookies(request).get(prefix + name);
      const text = sealed === undefined ? undefined : await seal.open(sealed, name);
      if (text === undefined) return undefined;
      const attempt = Attempt.parse(JSON.parse(text));
      const late = clock().getTime() - attempt.startedAt > MINUTES_TO_SIGN_IN * 60_000;
      return late || attempt.state !== state ? undefined : { attempt, cookies: [drop(prefix + name)] };
    },
  };
}
