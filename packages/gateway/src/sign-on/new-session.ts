import type { Guest, SessionKind } from '../options.ts';
import { sessionCookie } from './cookies.ts';
import { deviceOf } from './device.ts';
import { randomText, sha256 } from './encoding.ts';
import type { Identity } from './provider.ts';
import type { KeptSession } from './session-store.ts';
import { EMBEDDED_LONGEST, LONGEST } from './sessions.ts';
import type { SignOnOptions } from './sign-on-options.ts';

export interface Opening {
  identity: Identity;
  request: Request;
  kind: SessionKind;
  /** Of an embedded session: the page's origin. */
  origin?: string;
  /** Who the person was in this browser before. */
  guest?: Guest;
  /** The session that a step-up goes on with, under a new id. */
  goesOn?: KeptSession;
}

/** Opens a session for somebody the provider vouches for; `cookie` is the line that gives it to the browser. */
export async function openNewSession(options: SignOnOptions, opening: Opening): Promise<{ idHash: string; cookie: string }> {
  const { tenant, store, scope, tokens: keeper, clock } = options;
  const { identity, request, kind, origin, goesOn, guest } = opening;
  const { tokens, accessFor, email: _, name: __, ...facts } = identity;
  const id = randomText(32);
  const idHash = await sha256(id);
  const now = clock().getTime();
  const fresh = { subject: await scope.resolve(facts.party ?? facts.sub), scopeAt: now, createdAt: now, endsAt: now + (kind === 'embedded' ? EMBEDDED_LONGEST : LONGEST) };
  await store.create({
    ...fresh,
    ...(goesOn && goingOn(goesOn)),
    ...facts,
    idHash,
    tenant: tenant.name,
    kind,
    device: deviceOf(request.headers.get('user-agent')),
    tokens: await keeper.seal(tokens, idHash),
    seenAt: now,
    ...(accessFor !== undefined && { accessEndsAt: now + accessFor }),
    ...(origin !== undefined && { origin }),
    // Staff have no carts.
    ...(guest && fresh.subject.persona !== 'agent' && { guest }),
  });
  return { idHash, cookie: sessionCookie(tenant, kind, id) };
}

/** A proof given anew lengthens nothing, and an agent at work for a customer stays so. */
const goingOn = ({ subject, acting, scopeAt, createdAt, endsAt, guest }: KeptSession) => ({
  createdAt,
  endsAt,
  ...(guest && { guest }),
  ...(acting && { acting, subject, scopeAt }),
});
