import type { Account } from './accounts.ts';
import { round, sum, VAT, withTax } from '../customer-bill/amounts.ts';
import type { Draft } from './draft.ts';
import { billed, type Line, productRef } from './lines.ts';
import { type Party, partyRef } from './parties.ts';
import type { ProblemRef } from './problems.ts';
import { CREDIT_STEPS } from '../sla/credit.ts';
import { dayIn, iso, monthName } from './zone.ts';

/** A line whose availability is promised. */
export interface Service {
  line: Line;
  owner: Party;
  /** Share of counted time: 0.999. */
  target: number;
}

type IntervalState = 'outage' | 'maintenance' | 'customerPending' | 'noData';

/** A stretch in which a service was not simply up. An open one has no end yet. */
export interface Interval {
  state: IntervalState;
  from: number;
  to?: number;
  description: string;
  problem?: ProblemRef;
}

function scope(draft: Draft, { line, owner }: Service, role: string) {
  return {
    relatedEntity: [{ ...productRef(line), role: 'product' }],
    relatedParty: [partyRef(owner, role), ...(line.user.id === owner.id ? [] : [partyRef(line.user, 'user')])],
    sla: { id: slaId(draft, line), name: slaName(line) },
  };
}

const slaId = (draft: Draft, line: Line) => draft.id('sla', line.id);
const slaName = ({ offer }: Line) => `Availability of ${offer.name}`;

function rule(draft: Draft, { line, target }: Service) {
  const id = draft.id('rule', line.id);
  return { id, metric: 'availability', unit: 'ratio', referenceValue: String(target), operator: '.ge' };
}

/** Companies need not pay for so many visits a year. Our own metric. */
function included(draft: Draft, { line, owner }: Service) {
  if (owner.kind !== 'Organization') return [];
  return [{ id: draft.id('rule', 'visits', line.id), metric: 'includedVisits', unit: 'year', referenceValue: '4', operator: '.eq' }];
}

export function writeSla(draft: Draft, service: Service): void {
  const { line } = service;
  const { sla, ...related } = scope(draft, service, 'SLAConsumer');
  draft.add('sla', {
    ...sla,
    description: 'Measured by calendar month. Planned work and time we wait for you do not count.',
    version: '1.0',
    state: 'active',
    approved: true,
    validFor: { startDateTime: iso(line.startedAt) },
    // The months before this one have been judged (writeViolation).
    assessedUntil: iso(dayIn(draft.month)),
    rule: [rule(draft, service), ...included(draft, service)],
    // Our own extension: what a missed month gives back, by how many times the allowance was used.
    creditTerms: { step: CREDIT_STEPS, capPercent: 50 },
    ...related,
  });
}

export function writeInterval(draft: Draft, service: Service, { state, from, to, description, problem }: Interval): void {
  const { sla: _sla, ...related } = scope(draft, service, 'customer');
  draft.add('availabilityInterval', {
    id: draft.id('interval', service.line.id, state, iso(from)),
    state,
    description,
    validFor: { startDateTime: iso(from), ...(to !== undefined && { endDateTime: iso(to) }) },
    ...(problem && { serviceProblem: problem }),
    ...related,
  });
}

const violationId = (draft: Draft, line: Line, month: number): string => draft.id('violation', line.id, month);

/** What a month below its target gives back of the price, on the bill after it: a tenth. */
export function creditFor(draft: Draft, line: Line | undefined, ago: number): NonNullable<Account['extras']> {
  if (!line) return [];
  const amount = withTax(-round(line.offer.edition.monthly / 10));
  const reason = violationId(draft, line, draft.month - ago);
  const charge = { kind: 'credit' as const, name: `Credit for missed availability: ${line.offer.name}`, ...amount, rate: VAT, line: billed(line), reasonKind: 'service-level' as const, reason };
  return [{ ago: ago - 1, day: 1, charge }];
}

/**
 * A violation for a finished month below its target. The intervals of one
 * service never overlap here, so plain sums are right.
 */
export function writeViolation(draft: Draft, service: Service, month: number, intervals: readonly Interval[]): void {
  const start = Math.max(dayIn(month), service.line.startedAt);
  const end = dayIn(month + 1);
  const length = (states: readonly IntervalState[]) =>
    sum(intervals.filter(({ state }) => states.includes(state)).map(({ from, to = end }) => Math.max(0, Math.min(to, end) - Math.max(from, start))));
  const counted = end - start - length(['maintenance', 'customerPending', 'noData']);
  const actual = 1 - length(['outage']) / counted;
  if (actual >= service.target || end > draft.now) return;
  const { sla, ...related } = scope(draft, service, 'SLAConsumer');
  draft.add('slaViolation', {
    id: violationId(draft, service.line, month),
    name: `${slaName(service.line)}, ${monthName(month)}`,
    date: iso(end),
    sla,
    violation: { ...rule(draft, service), rule: slaName(service.line), actualValue: actual.toFixed(6), comment: 'Monthly availability below its target' },
    validFor: { startDateTime: iso(dayIn(month)), endDateTime: iso(end) },
    ...related,
  });
}
