import type { Money } from '@faceplate/contracts';
import type { Acting, OpenSession, SessionKind, Subject } from '../options.ts';
import { type Action, ruleOf } from './actions.ts';
import { type Tie, TIE_CHECKS, type TieCheck, tiesFor } from './ties.ts';

/** What is known of whose a resource is. Ids only: a name never decides anything. */
export interface Facts {
  partyIds?: readonly string[];
  accountIds?: readonly string[];
  /** Who uses it: calls and data belong to the user of a number, not to who pays for it. */
  userIds?: readonly string[];
  /** What the act costs; an action that spends under a granted limit needs it. */
  spend?: Money;
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
  /** `portal` when left out. */
  kind?: SessionKind;
  acting?: Acting;
  acr?: string;
  /** RFC 3339. Left out, it was never. */
  authenticatedAt?: string;
}

export type Reason = 'unknown-action' | 'session-over' | 'signed-out' | 'persona' | 'channel' | 'acting' | 'foreign' | 'over-limit';
export type Denial = { allow: false; reason: Reason } | { allow: false; reason: 'step-up'; acr?: string; maxAge: number };
export type Decision = { allow: true } | Denial;

interface Question {
  subject: Subject;
  rule: NonNullable<ReturnType<typeof ruleOf>>;
  resource: Resource;
  context: DecisionContext;
  /** The ties that count for this action now. */
  ties: readonly Tie[];
}

/** One reason to say no; named, so that a proof can take out each and see it missed. */
export interface Check {
  name: string;
  denies(question: Question): Denial | undefined;
}

const no = (reason: Reason): Denial => ({ allow: false, reason });
const within = (end: string, { now }: DecisionContext) => Date.parse(end) > now.getTime();
const meet = (mine: readonly string[], theirs: readonly string[] | undefined) => theirs?.some((id) => mine.includes(id)) ?? false;

/** In this order: who asks learns first what they are, then what they lack, and nothing of what they look for. */
export const CHECKS: readonly Check[] = [
  // An end that cannot be read is in the past: every comparison with NaN is false.
  { name: 'session-open', denies: ({ context }) => (within(context.sessionEndsAt, context) ? undefined : no('session-over')) },
  { name: 'persona', denies: ({ rule, subject }) => (rule.personas.includes(subject.persona) ? undefined : no('persona')) },
  { name: 'signed-in', denies: ({ rule, context }) => (context.kind === 'visitor' && !rule.visitor ? no('signed-out') : undefined) },
  { name: 'by-link', denies: ({ rule, context }) => (context.kind === 'link' && !rule.link ? no('channel') : undefined) },
  {
    name: 'channel',
    denies: ({ rule, context }) => (rule.sensitive && (context.kind ?? 'portal') !== 'portal' ? no('channel') : undefined),
  },
  { name: 'acting-open', denies: ({ context }) => (context.acting && !within(context.acting.endsAt, context) ? no('acting') : undefined) },
  { name: 'acting-allowed', denies: ({ rule, context }) => (context.acting && !rule.acting ? no('acting') : undefined) },
  { name: 'fresh-proof', denies: (question) => (isFresh(question) ? undefined : stepUp(question)) },
  { name: 'strong-proof', denies: (question) => (isStrong(question) ? undefined : stepUp(question)) },
  { name: 'relation', denies: (question) => (reached(question).length > 0 || isOpen(question) ? undefined : no('foreign')) },
  { name: 'limit', denies: (question) => (isAffordable(question) ? undefined : no('over-limit')) },
];

const isOpen = ({ rule, resource }: Question) => resource === 'unnamed' || rule.relation === 'everybody';

/** The ties by which this very record is the person's. */
function reached({ subject, rule, resource, ties }: Question): readonly Tie[] {
  if (resource === 'unnamed') return [];
  const names: Record<typeof rule.relation, (tie: Tie) => boolean> = {
    party: ({ partyIds }) => meet(partyIds, resource.partyIds),
    account: ({ accountIds }) => meet(accountIds, resource.accountIds),
    user: ({ partyIds }) => meet(partyIds, resource.userIds),
    // What a visitor had is a visitor's own, also for the person they have become.
    self: ({ as, partyIds }) => (as === 'self' && meet([subject.sub], resource.partyIds)) || (as === 'visitor' && meet(partyIds, resource.partyIds)),
    everybody: () => true,
  };
  return ties.filter(names[rule.relation]);
}

function isFresh({ rule: { proof }, context: { authenticatedAt, now } }: Question): boolean {
  const age = now.getTime() - Date.parse(authenticatedAt ?? '');
  // A minute ahead is another machine's clock; more is a mistake, and no proof.
  return !proof || (age >= -60_000 && age <= proof.maxAge * 1000);
}

const isStrong = ({ rule: { proof }, context }: Question) => proof?.acr === undefined || context.acr === proof.acr;

const stepUp = ({ rule: { proof } }: Question): Denial => ({ allow: false, reason: 'step-up', maxAge: 0, ...proof });

/** Each act by itself: a limit is on what one act may cost. What it costs must be known. */
function isAffordable(question: Question): boolean {
  const { rule, resource } = question;
  if (!rule.spends || resource === 'unnamed') return true;
  const { spend } = resource;
  const allows = ({ grant }: Tie) => !grant?.limit || (spend?.currency === grant.limit.currency && spend.amount <= grant.limit.amount);
  const by = reached(question);
  return by.length === 0 || by.some(allows);
}

/**
 * May this person do that to this? Pure, and closed by default: an action
 * without a rule, or a resource that names nobody, is denied.
 */
export type Decide = (subject: Subject, action: Action, resource: Resource, context: DecisionContext) => Decision;

/** The decision made of other checks than all of them; for proofs that each is needed. */
export function decideBy(checks: readonly Check[], tieChecks: readonly TieCheck[]): Decide {
  return (subject, action, resource, context) => {
    const rule = ruleOf(action);
    if (!rule) return no('unknown-action');
    const question = { subject, rule, resource, context, ties: tiesFor(subject, action, context.now, tieChecks) };
    for (const check of checks) {
      const denial = check.denies(question);
      if (denial) return denial;
    }
    return { allow: true };
  };
}

export const decide: Decide = decideBy(CHECKS, TIE_CHECKS);

/** What a session adds to a question. */
export const contextOf = ({ endsAt, kind, acting, acr, authenticatedAt }: Omit<OpenSession, 'subject'>, now: Date): DecisionContext => ({
  now,
  sessionEndsAt: endsAt,
  ...(kind && { kind }),
  ...(acting && { acting }),
  ...(acr !== undefined && { acr }),
  ...(authenticatedAt !== undefined && { authenticatedAt }),
});
