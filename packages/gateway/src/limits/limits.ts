import type { Limits, OpenSession, RouteClass, Verdict } from '../options.ts';
import { blockOf } from './address.ts';
import { type Allowance, Buckets, type Taken } from './buckets.ts';
import { Scrapers } from './scrapers.ts';

type Who = 'session' | 'person' | 'address';

const allowance = (burst: number, perSecond: number): Allowance => ({ burst, perSecond });

/**
 * What a page, a person with several browsers, and an office behind one address need at most, with room to spare. Papers
 * and exports cost much and are wanted seldom; sign-ins are where passwords are tried.
 */
export const ALLOWANCES: Readonly<Record<RouteClass, Partial<Record<Who, Allowance>>>> = {
  read: { session: allowance(300, 20), person: allowance(600, 40), address: allowance(6_000, 400) },
  write: { session: allowance(60, 2), person: allowance(120, 4), address: allowance(1_200, 60) },
  export: { session: allowance(20, 0.5), person: allowance(30, 1), address: allowance(300, 5) },
  'sign-on': { address: allowance(300, 5) },
  // New visitors: each is kept for a month.
  visitor: { address: allowance(120, 0.5) },
  events: { session: allowance(30, 1), person: allowance(60, 2), address: allowance(1_200, 60) },
};

export interface LimitsOptions {
  clock: () => Date;
  /** Times what is built in: for load tests, and for operators who know their customers. */
  factor?: number;
  /** Hears, once, of somebody who was kept out for looking for other people's data. */
  scraper?: (session: OpenSession) => void;
}

const personOf = ({ subject, acting }: OpenSession): string => acting?.actor.id ?? subject.sub;

/** Limits in the memory of this process: with several, each lets through its own share. */
export function createLimits({ clock, factor = 1, scraper }: LimitsOptions): Limits {
  const buckets = new Buckets();
  const scrapers = new Scrapers();
  const scaled = new Map(
    Object.entries(ALLOWANCES).map(([name, kinds]) => [
      name,
      Object.entries(kinds).map(([who, { burst, perSecond }]) => ({ who: who as Who, burst: burst * factor, perSecond: perSecond * factor })),
    ]),
  );
  return {
    take: ({ session, address, routeClass }) => {
      const now = clock().getTime();
      const out = session ? scrapers.keptOut(personOf(session), now) : 0;
      if (out > 0) return { allowed: false, retryAfter: Math.ceil(out / 1000), reason: 'scraper' };
      let scarcest: Taken | undefined;
      for (const one of scaled.get(routeClass) ?? []) {
        const name = nameOf(one.who, session, address);
        if (name === undefined) continue;
        const taken = buckets.take(`${routeClass} ${one.who} ${name}`, one, now);
        if (!taken.allowed) return { allowed: false, retryAfter: Math.max(1, Math.ceil(taken.wait)), reason: one.who };
        if (!scarcest || taken.left < scarcest.left) scarcest = taken;
      }
      return allowed(routeClass, scarcest);
    },
    missed: (session, object) => {
      if (scrapers.missed(personOf(session), object, clock().getTime())) scraper?.(session);
    },
  };
}

function nameOf(who: Who, session: OpenSession | undefined, address: string | undefined): string | undefined {
  if (who === 'address') return address === undefined ? undefined : blockOf(address);
  return session && (who === 'session' ? session.sessionId : personOf(session));
}

/** What is left, in the words of the IETF's draft on RateLimit fields: `"read";r=299`. */
const allowed = (routeClass: RouteClass, scarcest: Taken | undefined): Verdict =>
  scarcest ? { allowed: true, headers: { ratelimit: `"${routeClass}";r=${scarcest.left}` } } : { allowed: true };
