import { NOBODY } from '../audit/kinds.ts';
import type { AuditEntry, GatewayOptions, OpenSession } from '../options.ts';
import { Refusal } from '../problem.ts';
import { isMedia, type Route } from './route.ts';

/** What one call came to, before it is known whether anybody keeps a record of it. */
export interface Outcome {
  route: Route;
  /** Missing where nobody is signed in. */
  session: OpenSession | undefined;
  trace: string;
  params: Readonly<Record<string, string>>;
  /** What the handler said it was about; without it, what the path names. */
  object: AuditEntry['object'] | undefined;
  /** Whose data it is about, where that is known and not the caller's own. */
  party: string | undefined;
  result: AuditEntry['result'];
  code?: string;
}

/** Refusals worth a record: somebody asked for what is not theirs or not allowed to them. A wrong field is no such thing. */
const TELLING = new Set(['not-found', 'not-allowed', 'step-up-needed', 'not-here', 'not-while-acting', 'over-limit', 'too-many', 'signed-out', 'csrf-header-missing', 'origin-unknown', 'site-unknown']);

/**
 * Which calls leave a record: whatever changes something, every paper and export, every look at a customer's data by
 * somebody else, and every try at what is not one's own. People reading their own pages leave none.
 */
function isTelling({ route, session, result, code }: Outcome): boolean {
  if (result === 'refused') return TELLING.has(code ?? '') || changes(route);
  return changes(route) || (session?.acting !== undefined && !route.passive) || (route.answer !== undefined && isMedia(route.answer));
}

const changes = ({ policy }: Route): boolean => !policy.action.endsWith('.read');

/** Before anything is changed: can it be recorded at all? @throws {Refusal} when not. */
export async function demandAudit({ audit }: GatewayOptions, route: Route): Promise<void> {
  if (!audit?.ready || !changes(route)) return;
  await audit.ready().catch(() => {
    throw unseen();
  });
}

/** Keeps the record, if the call leaves one. @throws {Refusal} when it could not be kept and something was to be changed. */
export async function recordOutcome(options: GatewayOptions, outcome: Outcome): Promise<void> {
  const { audit, log } = options;
  if (!audit || !isTelling(outcome)) return;
  try {
    await audit.record(entryOf(outcome, options.clock()));
  } catch {
    log?.('error', { event: 'audit-lost', trace: outcome.trace, route: outcome.route.path });
    // Nobody may act unseen. Its key is free again: the repeat finds what this call made, and records it.
    if (outcome.result === 'done' && changes(outcome.route)) throw unseen();
  }
}

const unseen = () => new Refusal({ status: 503, code: 'audit-unavailable', title: 'This cannot be recorded right now. Try again in a moment.' }, { 'retry-after': '5' });

function entryOf({ route, session, trace, params, object, party, result, code }: Outcome, now: Date): AuditEntry {
  const named = object ?? namedByPath(params);
  return {
    at: now.toISOString(),
    trace,
    ...(session ? whoseOf(session, named, party) : { actor: NOBODY, party: NOBODY }),
    action: route.policy.action,
    ...(named && { object: named }),
    result,
    ...(code !== undefined && { code }),
  };
}

type Whose = Pick<AuditEntry, 'actor' | 'party' | 'channel' | 'onBehalfOf' | 'reason' | 'consent'>;

function whoseOf({ subject, acting, kind = 'portal' }: OpenSession, named: AuditEntry['object'], owner = subject.sub): Whose {
  // Whoever begins to act for a customer does something to that customer.
  const party = named?.kind === 'customer' ? named.id : owner;
  if (!acting) return { actor: subject.sub, party, channel: kind };
  const { actor, reason, consent, ticketId } = acting;
  return { actor: actor.id, party, channel: kind, onBehalfOf: subject.sub, reason, consent: ticketId === undefined ? consent : `${consent} ${ticketId}` } as const;
}

/** `/bills/:billId` → a bill of that id; the last name of a path is what it is about. */
function namedByPath(params: Readonly<Record<string, string>>): AuditEntry['object'] {
  const [name, id] = Object.entries(params).at(-1) ?? [];
  return name === undefined || id === undefined ? undefined : { kind: name.replace(/Id$/, ''), id: id.slice(0, 64) };
}
