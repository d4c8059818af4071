import type { Context } from 'hono';
import type { GatewayEnv, Guest } from '../options.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import { redirect } from './answers.ts';
import { type AttemptFacts, type Attempts, attempts } from './attempt.ts';
import { isSecure, readCookies, sessionCookieName } from './cookies.ts';
import { sha256 } from './encoding.ts';
import { handOver } from './hand-over.ts';
import { openNewSession } from './new-session.ts';
import { bouncePage, problemPage } from './pages.ts';
import type { Identity } from './provider.ts';
import { safeReturnTo } from './return-to.ts';
import type { KeptSession } from './session-store.ts';
import { isOver } from './sessions.ts';
import { note, type SignOnOptions } from './sign-on-options.ts';
import { readStepUp } from './step-up.ts';
import { endVisitor, visitorOf, withGuests } from '../visitor/sign-in.ts';
import { visitorHashes } from '../visitor/visitor-sessions.ts';

type At = Context<GatewayEnv>;
type Taken = NonNullable<Awaited<ReturnType<Attempts['take']>>>;

/** Sends people to the provider and takes them back. */
export class SignInDesk {
  readonly #options: SignOnOptions;
  readonly #attempts: Attempts;
  readonly #cookieName: string;

  constructor(options: SignOnOptions) {
    const secure = isSecure(options.tenant);
    this.#options = options;
    this.#cookieName = sessionCookieName(secure);
    this.#attempts = attempts(options.seal, options.clock, secure);
  }

  async login(c: At): Promise<Response> {
    const stepUp = readStepUp(c.req.query('stepUp'), c.req.query('maxAge'));
    const returnTo = safeReturnTo(c.req.query('returnTo'), this.#options.tenant.publicUrl);
    const create = c.req.query('create') === '1';
    return this.begin(c, { returnTo, ...(stepUp && { stepUp }), ...(create && { create }) });
  }

  /** Off to the provider. What stands in the browser's session now is replaced when the person comes back. */
  async begin(c: At, facts: AttemptFacts): Promise<Response> {
    const request = c.req.raw;
    const id = readCookies(request).get(this.#cookieName);
    const replaces = id === undefined || facts.embed ? {} : { replaces: await sha256(id) };
    const [visitor] = facts.embed ? [] : await visitorHashes(request, this.#options.tenant);
    const { attempt, cookies } = await this.#attempts.begin(request, { ...facts, ...replaces, ...(visitor !== undefined && { visitor }) });
    try {
      return redirect(await this.#options.provider.begin(attempt), cookies);
    } catch {
      this.#warn(c, 'provider-unreachable');
      return problemPage(503, 'The sign-in service cannot be reached right now. Try again in a moment.');
    }
  }

  async callback(c: At): Promise<Response> {
    const { tenant, provider } = this.#options;
    const taken = await this.#attempts.take(c.req.raw, c.req.query('state') ?? '');
    if (!taken) {
      await this.#refused(c, 'attempt-unknown');
      return problemPage(400, 'This sign-in took too long, or was begun in another browser.');
    }
    // Behind a proxy the request's own URL is not the one the provider was told.
    const answer = new URL(`${tenant.publicUrl}/auth/callback${new URL(c.req.url).search}`);
    let identity: Identity;
    try {
      identity = await provider.finish(answer, taken.attempt);
    } catch {
      await this.#refused(c, 'answer-refused', taken.attempt.stepUp && 'session.step-up-refused');
      return problemPage(400, 'The sign-in service did not confirm this sign-in.', taken.cookies);
    }
    return this.#known(c, identity, taken);
  }

  async #known(c: At, told: Identity, taken: Taken): Promise<Response> {
    const { attempt, cookies } = taken;
    let identity = told;
    try {
      // Looked up first: what is claimed below ends the visitor's session.
      const guest = attempt.embed || attempt.stepUp ? undefined : await visitorOf(this.#options, attempt.visitor);
      identity = await withGuests(this.#options, told, { trace: c.var.trace, create: attempt.create === true });
      return await (attempt.embed ? handOver(this.#options, c, identity, taken, attempt.embed) : this.#open(c, identity, { ...taken, ...(guest && { guest }) }));
    } catch (error) {
      if (!(error instanceof UpstreamProblem)) throw error;
      this.#warn(c, `scope ${error.fault}`);
      if (error.fault !== 'not-found') return problemPage(503, 'Your customer record cannot be read right now. Try again in a moment.', cookies);
      await note(this.#options, c.var.trace, { action: 'session.unknown-person', actor: identity.party ?? identity.sub, result: 'refused' });
      return problemPage(403, 'There is no customer record for this sign-in.', cookies);
    }
  }

  async #open(c: At, identity: Identity, { attempt, cookies, guest }: Taken & { guest?: Guest }): Promise<Response> {
    const { store } = this.#options;
    const before = await this.#replaced(attempt.replaces);
    const goesOn = attempt.stepUp ? before : undefined;
    if (goesOn && (goesOn.issuer !== identity.issuer || goesOn.sub !== identity.sub)) {
      await this.#refused(c, 'another-person', 'session.step-up-refused');
      return problemPage(403, 'That was somebody else. You are still signed in as before.', cookies);
    }
    const opened = await openNewSession(this.#options, { identity, request: c.req.raw, kind: 'portal', ...(goesOn && { goesOn }), ...(guest && { guest }) });
    // A new id at every sign-in; the old one is worth nothing from here on.
    if (attempt.replaces !== undefined) await store.end(attempt.replaces);
    const gone = guest ? [await endVisitor(this.#options, guest)] : [];
    await this.#welcomed(c, identity, goesOn ? 'stepped-up' : 'begun');
    return bouncePage(attempt.returnTo, [...cookies, opened.cookie, ...gone]);
  }

  async #welcomed(c: At, { sub, party = sub }: Identity, how: 'stepped-up' | 'begun'): Promise<void> {
    this.#options.log?.('info', { event: how === 'begun' ? 'signed-in' : how, trace: c.var.trace });
    await note(this.#options, c.var.trace, { action: `session.${how}`, actor: party, result: 'done', channel: 'portal' });
  }

  async #replaced(idHash: string | undefined): Promise<KeptSession | undefined> {
    const session = idHash === undefined ? undefined : await this.#options.store.read(idHash);
    return session && !isOver(session, this.#options.clock().getTime()) ? session : undefined;
  }

  async #refused(c: At, reason: string, action = 'session.refused'): Promise<void> {
    this.#warn(c, reason);
    await note(this.#options, c.var.trace, { action, result: 'refused', code: reason });
  }

  #warn(c: At, reason: string): void {
    this.#options.log?.('warn', { event: 'sign-on', trace: c.var.trace, reason });
  }
}
