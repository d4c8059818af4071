import { EndedSessions, OwnSessions, type Session, Session as SessionSchema, type SignedIn } from '@faceplate/contracts';
import type { OpenSession } from '../options.ts';
import { notFound } from '../problem.ts';
import { type Route, route } from '../routing/route.ts';

/** What the page is told of a session: never the id, never a token. */
export function sessionAnswer({ subject, acting, idleEndsAt, endsAt }: OpenSession): SignedIn {
  return {
    signedIn: true,
    person: { id: subject.sub, name: subject.name },
    persona: subject.persona,
    accounts: subject.accountIds.map((id) => ({ id, name: subject.accountNames?.[id] ?? id })),
    ...(acting && { acting: { by: acting.actor.name, reason: acting.reason, endsAt: acting.endsAt } }),
    idleEndsAt,
    endsAt,
  };
}

export const sessionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/session',
    summary: 'Who is signed in, and until when. Asking keeps the session; `/auth/session` looks without that.',
    answer: SessionSchema,
    policy: { action: 'session.read' },
    signedOut: (): Session => ({ signedIn: false }),
    handle: (call): Promise<Session> => Promise.resolve(sessionAnswer(call.session)),
  }),
  route({
    method: 'GET',
    path: '/sessions',
    summary: 'Where the person is signed in, latest seen first.',
    answer: OwnSessions,
    policy: { action: 'session.read' },
    handle: async ({ sessions, session }) => ({ items: (await sessions.own?.(session))?.filter(isOurs) ?? [] }),
  }),
  route({
    method: 'DELETE',
    path: '/sessions/:sessionId',
    summary: "Ends one of the person's own sessions, within a second and wherever it is open.",
    answer: EndedSessions,
    policy: { action: 'session.end' },
    handle: async ({ sessions, session, params, demand }) => {
      demand({ partyIds: [session.subject.sub] });
      if (!(await sessions.end?.(session, params.sessionId))) throw notFound();
      return { ended: 1 };
    },
  }),
  route({
    method: 'DELETE',
    path: '/sessions',
    summary: "Ends all of the person's sessions but this one.",
    answer: EndedSessions,
    policy: { action: 'session.end' },
    handle: async ({ sessions, session, demand }) => {
      demand({ partyIds: [session.subject.sub] });
      return { ended: (await sessions.endOthers?.(session)) ?? 0 };
    },
  }),
];

/** A host's own token is kept nowhere, so it is in no list; a visitor's session is nobody's sign-in. */
const isOurs = <S extends { kind: string }>(one: S): one is S & { kind: 'portal' | 'embedded' } => one.kind === 'portal' || one.kind === 'embedded';
