import type { CauseKind, LocalDate } from '@faceplate/contracts';
import { agreed, isPartOf, type Manner } from './bill-change-agreed.ts';
import { type Draft, draftOf, type Pair, sumOf } from './bill-change-draft.ts';
import { lies, type ProductFacts, type Term, type Window } from './bill-change-facts.ts';
import { daysOf, type Line } from './bill-change-line.ts';
import { daysBetween } from './calendar.ts';

/** A service (with those whose place it took), what it costs by the month on both bills, and what is known of it. */
export interface Standing {
  recurring: Pair;
  discounts: Pair;
  facts: readonly ProductFacts[];
  /** What was agreed, one product's terms after the other's. */
  terms: readonly Term[];
  window: Window;
  /** The account of this bill. */
  accountId: string;
}

/** What is behind a part of a difference. */
interface Reading {
  kind: CauseKind;
  amount: number;
  on?: LocalDate;
  days?: Draft['days'];
}

/** How much of the period lines are for: three halves of two lines, one of each. */
const cover = (lines: readonly Line[]): number => lines.reduce((sum, line) => sum + ratioOf(line), 0);
const ratioOf = (line: Line): number => {
  const days = daysOf(line);
  return days ? days.charged / days.of : 1;
};
const partial = (lines: readonly Line[]): Draft['days'] => lines.map(daysOf).find((days) => days !== undefined);

/** The change from one term to the next, where it came about in the window. */
function changesOf({ terms, window }: Standing): { kind: CauseKind; on: LocalDate; at: number }[] {
  return terms.flatMap(({ from, plan }, at) => {
    if (at === 0 || !lies(from, window)) return [];
    return [{ kind: plan === terms[at - 1]?.plan ? ('price-change' as const) : ('plan-change' as const), on: from, at }];
  });
}

/** Why it is on one of the bills and not, or not wholly, on the other. */
function presence(standing: Standing): Omit<Reading, 'amount'> | undefined {
  const { recurring: { before, after } } = standing;
  if (before.length === 0) return arrival(standing);
  if (after.length === 0) return departure(standing);
  const grown = cover(after) - cover(before);
  // A thirty-first of a day is the least that can lie between them.
  if (Math.abs(grown) < 0.01) return undefined;
  const days = partial(grown > 0 ? before : after) ?? partial([...before, ...after]);
  const on = standing.facts.flatMap(({ startedOn, endedOn }) => [startedOn, endedOn]).find((day) => lies(day, standing.window));
  return { kind: grown > 0 ? 'proration-in' : 'proration-out', ...(days && { days }), ...(on && { on }) };
}

function arrival({ recurring: { after }, facts, window }: Standing): Omit<Reading, 'amount'> | undefined {
  const days = partial(after);
  const started = facts.map(({ startedOn }) => startedOn).find((day) => lies(day, window));
  if (started) return { kind: 'new-service', on: started, ...(days && { days }) };
  const moved = facts.map(({ movedOn }) => movedOn).find((day) => lies(day, window));
  if (moved) return { kind: 'moved-account', on: moved, ...(days && { days }) };
  // The line itself says that it began within the period.
  const [began] = after.flatMap((line) => (daysOf(line) && line.charge.period && line.charge.period.from > line.bill.period.from ? [line.charge.period.from] : []));
  return began === undefined ? undefined : { kind: 'new-service', on: began, ...(days && { days }) };
}

function departure({ recurring: { before }, facts, window, accountId }: Standing): Omit<Reading, 'amount'> | undefined {
  const ended = facts.map(({ endedOn }) => endedOn).find((day) => lies(day, window));
  if (ended) return { kind: 'ended-service', on: ended };
  const elsewhere = facts.find((fact) => fact.accountId !== undefined && fact.accountId !== accountId);
  if (elsewhere) return { kind: 'moved-account', ...(lies(elsewhere.movedOn, window) && { on: elsewhere.movedOn }) };
  const [over] = before.flatMap((line) => (daysOf(line) && line.charge.period && line.charge.period.to < line.bill.period.to ? [line.charge.period.to] : []));
  return over === undefined ? undefined : { kind: 'ended-service', on: over };
}

const UNEXPLAINED = 'unexplained' as const;

/** What the lines of both bills should have come to with each more of the terms, and how far the bills are from the last. */
interface Worth {
  steps: readonly number[];
  off: { before: number; after: number };
}

function worthBy(manner: Manner, { recurring: { before, after, currency }, terms }: Standing): Worth | undefined {
  const steps: { was: number; is: number }[] = [];
  for (const at of terms.keys()) {
    const upTo = terms.slice(0, at + 1);
    const was = agreed(before, upTo, currency, manner);
    const is = agreed(after, upTo, currency, manner);
    if (was === undefined || is === undefined) return undefined;
    steps.push({ was, is });
  }
  const last = steps.at(-1);
  if (!last) return undefined;
  const off = { before: sumOf(before, currency) - last.was, after: sumOf(after, currency) - last.is };
  // Terms that fit neither bill are not those it is charged by.
  return off.before !== 0 && off.after !== 0 ? undefined : { steps: steps.map(({ was, is }) => is - was), off };
}

