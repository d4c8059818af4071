import type { OpenSession, Subject } from '../options.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import { sha256 } from './encoding.ts';
import type { Provider } from './provider.ts';
import type { ScopeResolver } from './scope.ts';

/** A host's own access token as a session: nothing is kept, and no cookie is looked at. */
export interface BearerReader {
  /** `undefined` for anything but a token that this tenant's provider made for this API. */
  read(token: string): Promise<OpenSession | undefined>;
}

interface Needs {
  provider: Pick<Provider, 'readBearer'>;
  scope: ScopeResolver;
  clock: () => Date;
}

interface Known {
  subject: Promise<Subject>;
  at: number;
}

/** How long whose data a person may see is taken as known. */
const FRESH = 60_000;
const MOST = 10_000;
/** Longer than any token of an identity provider's. */
const LONGEST_TOKEN = 8 * 1024;

export function bearerReader({ provider, scope, clock }: Needs): BearerReader {
  const known = new Map<string, Known>();
  const subjectOf = (sub: string): Promise<Subject> => {
    const now = clock().getTime();
    const found = known.get(sub);
    if (found && now - found.at < FRESH) return found.subject;
    if (known.size >= MOST) known.clear();
    const subject = scope.resolve(sub);
    known.set(sub, { subject, at: now });
    subject.catch(() => known.delete(sub));
    return subject;
  };
  return {
    read: async (token) => {
      const bearer = token.length > LONGEST_TOKEN ? undefined : await provider.readBearer(token);
      if (!bearer) return undefined;
      const subject = await subjectOf(bearer.party ?? bearer.sub).catch(unknownPerson);
      if (!subject) return undefined;
      const endsAt = new Date(bearer.endsAt).toISOString();
      return {
        subject,
        sessionId: await sha256(token),
        kind: 'bearer',
        idleEndsAt: endsAt,
        endsAt,
        ...(bearer.acr !== undefined && { acr: bearer.acr }),
        ...(bearer.authenticatedAt !== undefined && { authenticatedAt: new Date(bearer.authenticatedAt).toISOString() }),
      };
    },
  };
}

/** A token of somebody whom the operator does not know opens nothing; an operator's system that is away is another matter. */
export function unknownPerson(error: unknown): undefined {
  if (error instanceof UpstreamProblem && error.fault === 'not-found') return undefined;
  throw error;
}
