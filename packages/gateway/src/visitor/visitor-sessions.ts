import type { Guest, OpenSession, Subject, Tenant, VisitorSessions } from '../options.ts';
import { isSecure, readCookies, visitorCookie, visitorCookieName } from '../sign-on/cookies.ts';
import { deviceOf } from '../sign-on/device.ts';
import { randomText, sha256 } from '../sign-on/encoding.ts';
import type { KeptSession, SessionStore } from '../sign-on/session-store.ts';
import { isSpent, newVisitor, spent, VISITOR, VISITOR_LONGEST } from './visitor.ts';

/** How long a link goes on working that nobody has followed. */
const LINK_HOLDS = 24 * 60 * 60_000;
/** Of a code that continues a visitor: no page on another site may turn it into a sign-in. */
const TO_A_VISITOR = 'visitor';

interface Needs {
  tenant: Pick<Tenant, 'publicUrl' | 'name'>;
  store: SessionStore;
  clock: () => Date;
  /** A session as calls see it. */
  opened: (session: KeptSession) => OpenSession;
}

/** Begins, renews and ends the sessions of people who have not signed in. */
export class Visitors implements VisitorSessions {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  async begin(request: Request): Promise<{ session: OpenSession; cookie: string }> {
    return this.#create(request, { subject: newVisitor() });
  }

  async renew({ sessionId, subject }: OpenSession, request: Request): Promise<{ cookie: string } | undefined> {
    const { store } = this.#needs;
    // Whoever repeats a call with a spent id goes on as the visitor who has gone on already.
    const mine = (await store.list({ issuer: VISITOR, sub: subject.sub })).find((one) => !isSpent(one.subject));
    if (!mine) return undefined;
    const { cookie } = await this.#create(request, mine);
    await store.rescope(sessionId, spent(mine.subject), this.#now());
    await store.stale(subject.sub);
    return { cookie };
  }

  async known(session: OpenSession, { party, name, accountIds }: Parameters<VisitorSessions['known']>[1]): Promise<OpenSession> {
    const { store } = this.#needs;
    const { sub } = session.subject;
    const partyIds = [sub, party];
    const subject: Subject = { ...session.subject, name, partyIds, accountIds: [...accountIds], ties: [{ as: 'visitor', partyIds, accountIds }] };
    await store.rescope(session.sessionId, subject, this.#now());
    await store.stale(sub);
    return { ...session, subject };
  }

  async end({ sessionId, subject }: OpenSession): Promise<{ cookie: string }> {
    const kept = await this.#needs.store.read(sessionId);
    await this.#needs.store.endAll({ issuer: VISITOR, sub: subject.sub });
    return { cookie: visitorCookie(this.#needs.tenant, '', { origin: kept?.origin, maxAge: 0 }) };
  }

  async handOver({ subject }: OpenSession): Promise<{ code: string; until: string }> {
    const code = randomText(32);
    const until = this.#now() + LINK_HOLDS;
    await this.#needs.store.handOver({ codeHash: await sha256(code), origin: TO_A_VISITOR, challenge: this.#needs.tenant.name, facts: subject.sub, until });
    return { code, until: new Date(until).toISOString() };
  }

  async takeAlong(code: string, { sessionId, subject }: OpenSession): Promise<boolean> {
    const visitor = await this.#taken(code);
    if (visitor === undefined) return false;
    // Who follows a link of their own has everything already.
    if (visitor !== subject.sub) await this.#brought(sessionId, subject, { visitor });
    return true;
  }

  merged({ sessionId, subject }: OpenSession, guest: Guest): Promise<void> {
    return this.#brought(sessionId, subject, guest);
  }

  async #brought(sessionId: string, { sub }: Subject, guest: Guest): Promise<void> {
    await this.#needs.store.bring(sessionId, guest);
    await this.#needs.store.stale(sub);
  }

  async #taken(code: string): Promise<string | undefined> {
    const found = await this.#needs.store.takeHandOver(await sha256(code));
    const isGood = found?.origin === TO_A_VISITOR && found.challenge === this.#needs.tenant.name && found.until > this.#now();
    return isGood ? found.facts : undefined;
  }

  async #create(request: Request, facts: { subject: Subject; guest?: Guest; createdAt?: number; endsAt?: number }): Promise<{ session: OpenSession; cookie: string }> {
    const { tenant, store } = this.#needs;
    const id = randomText(32);
    const now = this.#now();
    const { subject, guest, createdAt = now, endsAt = now + VISITOR_LONGEST } = facts;
    const origin = elsewhere(request, tenant);
    const session: KeptSession = {
      idHash: await sha256(id),
      tenant: tenant.name,
      kind: 'visitor',
      ...(origin !== undefined && { origin }),
      device: deviceOf(request.headers.get('user-agent')),
      issuer: VISITOR,
      sub: subject.sub,
      // Nobody has vouched for anybody: there are no tokens.
      tokens: '',
      subject,
      ...(guest && { guest }),
      scopeAt: now,
      createdAt,
      seenAt: now,
      endsAt,
    };
    await store.create(session);
    return { session: this.#needs.opened(session), cookie: visitorCookie(tenant, id, { origin, maxAge: Math.floor((endsAt - now) / 1000) }) };
  }

  #now(): number {
    return this.#needs.clock().getTime();
  }
}

/** The page's origin where that is not the portal's own: its visitor has a jar of its own. */
function elsewhere(request: Request, { publicUrl }: Pick<Tenant, 'publicUrl'>): string | undefined {
  const origin = request.headers.get('origin');
  return origin === null || origin === new URL(publicUrl).origin ? undefined : origin;
}

/** The hashes of a visitor's ids in a request, the portal's own first. */
export async function visitorHashes(request: Request, site: Pick<Tenant, 'publicUrl'>): Promise<string[]> {
  const cookies = readCookies(request);
  const ids = [false, true].map((isElsewhere) => cookies.get(visitorCookieName(isSecure(site), isElsewhere)));
  return Promise.all(ids.filter((id) => id !== undefined && /^[\w-]{43}$/.test(id)).map((id) => sha256(id ?? '')));
}
