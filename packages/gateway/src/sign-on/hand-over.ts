import type { Context } from 'hono';
import * as z from 'zod/mini';
import type { GatewayEnv } from '../options.ts';
import { redirect } from './answers.ts';
import type { Attempts, EmbedAsked } from './attempt.ts';
import { randomText, sha256 } from './encoding.ts';
import { problemPage } from './pages.ts';
import type { Identity } from './provider.ts';
import { note, type SignOnOptions } from './sign-on-options.ts';

/** Milliseconds a code is worth a session. */
const WORTH = 60_000;

/** A page of a listed origin, in full; `undefined` for any other address. */
function listedPage(address: string, embedOrigins: readonly string[]): string | undefined {
  if (address.length > 2_000 || !URL.canParse(address)) return undefined;
  const { href, origin, username, password } = new URL(address);
  return embedOrigins.includes(origin) && username + password === '' ? href : undefined;
}

/** What a page on another site sends its visitor here with; `undefined` when any of it will not do, or the page is not listed. */
export function readEmbedAsked(query: (name: string) => string | undefined, embedOrigins: readonly string[]): EmbedAsked | undefined {
  const [address = '', challenge = '', state = ''] = ['returnTo', 'challenge', 'state'].map(query);
  const returnTo = listedPage(address, embedOrigins);
  const bound = /^[\w-]{43}$/.test(challenge) && /^[\w.~-]{1,200}$/.test(state);
  return bound && returnTo !== undefined ? { returnTo, challenge, state } : undefined;
}

/** Sends the person back to that page, with a code good for one session there. In the fragment: no server and no log sees it. */
export async function handOver(
  options: SignOnOptions,
  c: Context<GatewayEnv>,
  identity: Identity,
  { cookies }: NonNullable<Awaited<ReturnType<Attempts['take']>>>,
  { returnTo, challenge, state }: EmbedAsked,
): Promise<Response> {
  const { tenant, store, seal, clock, scope } = options;
  const to = new URL(returnTo);
  // Asked again: the page may have been taken off the list meanwhile.
  if (!tenant.embedOrigins.includes(to.origin)) return problemPage(403, 'That page may not show the portal.', cookies);
  // Somebody the operator does not know is told so here, where there is a page to say it.
  await scope.resolve(identity.party ?? identity.sub);
  const code = randomText(32);
  const codeHash = await sha256(code);
  const facts = await seal.seal(JSON.stringify(identity), codeHash);
  await store.handOver({ codeHash, origin: to.origin, challenge, facts, until: clock().getTime() + WORTH });
  await note(options, c.var.trace, { action: 'session.handed-over', actor: identity.party ?? identity.sub, result: 'done', channel: 'embedded' });
  to.hash = new URLSearchParams({ 'fp-code': code, 'fp-state': state }).toString();
  return redirect(to, cookies);
}

const Exchange = z.object({ code: z.string().check(z.regex(/^[\w-]{43}$/)), verifier: z.string().check(z.regex(/^[\w.~-]{43,128}$/)) });

/** Whose sign-in a page's code stands for; `undefined` unless it is that page, within the minute, the first time. */
export async function redeem({ store, seal, clock }: SignOnOptions, origin: string, body: unknown): Promise<Identity | undefined> {
  const asked = z.safeParse(Exchange, body);
  if (!asked.success) return undefined;
  const { code, verifier } = asked.data;
  // Gone at the first look: whoever guessed, or brought the wrong verifier, has spoilt it.
  const kept = await store.takeHandOver(await sha256(code));
  if (!kept || kept.origin !== origin || kept.until <= clock().getTime()) return undefined;
  if (kept.challenge !== (await sha256(verifier))) return undefined;
  const facts = await seal.open(kept.facts, kept.codeHash);
  return facts === undefined ? undefined : (JSON.parse(facts) as Identity);
}
