import { addMonthsToDate, localDate, startOfDay } from '@faceplate/domain/calendar';
import { costNow } from '../../catalogue/catalogue.ts';
import { dayInWords } from '../../catalogue/read.ts';
import { instantOf, type Reason, reason, waitUntil } from '../reason.ts';
import type { Owned, Rule, Situation } from '../situation.ts';
import { ZONE } from '../../world/zone.ts';

/** A contract without a commitment ends a month after notice (German telecommunications law, § 56 TKG). */
export const NOTICE_MONTHS = 1;

/** The start of the same day of the month so many months later, where the operator is. */
export const monthsLater = (moment: number, months: number): number =>
  startOfDay(addMonthsToDate(localDate(moment, ZONE), months), ZONE).getTime();

const isCommitted = ({ committedUntil }: Owned, at: number): boolean => committedUntil !== undefined && committedUntil > at;

/** When it can end at the earliest: with its commitment, and never before the notice is over. */
export function earliestEnd({ committedUntil = -Infinity }: Owned, now: number): number {
  return Math.max(committedUntil, monthsLater(now, NOTICE_MONTHS));
}

const isUpgrade = ({ catalogue, now, wanted }: Situation, { monthly }: Owned): boolean =>
  costNow(catalogue, wanted.offering, now).monthlyAfter >= monthly;

const refOf = ({ id, name }: Owned) => ({ id, name });

function changing(situation: Situation, target: Owned, at: number): Reason[] {
  if (!isCommitted(target, at) || isUpgrade(situation, target)) return [];
  const until = target.committedUntil ?? at;
  const label = `Your ${target.name} is agreed until ${dayInWords(until)}; until then you can change to a larger offer only.`;
  return [reason('commitmentRuns', label, { ...waitUntil(until, 'You can change'), product: refOf(target) }, { product: target.name, upTo: instantOf(until) })];
}

function ending({ wanted: { wantedOn }, now }: Situation, target: Owned, at: number): Reason[] {
  const end = earliestEnd(target, now);
  const remedy = { ...waitUntil(end, 'It can end'), product: refOf(target) };
  if (isCommitted(target, at)) return [reason('commitmentRuns', `Your ${target.name} is agreed until ${dayInWords(end)}.`, remedy, { product: target.name, on: instantOf(end) })];
  if (wantedOn === undefined || wantedOn >= end) return [];
  return [reason('noticeRuns', `Your ${target.name} ends one month after notice at the earliest.`, remedy, { product: target.name })];
}

/** Up at any time, down when the commitment is over; out with notice. */
export const contractRule: Rule = (situation) => {
  const { action, target, wantedOn } = situation.wanted;
  if (!target || (action !== 'modify' && action !== 'delete')) return [];
  const at = wantedOn ?? situation.now;
  return action === 'modify' ? changing(situation, target, at) : ending(situation, target, at);
};
