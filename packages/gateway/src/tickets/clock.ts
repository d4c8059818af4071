import type { TicketClock } from '@faceplate/contracts';
import { optional } from '../products/products.adapter.ts';
import { instant, meaningOf, records, text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';
import { saidOf } from './characteristics.ts';

type Whose = TicketClock['running'];

/** Half-open, in milliseconds; the last has no end while it runs. */
export interface ClockSpan {
  whose: Whose;
  from: number;
  to: number;
}

/** Whose time a status is. A fix waits for the customer's word, which is nobody's time: it works, as far as we know. */
const WHOSE: Readonly<Record<string, Whose>> = { acknowledged: 'provider', inProgress: 'provider', pending: 'you', held: 'other' };

const moment = (value: unknown, ...path: string[]): number => Date.parse(instant(value, ...path) ?? '');

/** When the customer's own company had to say yes first: marked beside the status, which knows no such wait. */
function companyWaits(ticket: TmfBody): { from: number; to: number }[] {
  return records(saidOf(ticket, 'companyWaits')).flatMap((one) => {
    const from = moment(one, 'from');
    const to = moment(one, 'to');
    return Number.isNaN(from) ? [] : [{ from, to: Number.isNaN(to) ? Infinity : to }];
  });
}

/** Does it wait for the customer's own company now? */
export const waitsForCompany = (ticket: TmfBody): boolean => ['acknowledged', 'pending'].includes(text(ticket, 'status') ?? '') && companyWaits(ticket).some(({ to }) => to === Infinity);

/** The life of a ticket in spans, oldest first, up to `now`. What was the company's is cut out of what was the customer's, or would have been ours. */
export function clockSpans(ticket: TmfBody, now: number): ClockSpan[] {
  const changes = records(ticket, 'statusChange')
    .map((one) => ({ at: moment(one, 'changeDate'), status: text(one, 'status') }))
    .filter(({ at }) => !Number.isNaN(at))
    .toSorted((one, other) => one.at - other.at);
  const raised = moment(ticket, 'creationDate');
  const begun = changes[0];
  // Servers that keep no history say only how it stands now.
  if (!begun) return Number.isNaN(raised) ? [] : [{ whose: whoseIs(text(ticket, 'status')), from: raised, to: now }];
  const first = Number.isNaN(raised) || begun.at <= raised ? [] : [{ whose: 'provider' as const, from: raised, to: begun.at }];
  const spans = changes.map(({ at, status }, index) => ({ whose: whoseIs(status), from: at, to: changes[index + 1]?.at ?? Math.max(now, at) }));
  return [...first, ...spans].flatMap((span) => (span.whose === 'you' || span.whose === 'provider' ? cut(span, companyWaits(ticket)) : [span])).filter(({ from, to }) => to > from);
}

const whoseIs = (status: string | undefined): Whose => meaningOf(WHOSE, status) ?? 'nobody';

function cut(span: ClockSpan, waits: readonly { from: number; to: number }[]): ClockSpan[] {
  const parts: ClockSpan[] = [];
  let at = span.from;
  for (const { from, to } of waits.toSorted((one, other) => one.from - other.from)) {
    const [begin, end] = [Math.max(from, at), Math.min(to, span.to)];
    if (end <= begin) continue;
    parts.push({ ...span, from: at, to: begin }, { whose: 'your-company', from: begin, to: end });
    at = end;
  }
  return [...parts, { ...span, from: at }];
}

/** Whose time a ticket took, apart, up to what runs now; and what was promised of it. */
export function clockOf(ticket: TmfBody, now: Date): TicketClock {
  const all = clockSpans(ticket, now.getTime());
  const last = all.at(-1);
  const open = last && last.whose !== 'nobody' && last.to >= now.getTime() ? last : undefined;
  const spans = all.filter((span) => span !== open);
  const seconds = (whose: Whose) => Math.floor(spans.reduce((sum, span) => sum + (span.whose === whose ? span.to - span.from : 0), 0) / 1000);
  const promise = (name: string) => instant({ value: saidOf(ticket, name) }, 'value');
  return {
    running: waitsForCompany(ticket) ? 'your-company' : whoseIs(text(ticket, 'status')),
    providerSeconds: seconds('provider'),
    yourSeconds: seconds('you'),
    companySeconds: seconds('your-company'),
    otherSeconds: seconds('other'),
    ...optional({
      since: open && new Date(open.from).toISOString(),
      responseDue: promise('responseDue'),
      respondedAt: promise('respondedAt'),
      responseBreachedAt: promise('responseBreachedAt'),
      restoreDue: promise('restoreDue'),
      restoreBreachedAt: promise('restoreBreachedAt'),
    }),
  };
}
