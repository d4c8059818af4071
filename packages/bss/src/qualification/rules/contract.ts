import { costNow } from '../../catalogue/catalogue.ts';
import { dayInWords } from '../../catalogue/read.ts';
import { reason, waitUntil } from '../reason.ts';
import type { Owned, Rule, Situation } from '../situation.ts';

/** A contract without a commitment ends a month after notice (German telecommunications law, § 56 TKG). */
export const NOTICE_MONTHS = 1;

/** The same day so many months later, or the last one of a shorter month. */
export function monthsLater(moment: number, months: number): number {
  const date = new Date(moment);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const days = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, days));
  return date.getTime();
}

const isCommitted = ({ committedUntil }: Owned, at: number): boolean => committedUntil !== undefined && committedUntil > at;

/** When it can end at the earliest: with its commitment, and never before the notice is over. */
export function earliestEnd({ committedUntil = -Infinity }: Owned, now: number): number {
  return Math.max(committedUntil, monthsLater(now, NOTICE_MONTHS));
}

const isUpgrade = ({ catalogue, now, wanted }: Situation, { monthly }: Owned): boolean =>
  costNow(catalogue, wanted.offering, now).monthlyAfter >= monthly;

/** Up at any time, down when the commitment is over; out with notice. */
export const contractRule: Rule = (situation) => {
  const { wanted, now } = situation;
  const { action, target, wantedOn } = wanted;
  if (!target) return [];
  const at = wantedOn ?? now;
  if (action === 'modify' && isCommitted(target, at) && !isUpgrade(situation, target)) {
    const until = target.committedUntil ?? at;
    return [reason('commitmentRuns', `Your ${target.name} is agreed until ${dayInWords(until)}; until then you can change to a larger offer only.`, waitUntil(until, 'You can change'))];
  }
  if (action !== 'delete') return [];
  const end = earliestEnd(target, now);
  if (isCommitted(target, at)) {
    return [reason('commitmentRuns', `Your ${target.name} is agreed until ${dayInWords(end)}.`, { ...waitUntil(end, 'It can end'), product: { id: target.id, name: target.name } })];
  }
  if (wantedOn === undefined || wantedOn >= end) return [];
  return [reason('noticeRuns', `Your ${target.name} ends one month after notice at the earliest.`, { ...waitUntil(end, 'It can end'), product: { id: target.id, name: target.name } })];
};
