import type { AvailabilityStretch, CreditStep, CreditTerms, ServiceCalendar } from '@faceplate/domain/service-level';
import { optional } from '../products/products.adapter.ts';
import { instant, meaningOf, needed, number, records, text, Unreadable } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';

/** A service somebody was promised something for. */
export interface PromisedService {
  id: string;
  name: string;
  target: number;
  since: Date | undefined;
  until: Date | undefined;
  /** Around the clock when undefined. */
  calendar: ServiceCalendar | undefined;
  /** Disturbances shorter than so many seconds do not count. */
  minimumSeconds: number | undefined;
  credit: CreditTerms | undefined;
  help: PromisedHelp;
}

/** What an agreement says of help, in rules of their own. Seconds of service time; visits a calendar year. */
export interface PromisedHelp {
  respondSeconds?: number;
  restoreSeconds?: number;
  visits?: number;
}

/** The services of a TMF623-shaped sla that promise availability; other promises are not for this grid. */
export function servicesOf(sla: TmfBody): PromisedService[] {
  const rule = records(sla, 'rule').find((one) => /availability/i.test(text(one, 'metric') ?? ''));
  if (!rule) return [];
  const target = targetOf(rule);
  const since = dateOf(sla, 'startDateTime');
  const until = dateOf(sla, 'endDateTime');
  const rules = rulesOf(sla);
  const products = records(sla, 'relatedEntity').filter((one) => (text(one, '@referredType') ?? 'Product') === 'Product');
  return products.map((product) => {
    const id = needed(text(product, 'id'), 'relatedEntity.id');
    return { id, name: text(product, 'name') ?? text(sla, 'name') ?? id, target, since, until, ...rules };
  });
}

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** `08:30` in minutes after midnight. */
function minutesOf(clock: string | undefined): number | undefined {
  const [, hour, minute] = /^(\d{2}):(\d{2})$/.exec(clock ?? '') ?? [];
  const total = Number(hour) * 60 + Number(minute);
  return total <= 1440 ? total : undefined;
}

/** `serviceHours` of our own extension: days by name, from and to by the clock. @throws Unreadable for hours that are none: guessed ones would make a figure nobody promised. */
function calendarOf(sla: TmfBody): ServiceCalendar | undefined {
  const said = records(sla, 'serviceHours');
  if (said.length === 0) return undefined;
  return {
    open: said.map((hours) => {
      const [from, to] = [minutesOf(text(hours, 'from')), minutesOf(text(hours, 'to'))];
      const names = Array.isArray(hours['days']) ? (hours['days'] as unknown[]) : [];
      const days = DAYS.flatMap((name, index) => (names.includes(name) ? [index + 1] : []));
      if (from === undefined || to === undefined || from >= to || days.length === 0) throw new Unreadable('serviceHours', 'senseless');
      return { days, from, to };
    }),
  };
}

function stepOf(step: TmfBody): CreditStep[] {
  const [percent, above, below] = [number(step, 'percent'), number(step, 'above'), number(step, 'below')];
  if (percent === undefined || percent <= 0 || percent > 100) return [];
  if (above !== undefined) return [{ above, percent }];
  return below === undefined ? [] : [{ below, percent }];
}

/** `creditTerms` of our own extension; undefined where nothing is given back, or nobody says what. */
function creditOf(sla: TmfBody): CreditTerms | undefined {
  const [said] = records(sla, 'creditTerms');
  const steps = said ? records(said, 'step').flatMap(stepOf) : [];
  return said && steps.length > 0 ? { steps, capPercent: number(said, 'capPercent') } : undefined;
}

const SECONDS: Readonly<Record<string, number>> = { minute: 60, hour: 3_600 };

/** Rules for `timeToRespond` and `timeToRestore` (unit `minute` or `hour`) and `includedVisits` (unit `year`). */
function helpOf(sla: TmfBody): PromisedHelp {
  const rules = records(sla, 'rule');
  const of = (metric: string, units: Readonly<Record<string, number>>): number | undefined => {
    const rule = rules.find((one) => text(one, 'metric') === metric);
    const unit = rule && units[text(rule, 'unit') ?? ''];
    const value = rule && number(rule, 'referenceValue');
    return unit !== undefined && value !== undefined && value > 0 ? Math.round(value * unit) : undefined;
  };
  return optional({ respondSeconds: of('timeToRespond', SECONDS), restoreSeconds: of('timeToRestore', SECONDS), visits: of('includedVisits', { year: 1 }) });
}

function rulesOf(sla: TmfBody): Pick<PromisedService, 'calendar' | 'minimumSeconds' | 'credit' | 'help'> {
  return { calendar: calendarOf(sla), minimumSeconds: number(sla, 'minimumOutageSeconds'), credit: creditOf(sla), help: helpOf(sla) };
}

/** A share, or per cent: both are written as the reference value. */
function targetOf(rule: TmfBody): number {
  const value = needed(number(rule, 'referenceValue'), 'rule.referenceValue');
  const share = value > 1 ? Math.round(value * 1e5) / 1e7 : value;
  if (share <= 0 || share > 1) throw new Unreadable('rule.referenceValue', 'senseless');
  return share;
}

function dateOf(body: TmfBody, end: string): Date | undefined {
  const moment = instant(body, 'validFor', end);
  return moment === undefined ? undefined : new Date(moment);
}

const KINDS: Readonly<Record<string, AvailabilityStretch['kind']>> = {
  outage: 'outage',
  degraded: 'degraded',
  maintenance: 'maintenance',
  customerPending: 'waiting-for-you',
  noData: 'no-data',
};

/** The services an interval is about. None named means it cannot be laid to any. */
export const servicesTouched = (interval: TmfBody): string[] => records(interval, 'relatedEntity').flatMap((one) => text(one, 'id') ?? []);

/** An availabilityInterval, our named extension to TMF623. One without an end is still going on. */
export function stretchOf(interval: TmfBody): AvailabilityStretch {
  const from = needed(dateOf(interval, 'startDateTime'), 'validFor.startDateTime');
  const to = dateOf(interval, 'endDateTime');
  if (to && to < from) throw new Unreadable('validFor', 'senseless');
  const kind = needed(meaningOf(KINDS, text(interval, 'state')), 'state');
  return {
    id: needed(text(interval, 'id'), 'id'),
    kind,
    from,
    to,
    reason: text(interval, 'description'),
    ...(kind === 'degraded' && { weight: weightOf(interval) }),
  };
}

/** Whole per cent of an outage. Without it a degradation cannot be weighed. */
function weightOf(interval: TmfBody): number {
  const weight = Math.round(needed(number(interval, 'weight'), 'weight'));
  if (weight < 1 || weight > 100) throw new Unreadable('weight', 'senseless');
  return weight;
}
