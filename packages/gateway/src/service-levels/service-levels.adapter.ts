import type { AvailabilityStretch } from '@faceplate/domain/service-level';
import { instant, meaningOf, needed, number, records, text, Unreadable } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';

/** A service somebody was promised something for. */
export interface PromisedService {
  id: string;
  name: string;
  target: number;
  since: Date | undefined;
  until: Date | undefined;
}

/** The services of a TMF623-shaped sla that promise availability; other promises are not for this grid. */
export function servicesOf(sla: TmfBody): PromisedService[] {
  const rule = records(sla, 'rule').find((one) => /availability/i.test(text(one, 'metric') ?? ''));
  if (!rule) return [];
  const target = targetOf(rule);
  const since = dateOf(sla, 'startDateTime');
  const until = dateOf(sla, 'endDateTime');
  const products = records(sla, 'relatedEntity').filter((one) => (text(one, '@referredType') ?? 'Product') === 'Product');
  return products.map((product) => {
    const id = needed(text(product, 'id'), 'relatedEntity.id');
    return { id, name: text(product, 'name') ?? text(sla, 'name') ?? id, target, since, until };
  });
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
  return {
    id: needed(text(interval, 'id'), 'id'),
    kind: needed(meaningOf(KINDS, text(interval, 'state')), 'state'),
    from,
    to,
    reason: text(interval, 'description'),
  };
}
