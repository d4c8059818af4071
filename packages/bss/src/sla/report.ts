import { addMonths, localMonth, monthBounds, monthsUntil } from '@faceplate/domain/calendar';
import { definitionOf } from '../definitions/definitions.ts';
import type { Noun } from '../nouns/noun.ts';
import { type Json, objects, oneOf } from '../simulator/course.ts';
import type { Resource, StoreReader } from '../store/store.ts';
import { type Agreement, agreementsOf, type Recorded, recordOf } from './agreement.ts';
import { allowanceUsed, availabilityOf, figuresOf, outcomeOf } from './availability.ts';

const MONTHS = 13;

/** What came of a promise in one month, and all that the figure is made of. */
function monthRow({ pledge, product }: Agreement, month: string, record: readonly Recorded[], violations: readonly Resource[], now: number): Json {
  const figures = figuresOf(record, month, pledge, now);
  const bounds = monthBounds(month, pledge.zone);
  const start = bounds.from.toISOString();
  const violation = violations.find((one) => objects(one['validFor'])[0]?.['startDateTime'] === start && objects(one['relatedEntity']).some(({ id }) => id === product['id']));
  const availability = availabilityOf(figures);
  const used = allowanceUsed(figures, pledge.target);
  return {
    month,
    product,
    validFor: { startDateTime: start, endDateTime: bounds.to.toISOString() },
    outcome: outcomeOf(figures, pledge.target),
    isFinal: bounds.to.getTime() <= now,
    ...(availability !== undefined && { availability }),
    ...figures,
    // A promise of no interruption at all leaves no allowance to use a share of.
    ...(Number.isFinite(used) && { allowanceUsed: Math.floor(used * 1000) / 1000 }),
    interval: record.filter(({ from, to = now }) => from < bounds.to.getTime() && to > bounds.from.getTime()).map(({ id, state }) => ({ id, state })),
    ...(violation && { slaViolation: { id: violation.id, href: violation.href } }),
  };
}

/** The months shown: the running one and twelve before it, none before the promise. */
function monthsOf({ pledge }: Agreement, now: number): string[] {
  const first = pledge.since === undefined ? '' : localMonth(pledge.since, pledge.zone);
  const last = pledge.until === undefined ? undefined : localMonth(pledge.until - 1, pledge.zone);
  return monthsUntil(localMonth(now, pledge.zone), MONTHS).filter((month) => month >= first && (last === undefined || month < addMonths(last, 1)));
}

/** A promise month by month, reckoned afresh from the intervals whenever it is asked for. Our own extension, named as one. */
async function composed(reader: StoreReader, sla: Resource, now: Date): Promise<Resource> {
  const { path, type } = definitionOf('slaComplianceReport');
  const moment = now.getTime();
  const violations = (await reader.list('slaViolation', { where: [oneOf('sla.id', sla.id)] })).rows.map(({ body }) => body);
  const rows: Json[] = [];
  const agreements = agreementsOf(sla);
  for (const agreement of agreements) {
    const record = await recordOf(reader, agreement.product);
    rows.push(...monthsOf(agreement, moment).map((month) => monthRow(agreement, month, record, violations, moment)));
  }
  return {
    id: sla.id,
    href: `${path}/${sla.id}`,
    '@type': type,
    '@baseType': 'Sla',
    name: sla['name'],
    sla: { id: sla.id, href: sla.href, name: sla['name'] },
    ...(agreements[0] && { target: agreements[0].pledge.target, zone: agreements[0].pledge.zone }),
    relatedParty: objects(sla['relatedParty']),
    relatedEntity: objects(sla['relatedEntity']),
    reportDate: now.toISOString(),
    compliance: rows,
  };
}

export const slaComplianceReportNoun: Noun = { resource: 'slaComplianceReport', composed };
