import type { LadderStep, May, Ticket, TicketEntry, TicketMay, TicketRef } from '@faceplate/contracts';
import { ladderFor, type Rung } from '../desk/forms.ts';
import { optional } from '../products/products.adapter.ts';
import type { Call } from '../routing/route.ts';
import { readEach } from '../tmf/gather.ts';
import { ownRows, byParty } from '../tmf/owned.ts';
import { instant, meaningOf, records, text, whole } from '../tmf/read.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { TmfBody } from '../upstream/types.ts';
import { saidOf } from './characteristics.ts';
import { clockOf } from './clock.ts';
import { view } from './open-ticket.ts';
import { isOver, kinOf, STATUSES, ticketSummaryOf } from './tickets.adapter.ts';
import { visitOfTicket } from './ticket-visit.ts';

const yes: May = { allowed: true };
const no = (code: string, reason: string): May => ({ allowed: false, code, reason });

/** Steps climbed so far; the first is where every ticket begins. */
export interface Climbed {
  level: number;
  at: string;
  reason?: string;
}

export function climbedOf(ticket: TmfBody): Climbed[] {
  return records(saidOf(ticket, 'escalations')).flatMap((one) => {
    const [level, at] = [whole([1, 20], one, 'level'), instant(one, 'at')];
    const reason = text(one, 'reason');
    return level !== undefined && at !== undefined ? [{ level, at, ...(reason && { reason }) }] : [];
  });
}

const raisedAt = (ticket: TmfBody): string => instant(ticket, 'creationDate') ?? instant(ticket, 'lastUpdate') ?? new Date(0).toISOString();

const usualFrom = (ticket: TmfBody, { afterHours }: Rung): string => new Date(Date.parse(raisedAt(ticket)) + afterHours * 3_600_000).toISOString();

/** The step that would be next, and from when it stands open: at once where a promise was broken. */
export function nextRung(ticket: TmfBody, ladder: readonly Rung[]): { rung: Rung; from: string } | undefined {
  const level = Math.max(1, ...climbedOf(ticket).map((one) => one.level));
  const rung = ladder.find((one) => one.level > level && one.outside !== true);
  if (!rung) return undefined;
  const usual = usualFrom(ticket, rung);
  const broken = instant({ value: saidOf(ticket, 'restoreBreachedAt') ?? saidOf(ticket, 'responseBreachedAt') }, 'value');
  return { rung, from: broken !== undefined && broken < usual ? broken : usual };
}

/** What stands at each step: when it was reached, or from when it can be. */
function shownLadder(ticket: TmfBody, ladder: readonly Rung[]): LadderStep[] {
  const climbed = climbedOf(ticket);
  const first = ladder[0]?.level;
  const next = nextRung(ticket, ladder);
  return ladder.map((rung) => {
    const { afterHours: _after, ...step } = rung;
    const reached = climbed.find(({ level }) => level === step.level);
    const from = next?.rung === rung ? next.from : usualFrom(ticket, rung);
    if (step.level === first) return { ...step, reachedAt: raisedAt(ticket) };
    return { ...step, ...(reached ? { reachedAt: reached.at, ...optional({ reason: reached.reason }) } : { from }) };
  });
}

/** Is the operator still within the time of this step? */
function mayEscalate(ticket: TmfBody, ladder: readonly Rung[], now: Date): Pick<TicketMay, 'escalate'> {
  const next = nextRung(ticket, ladder);
  if (!next) return {};
  return { escalate: Date.parse(next.from) <= now.getTime() ? yes : no('too-early', 'We are still within the time of this step.') };
}

/** A fix is confirmed, or doubted within the window that the operator's system names. */
function mayEnd(ticket: TmfBody, now: Date): Pick<TicketMay, 'confirm' | 'reopen'> {
  const until = instant({ value: saidOf(ticket, 'reopenUntil') }, 'value');
  const late = until !== undefined && Date.parse(until) < now.getTime();
  // Where the operator gives no time at all, nothing is opened again.
  if (until !== undefined && until <= (instant(ticket, 'resolutionDate') ?? '')) return { confirm: yes, reopen: no('not-here', 'A fixed ticket is not opened again here. Raise a new one.') };
  return { confirm: yes, reopen: late ? no('too-late', 'The time to open it again is over. Raise a new one.') : { ...yes, ...(until && { until }) } };
}

const whileOpen = (ticket: TmfBody, ladder: readonly Rung[], now: Date): TicketMay => ({
  withdraw: yes,
  ...mayEscalate(ticket, ladder, now),
  ...(text(ticket, 'ticketType')?.toLowerCase() === 'incident' && { visit: yes }),
});

/** What may be done to it now, and why not. */
export function mayOf(ticket: TmfBody, ladder: readonly Rung[], now: Date): TicketMay {
  const status = meaningOf(STATUSES, text(ticket, 'status')) ?? 'in-progress';
  const fixed = status === 'fixed';
  const runs = !fixed && !isOver(status);
  const rateable = (fixed || status === 'closed') && saidOf(ticket, 'rating') === undefined;
  return {
    amend: status === 'received' ? yes : no('begun', 'Work on it has begun. Write a note instead.'),
    ...(runs && whileOpen(ticket, ladder, now)),
    ...(fixed && mayEnd(ticket, now)),
    ...(rateable && { rate: yes }),
  };
}

