import type { AvailabilityStretch, OpenHours, ServiceLevelTerms } from '@faceplate/domain/service-level';
import { instant, type Json, objects, oneOf, text } from '../simulator/course.ts';
import type { Resource, StoreReader } from '../store/store.ts';
import { ZONE } from '../world/zone.ts';
import type { IntervalState } from './compliance.ts';

/** What an `sla` promises about the availability of one product. */
export interface Agreement {
  sla: Resource;
  /** Reference to the product. */
  product: Json;
  rule: Json;
  terms: ServiceLevelTerms;
}

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const minutes = (clock: unknown): number | undefined => {
  const [, hour, minute] = /^(\d{2}):(\d{2})$/.exec(text(clock) ?? '') ?? [];
  const total = Number(hour) * 60 + Number(minute);
  return total >= 0 && total <= 1440 ? total : undefined;
};

function openIn({ from: begin, to: end, days: named }: Json): OpenHours | undefined {
  const [from, to] = [minutes(begin), minutes(end)];
  const names = Array.isArray(named) ? named : [];
  const days = DAYS.flatMap((name, index) => (names.includes(name) ? [index + 1] : []));
  return from !== undefined && to !== undefined && from < to && days.length > 0 ? { days, from, to } : undefined;
}

/** A share, or per cent: both are written as a reference value. Undefined for what is neither. */
function targetOf(rule: Json): number | undefined {
  const value = Number(rule['referenceValue']);
  const share = value > 1 ? Math.round(value * 1e5) / 1e7 : value;
  return share > 0 && share <= 1 ? share : undefined;
}

/** The rules that an agreement is judged by; undefined where its hours cannot be read: guessed ones would break a promise that nobody gave. */
function termsOf(sla: Resource, target: number): ServiceLevelTerms | undefined {
  const hours = objects(sla['serviceHours']).map(openIn);
  const open = hours.filter((one) => one !== undefined);
  if (open.length < hours.length) return undefined;
  const [validFor] = objects(sla['validFor']);
  const [since, until] = [instant(validFor?.['startDateTime']), instant(validFor?.['endDateTime'])];
  const least = sla['minimumOutageSeconds'];
  return {
    zone: ZONE,
    target,
    ...(since > 0 && { since: new Date(since) }),
    ...(until > 0 && { until: new Date(until) }),
    ...(open.length > 0 && { calendar: { open } }),
    ...(typeof least === 'number' && { minimumSeconds: least }),
  };
}

/** The promises of availability in an agreement, one for each product; none where it promises other things. */
export function agreementsOf(sla: Resource): Agreement[] {
  const rule = objects(sla['rule']).find(({ metric }) => /availability/i.test(text(metric) ?? ''));
  const target = rule && targetOf(rule);
  const terms = target === undefined ? undefined : termsOf(sla, target);
  if (!rule || !terms) return [];
  const products = objects(sla['relatedEntity']).filter((one) => typeof one['id'] === 'string' && (one['@referredType'] ?? 'Product') === 'Product');
  return products.map((product) => ({ sla, product, rule, terms }));
}

/** One stretch in which a product was not simply up, as it stands in the books. */
export interface Recorded extends AvailabilityStretch {
  state: IntervalState;
}

const KINDS: Readonly<Record<IntervalState, AvailabilityStretch['kind']>> = { outage: 'outage', degraded: 'degraded', maintenance: 'maintenance', customerPending: 'waiting-for-you', noData: 'no-data' };

const isState = (value: unknown): value is IntervalState => typeof value === 'string' && Object.hasOwn(KINDS, value);

/** How much of an outage it was, in per cent. Without that a degradation cannot be weighed; all else has no weight of its own. */
function weighed({ state, weight }: Resource): { weight?: number } | undefined {
  if (state !== 'degraded') return {};
  return typeof weight === 'number' && weight >= 1 && weight <= 100 ? { weight: Math.round(weight) } : undefined;
}

function recordedIn(body: Resource): Recorded[] {
  const [validFor] = objects(body['validFor']);
  const [from, to] = [instant(validFor?.['startDateTime']), instant(validFor?.['endDateTime'])];
  const { id, state } = body;
  const weight = weighed(body);
  if (from === 0 || !isState(state) || !weight) return [];
  return [{ id, state, kind: KINDS[state], from: new Date(from), ...(to > 0 && { to: new Date(to) }), ...weight }];
}

/** Everything that is known of the availability of a product, oldest first. */
export async function recordOf(reader: StoreReader, product: Json): Promise<Recorded[]> {
  const where = [oneOf('relatedEntity.id', String(product['id']))];
  const { rows } = await reader.list('availabilityInterval', { where, sort: [{ path: ['validFor', 'startDateTime'] }] });
  return rows.flatMap(({ body }) => recordedIn(body));
}

/** The part of a record that touches a span of milliseconds. */
export const touching = (record: readonly Recorded[], { from: begin, to: end }: { from: Date; to: Date }, now: number): Recorded[] =>
  record.filter(({ from, to }) => from < end && +(to ?? now) > +begin);