/** By what was agreed: each change is worth what the lines would have come to with it, less what without. */
function byTerms(standing: Standing): Reading[] | undefined {
  // Parts are taken of the net, as EN 16931 has all amounts of lines; only where that fits neither bill, of the price with its tax.
  const worth = worthBy('net', standing) ?? worthBy('gross', standing);
  if (!worth) return undefined;
  const { steps, off } = worth;
  const events: Reading[] = changesOf(standing).map(({ kind, on, at }) => ({ kind, on, amount: (steps[at] ?? 0) - (steps[at - 1] ?? 0) }));
  const rest = (steps.at(-1) ?? 0) - events.reduce((sum, { amount }) => sum + amount, 0);
  const there = presence(standing);
  const first = events.find(({ amount }) => amount !== 0) ?? events.at(-1);
  const strayed: Reading = { kind: UNEXPLAINED, amount: off.after - off.before };
  if (there || !first) return [{ ...(there ?? { kind: UNEXPLAINED }), amount: rest }, ...events, strayed];
  // Two parts of a month, each rounded, may miss the whole by a unit: it belongs to what cut the month in two.
  first.amount += rest;
  return [...events, strayed];
}

/** By the lines and the events alone. */
function byLines(standing: Standing, amount: number): Reading[] {
  const event = changesOf(standing).at(-1);
  if (event) return [{ kind: event.kind, on: event.on, amount }];
  const there = presence(standing);
  if (!there) return [{ kind: UNEXPLAINED, amount }];
  const off = there.kind.startsWith('proration') ? strayed(standing) : 0;
  return [{ ...there, amount: amount - off }, { kind: UNEXPLAINED, amount: off }];
}

/** What a part of a month is away from being that part of the whole one, where the bills show both. */
function strayed({ recurring: { before, after } }: Standing): number {
  const [was, is] = [before[0], after[0]];
  if (!was || !is || before.length + after.length > 2) return 0;
  if (daysOf(was) && daysOf(is)) return 0;
  const [part, full, sign] = daysOf(was) ? [was, is, -1] : [is, was, 1];
  if (isPartOf(part, full)) return 0;
  const { charged, of } = daysOf(part) ?? { charged: 1, of: 1 };
  return sign * (part.gross - Math.round((full.gross * charged) / of));
}

/** Calendar months differ by no more, and a price agreed on by the month knows no difference. */
const MONTHS_DIFFER = 3;

/** Charged by the day: as much more as the period is longer. */
function isByLength({ recurring: { before, after }, terms }: Standing): boolean {
  const [was, is] = [before[0], after[0]];
  if (!was || !is || before.length !== 1 || after.length !== 1) return false;
  const length = ({ bill, charge }: Line) => daysBetween((charge.period ?? bill.period).from, (charge.period ?? bill.period).to) + 1;
  const [short, long] = [length(was), length(is)];
  const isMonthly = terms.length > 0 && Math.abs(long - short) <= MONTHS_DIFFER;
  if (isMonthly || short <= 0 || short === long || Math.abs(is.net - was.net) < 2) return false;
  return Math.round((was.net * long) / short) === is.net;
}

/** Discounts come and go by a promotion, with what they are a discount on, or for no reason that is known. */
function discountReading(standing: Standing, amount: number, along: Reading | undefined): Reading {
  const kind = amount > 0 ? ('promotion-end' as const) : ('promotion-start' as const);
  const on = promotionDay(standing, amount);
  if (on && along?.kind !== 'ended-service' && along?.kind !== 'moved-account') return { kind, amount, on };
  if (along) return { ...along, amount };
  const { before, after } = standing.discounts;
  const self = (amount > 0 ? before.map(endsWithin) : after.map(beginsWithin)).find((day) => day !== undefined);
  return self ? { kind, amount, on: self } : { kind: UNEXPLAINED, amount };
}

/** When a promotion came or went within the window: what makes the bill dearer is an end. */
function promotionDay({ facts, window }: Standing, amount: number): LocalDate | undefined {
  const promotions = facts.flatMap(({ promotions: all = [] }) => all);
  return promotions.map(({ from, until }) => (amount > 0 ? until : from)).find((day) => lies(day, window));
}

const endsWithin = ({ charge: { period }, bill }: Line): LocalDate | undefined => (period && period.to < bill.period.to && period.to >= bill.period.from ? period.to : undefined);
const beginsWithin = ({ charge: { period }, bill }: Line): LocalDate | undefined => (period && period.from > bill.period.from && period.from <= bill.period.to ? period.from : undefined);

/** Why the monthly price is another, part by part. */
function readingsOf(standing: Standing): Reading[] {
  const amount = differenceOf(standing.recurring);
  if (amount === 0) return [];
  const isLonger = isByLength(standing) && changesOf(standing).length === 0 && !presence(standing);
  if (isLonger) return [{ kind: 'period-length', amount }];
  return (byTerms(standing) ?? byLines(standing, amount)).filter((one) => one.amount !== 0);
}

const differenceOf = ({ before, after, currency }: Pair): number => sumOf(after, currency) - sumOf(before, currency);

/** What a service's monthly lines, prices and discounts, make of the difference. The parts add up to it. */
export function standingDrafts(standing: Standing): Draft[] {
  const { recurring, discounts } = standing;
  const off = differenceOf(discounts);
  const readings = readingsOf(standing);
  const along = readings.find(({ kind }) => kind !== UNEXPLAINED);
  const discount = off === 0 ? undefined : discountReading(standing, off, along);
  const isAlong = discount !== undefined && discount.kind === along?.kind;
  const both: Pair = { ...recurring, before: [...recurring.before, ...discounts.before], after: [...recurring.after, ...discounts.after] };
  const drafts = readings.map(({ amount: part, ...reading }) => {
    const takes = isAlong && reading.kind === discount.kind;
    return draftOf(reading.kind, takes ? both : recurring, part + (takes ? off : 0), toward(reading));
  });
  return discount && !isAlong ? [...drafts, draftOf(discount.kind, discounts, off, toward(discount))] : drafts;
}

const toward = ({ on, days }: Omit<Reading, 'amount'>): Partial<Draft> => ({ ...(on && { on }), ...(days && { days }) });
