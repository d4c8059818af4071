import { type Session, Session as SessionSchema, type SignedIn } from '@faceplate/contracts';
import type { OpenSession } from '../options.ts';
import { type Route, route } from '../routing/route.ts';

/** What the page is told of a session: never the id, never a token. */
export function sessionAnswer({ subject, idleEndsAt, endsAt }: OpenSession): SignedIn {
  return {
    signedIn: true,
    person: { id: subject.sub, name: subject.name },
    persona: subject.persona,
    accounts: subject.accountIds.map((id) => ({ id, name: subject.accountNames?.[id] ?? id })),
    idleEndsAt,
    endsAt,
  };
}

export const sessionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/session',
    summary: 'Who is signed in, and until when.',
    answer: SessionSchema,
    policy: { action: 'session.read' },
    // Pages ask now and then how long the session has left; asking must not lengthen it.
    passive: true,
    signedOut: (): Session => ({ signedIn: false }),
    handle: (call): Promise<Session> => Promise.resolve(sessionAnswer(call.session)),
  }),
];
