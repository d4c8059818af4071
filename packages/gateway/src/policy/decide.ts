import type { Subject } from '../options.ts';
import { type Action, rules } from './actions.ts';

/** What is known of whose a resource is. Ids only: a name never decides anything. */
export interface Facts {
  partyIds?: readonly string[];
  accountIds?: readonly string[];
}

/**
 * `'unnamed'` asks whether the person may do such a thing at all, before any
 * record is known (a list, a route). It never opens a record: whoever has one
 * in hand asks again with its facts.
 */
export type Resource = 'unnamed' | Facts;

export interface DecisionContext {
  now: Date;
  /** When the session ends whatever is done, RFC 3339. */
  sessionEndsAt: string;
}

export type Decision = { allow: true } | { allow: false; reason: 'unknown-action' | 'session-over' | 'persona' | 'foreign' };

const deny = (reason: Extract<Decision, { allow: false }>['reason']): Decision => ({ allow: false, reason });
const meet = (mine: readonly string[], theirs: readonly string[] | undefined) => theirs?.some((id) => mine.includes(id)) ?? false;

/**
 * May this person do that to this? Pure, and closed by default: an action
 * without a rule, or a resource that names nobody, is denied.
 */
export function decide(subject: Subject, action: Action, resource: Resource, context: DecisionContext): Decision {
  const rule = Object.hasOwn(rules, action) ? rules[action] : undefined;
  if (!rule) return deny('unknown-action');
  // An end that cannot be read is in the past: every comparison with NaN is false.
  if (!(Date.parse(context.sessionEndsAt) > context.now.getTime())) return deny('session-over');
  if (!rule.personas.some((persona) => persona === subject.persona)) return deny('persona');
  if (resource === 'unnamed' || rule.relation === 'everybody') return { allow: true };
  const mine = rule.relation === 'account' ? meet(subject.accountIds, resource.accountIds) : meet(subject.partyIds, resource.partyIds);
  return mine ? { allow: true } : deny('foreign');
}
