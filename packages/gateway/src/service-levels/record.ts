import type { Gap, LocalDate, Money, Month } from '@faceplate/contracts';
import { daysInMonth } from '@faceplate/domain';
import type { AvailabilityStretch } from '@faceplate/domain/service-level';
import { monthlyOn, productOf } from '../products/products.adapter.ts';
import { productsBackend } from '../products/products.backend.ts';
import type { Call } from '../routing/route.ts';
import { orGap, readEach, unreadable } from '../tmf/gather.ts';
import type { OwnRows } from '../tmf/owned.ts';
import { isUnreadable } from '../tmf/read.ts';
import { type Setting, settingOf } from '../tmf/setting.ts';
import type { TmfBody } from '../upstream/types.ts';
import { keptRecord } from './kept-record.ts';
import { type PromisedService, servicesOf, servicesTouched, stretchOf } from './service-levels.adapter.ts';
import { serviceLevelsBackend } from './service-levels.backend.ts';

/** A service with a promise, and what the inventory knows of it. */
interface OwnService extends PromisedService {
  identifier: string | undefined;
  /** What the service costs in a month, tax included: by the prices that hold on its last day. */
  monthlyIn(month: Month): Money | undefined;
}

export interface ServiceRecord extends OwnService {
  stretches: AvailabilityStretch[];
}

/** What the inventory knows of each service. */
function inventoryOf(found: OwnRows | undefined, setting: Setting): Map<string, Pick<OwnService, 'identifier' | 'monthlyIn'>> {
  const read = (body: TmfBody) => {
    const product = productOf(body, setting);
    return product && { id: product.id, identifier: product.identifier, monthlyIn: (month: Month) => monthlyOn(body, { ...setting, today: lastDayOf(month) }) };
  };
  return new Map(found && readEach('TMF637', found, read).items.map(({ id, ...known }) => [id, known]));
}

const lastDayOf = (month: Month): LocalDate => `${month}-${daysInMonth(month)}`;

/** Every service with a promise, from two reads at once. */
async function promisedServices(call: Call): Promise<{ services: OwnService[]; gaps: Gap[] }> {
  const [promises, products] = await Promise.all([serviceLevelsBackend(call).promises(), orGap('TMF637', productsBackend(call).products())]);
  const { items, gaps } = readEach('TMF623', promises, servicesOf);
  const known = inventoryOf(products.value, settingOf(call));
  // Two promises for one service are two rows to a lawyer and one to a reader: the later one counts.
  const services = new Map(items.flat().toSorted((one, other) => +(one.since ?? 0) - +(other.since ?? 0)).map((one) => [one.id, one]));
  return {
    services: [...services.values()].map((one) => ({ identifier: undefined, monthlyIn: () => undefined, ...known.get(one.id), ...one })),
    gaps: [...gaps, ...products.gaps],
  };
}

/** What is known of somebody's service levels; what could not be read is a gap. */
interface Whole {
  services: ServiceRecord[];
  gaps: Gap[];
}

/** Every service with a promise and all that is known of its availability. A large record may be as it was a minute ago, if nothing was told since. */
export const readRecord = (call: Call): Promise<Whole> =>
  keptRecord(call, () => readRecordAnew(call), ({ services, gaps }) => (gaps.length > 0 ? 0 : services.reduce((sum, { stretches }) => sum + stretches.length, 0)));

/** The same from three reads at once: for where money is given. */
export async function readRecordAnew(call: Call): Promise<Whole> {
  const [promised, intervals] = await Promise.all([promisedServices(call), orGap('TMF623', serviceLevelsBackend(call).intervals())]);
  const history = historyOf(intervals.value);
  return {
    services: promised.services.map((one) => ({ ...one, stretches: history.of(one.id) })),
    gaps: [...promised.gaps, ...intervals.gaps, ...(history.lost > 0 ? [unreadable('TMF623', history.lost)] : [])],
  };
}

/** Where nothing can be known, all of time is without data; never "up". */
const BLANK: AvailabilityStretch = { id: 'no-record', kind: 'no-data', from: new Date(0), reason: 'The record of this service could not be read.' };

interface History {
  of(service: string): AvailabilityStretch[];
  /** Records that could not be read. */
  lost: number;
}

/**
 * What is known of each service. A record that cannot be read casts doubt on the services it names, or on all when it
 * names none; so does an answer that was cut short, or none at all.
 */
function historyOf(found: OwnRows | undefined): History {
  if (!found) return { of: () => [BLANK], lost: 0 };
  const read = found.rows.map((row) => ({ touched: servicesTouched(row), stretch: stretchOrBlank(row) }));
  const bad = read.filter(({ stretch }) => stretch === BLANK);
  const all = found.partial || found.unreadable > 0 || bad.some(({ touched }) => touched.length === 0) ? [BLANK] : [];
  const known = new Map<string, AvailabilityStretch[]>();
  for (const { touched, stretch } of read) {
    for (const id of touched) append(known, id, stretch);
  }
  return { of: (id) => [...(known.get(id) ?? []), ...all], lost: found.unreadable + bad.length };
}

function stretchOrBlank(row: TmfBody): AvailabilityStretch {
  try {
    return stretchOf(row);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return BLANK;
  }
}

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