const refOf = (body: TmfBody): TicketRef => {
  const { id, number, title, status, product } = ticketSummaryOf(body);
  return { id, number, title, status, ...(product && { product: product.name }) };
};

/** Those it stands with, as far as they are the reader's own: the parent of an incident is the operator's. */
async function kin(call: Call, ticket: TmfBody): Promise<Pick<Ticket, 'parent' | 'under' | 'mergedInto' | 'mergedFrom'>> {
  const relations = records(ticket, 'troubleTicketRelationship');
  const ids = relations.flatMap((one) => text(one, 'id') ?? []);
  if (ids.length === 0) return {};
  const { rows } = await ownRows(call, 'TMF621', 'troubleTicket', byParty(call), { query: { id: ids }, limit: 300 });
  const own = (id: string) => rows.find((row) => text(row, 'id') === id);
  const [parentId] = kinOf(ticket, 'parent');
  const parent = parentId === undefined ? undefined : own(parentId);
  const named = relations.find((one) => text(one, 'id') === parentId);
  const under = kinOf(ticket, 'child');
  const children = rows.filter((row) => under.includes(text(row, 'id') ?? ''));
  const { items } = readEach('TMF621', { rows: children, unreadable: 0 }, refOf);
  // Of the operator's own ticket nothing is known but its name; how this one stands says nothing of it.
  const strange = { title: text(named, 'name') ?? text(ticket, 'name') ?? '' };
  return {
    ...(parentId !== undefined && { parent: parent ? refOf(parent) : strange }),
    ...mergedWith(ticket, own),
    ...(items.length > 0 && { under: { over: items.filter(({ status }) => status === 'fixed' || isOver(status)).length, items } }),
  };
}

/** What was put together with it: by number where it is the reader's own, by name otherwise. */
function mergedWith(ticket: TmfBody, own: (id: string) => TmfBody | undefined): Pick<Ticket, 'mergedInto' | 'mergedFrom'> {
  const named = (id: string) => {
    const row = own(id);
    const relation = records(ticket, 'troubleTicketRelationship').find((one) => text(one, 'id') === id);
    if (!row) return { title: text(relation, 'name') ?? text(ticket, 'name') ?? '' };
    const { status: _how, ...ref } = refOf(row);
    return ref;
  };
  const [into] = kinOf(ticket, 'mergedinto');
  const from = kinOf(ticket, 'mergedfrom');
  return { ...(into !== undefined && { mergedInto: named(into) }), ...(from.length > 0 && { mergedFrom: from.map(named) }) };
}

/** What the operator has made of it: its number stays valid. */
function resultOf(ticket: TmfBody): Ticket['became'] {
  const order = records(ticket, 'relatedEntity').find((one) => text(one, 'role') === 'result' && text(one, '@referredType') === 'ProductOrder');
  const id = text(order, 'id');
  if (id !== undefined) return { kind: 'order', id, ...optional({ number: text(order, 'name') }) };
  const credit = saidOf(ticket, 'creditId');
  return typeof credit === 'string' ? { kind: 'credit', id: credit } : undefined;
}

const fieldsOf = (ticket: TmfBody): { label: string; value: string }[] =>
  records(saidOf(ticket, 'answers')).flatMap((one) => {
    const [label, value] = [text(one, 'label'), text(one, 'value')];
    return label && value ? [{ label, value }] : [];
  });

function ratingOf(ticket: TmfBody): Ticket['rating'] {
  const said = saidOf(ticket, 'rating');
  const stars = whole([1, 5], said, 'stars');
  const words = text(said, 'words');
  return stars === undefined ? undefined : { stars, ...(words && { words }) };
}

/** What a view can do without: nothing where its system does not answer. */
const orNothing = <T>(work: Promise<T>): Promise<T | undefined> => work.catch((error: unknown) => {
  if (error instanceof UpstreamProblem) return undefined;
  throw error;
});

/** Not every server writes down that it began. */
function withBegin({ entries, raisedAt, by }: Ticket, operator: string): TicketEntry[] {
  const isTold = entries.some(({ status, at }) => status !== undefined && at <= raisedAt);
  return isTold ? entries : [{ id: 'raised', at: raisedAt, author: by ?? { name: operator, side: 'provider' }, status: 'received' }, ...entries];
}

/** A ticket with all that is known of it: clocks, ladder, kin, visit, and what may be done. */
export async function shownTicket(call: Call, body: TmfBody): Promise<Ticket> {
  const now = call.clock();
  const base = view(call, body);
  const [ladder, relatives, visit] = await Promise.all([ladderFor(call, text(body, 'ticketType')), orNothing(kin(call, body)), orNothing(visitOfTicket(call, base.id))]);
  const [fields, steps] = [fieldsOf(body), shownLadder(body, ladder)];
  return {
    ...base,
    entries: withBegin(base, call.tenant.name),
    clock: clockOf(body, now),
    may: mayOf(body, ladder, now),
    ...(steps.length > 0 && { ladder: steps }),
    ...relatives,
    ...(fields.length > 0 && { fields }),
    ...optional({ visit, rating: ratingOf(body), became: resultOf(body) }),
  };
}
