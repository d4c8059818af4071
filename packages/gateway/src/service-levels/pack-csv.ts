import type { Month } from '@faceplate/contracts';
import { monthBounds } from '@faceplate/domain';
import { type AvailabilityStretch, percentCut, type ServiceLevelTerms, stateOf } from '@faceplate/domain/service-level';
import { amount, type Cell, csvOf } from '../exports/csv.ts';
import { figuresIn } from './cell.ts';
import { creditIn } from './credit.ts';
import { termsOf } from './detail.ts';
import type { ServiceRecord } from './record.ts';

/** Digits of the per cent that are shown, on screen and paper; cut, never rounded up. */
export const PERCENT_DIGITS = 3;

const HEADING = [
  'record', 'service', 'name', 'identifier', 'zone', 'target', 'hours', 'minimum_seconds', 'since', 'until',
  'month', 'from', 'to', 'kind', 'weight', 'state', 'window_seconds', 'outside_seconds', 'maintenance_seconds', 'waiting_seconds',
  'unknown_seconds', 'counted_seconds', 'down_seconds', 'availability_percent', 'fee', 'credit_steps', 'credit_cap_percent', 'credit', 'currency', 'reason',
] as const;

type Row = Partial<Record<(typeof HEADING)[number], Cell>>;

const instantOf = (moment: Date | undefined): Cell => moment?.toISOString();
const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** `1,2,3,4,5 08:00-18:00`, with semicolons between; nothing for around the clock. */
const hoursOf = ({ calendar }: ServiceRecord): Cell => calendar?.open.map(({ days, from, to }) => `${days.join(',')} ${clock(from)}-${clock(to)}`).join(';');

/** `more than 2 times: 10`, with semicolons between. */
const stepsOf = ({ credit }: ServiceRecord): Cell => credit?.steps.map((step) => `${'above' in step ? `more than ${step.above} times` : `below ${step.below}`}: ${step.percent}`).join(';');

const decimal = (value: number): Cell => ({ decimal: String(value) });

function monthRow(service: ServiceRecord, month: Month, terms: ServiceLevelTerms, now: Date): Row {
  const figures = figuresIn(service.stretches, month, terms, now);
  const { from, to } = monthBounds(month, terms.zone);
  const credit = creditIn(service, month, figures);
  const percent = percentCut(figures, PERCENT_DIGITS);
  const fee = service.monthlyIn(month);
  return {
    record: 'month', ...named(service), zone: terms.zone, target: decimal(service.target), hours: hoursOf(service), minimum_seconds: service.minimumSeconds,
    since: instantOf(service.since), until: instantOf(service.until), month, from: instantOf(from), to: instantOf(to < now ? to : now),
    state: stateOf(figures, service.target), window_seconds: figures.windowSeconds, outside_seconds: figures.outsideSeconds, maintenance_seconds: figures.maintenanceSeconds,
    waiting_seconds: figures.waitingSeconds, unknown_seconds: figures.unknownSeconds, counted_seconds: figures.countedSeconds, down_seconds: decimal(figures.downHundredths / 100),
    availability_percent: percent === undefined ? undefined : { decimal: percent },
    fee: fee && amount(fee), credit_steps: stepsOf(service), credit_cap_percent: service.credit?.capPercent,
    credit: credit && amount(credit.amount), currency: fee?.currency,
  };
}

const named = ({ id, name, identifier }: ServiceRecord): Row => ({ service: id, name, identifier });

/** As it was recorded, uncut: what still lasts has no end. */
const intervalRow = (service: ServiceRecord, { kind, from, to, weight, reason }: AvailabilityStretch): Row => ({
  record: 'interval', ...named(service), from: instantOf(from), to: instantOf(to), kind, weight, reason,
});

/** Every figure of the months, and every interval they are made of: enough to reckon all of it again. */
export function packCsv(services: readonly ServiceRecord[], months: readonly Month[], zone: string, now: Date): string {
  const rows = services.flatMap((service) => {
    const terms = termsOf(service, { zone });
    return [...months.map((month) => monthRow(service, month, terms, now)), ...service.stretches.map((stretch) => intervalRow(service, stretch))];
  });
  return csvOf(HEADING, rows.map((row) => HEADING.map((name) => row[name])));
}
