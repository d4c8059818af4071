import { addMonths, localMonth, monthBounds, monthsUntil } from '@faceplate/domain/calendar';
import { definitionOf } from '../definitions/definitions.ts';
import type { Noun } from '../nouns/noun.ts';
import { type Json, objects, oneOf } from '../simulator/course.ts';
import type { Resource, StoreReader } from '../store/store.ts';
import { burnRateOf } from '@faceplate/domain/service-level';
import { type Agreement, agreementsOf, type Recorded, recordOf, touching } from './agreement.ts';
import { availabilityOf, figuresIn, outcomeOf, toldFigures } from './compliance.ts';

const MONTHS = 13;

/** What came of a promise in one month, and all that the figure is made of. */
function monthRow({ terms, product }: Agreement, month: string, record: readonly Recorded[], violations: readonly Resource[], now: number): Json {
  const figures = figuresIn(record, month, terms, now);
  const bounds = monthBounds(month, terms.zone);
  const start = bounds.from.toISOString();
  const violation = violations.find((one) => objects(one['validFor'])[0]?.['startDateTime'] === start && objects(one['relatedEntity']).some(({ id }) => id === product['id']));
  const availability = availabilityOf(figures);
  const used = burnRateOf(figures, terms.target) ?? 0;
  return {
    month,
    product,
    validFor: { startDateTime: start, endDateTime: bounds.to.toISOString() },
    outcome: outcomeOf(figures, terms.target),
    isFinal: bounds.to.getTime() <= now,
    ...(availability !== undefined && { availability }),
    ...toldFigures(figures),
    // A promise of no interruption at all leaves no allowance to use a share of.
    ...(Number.isFinite(used) && { allowanceUsed: Math.floor(used * 1000) / 1000 }),
    interval: touching(record, bounds, now).map(({ id, state }) => ({ id, state })),
    ...(violation && { slaViolation: { id: violation.id, href: violation.href } }),
  };
}

/** The months shown: the running one and twelve before it, none before the promise. */
function monthsOf({ terms }: Agreement, now: number): string[] {
  const first = terms.since === undefined ? '' : localMonth(terms.since, terms.zone);
  const last = terms.until === undefined ? undefined : localMonth(+terms.until - 1, terms.zone);
  return monthsUntil(localMonth(now, terms.zone), MONTHS).filter((month) => month >= first && (last === undefined || month < addMonths(last, 1)));
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
    ...(agreements[0] && { target: agreements[0].terms.target, zone: agreements[0].terms.zone }),
    relatedParty: objects(sla['relatedParty']),
    relatedEntity: objects(sla['relatedEntity']),
    reportDate: now.toISOString(),
    compliance: rows,
  };
}

export const slaComplianceReportNoun: Noun = { resource: 'slaComplianceReport', composed };
