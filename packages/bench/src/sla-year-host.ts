import type { StoredRecord } from '@faceplate/bss';
import { type SampleSeries, stretchesOf } from '@faceplate/domain/service-level';
import { NOW, serveBench } from './operator-host.ts';
import { chance } from './statistics.ts';

const EVERY_SECONDS = 300;
/** Samples of a year, one every five minutes. */
export const SAMPLES = (366 * 86_400) / EVERY_SECONDS;
/** Stretches a year in which a service is down, slow or not seen. */
const TROUBLES = 24;
const SEED = 5;

/** A year of what a probe saw of a service, up to now: mostly up. */
function yearOf(random: () => number): SampleSeries {
  const seen = new Uint8Array(SAMPLES);
  for (let trouble = 0; trouble < TROUBLES; trouble += 1) {
    const at = Math.floor(random() * (SAMPLES - 40));
    const code = [100, 100, 50, 255][Math.floor(random() * 4)] ?? 100;
    seen.fill(code, at, at + 1 + Math.floor(random() * random() * 12));
  }
  return { from: new Date(+NOW - SAMPLES * EVERY_SECONDS * 1000), everySeconds: EVERY_SECONDS, seen };
}

export const yearsOf = (services: number): SampleSeries[] => {
  const random = chance(SEED);
  return Array.from({ length: services }, () => yearOf(random));
};

const STATES = { outage: 'outage', degraded: 'degraded', 'no-data': 'noData' } as const;
type Sampled = keyof typeof STATES;

/** So many services like one of the person's own, with the stretches of a year of samples each. */
export function servicesLike(world: readonly StoredRecord[], whose: string, services: number): StoredRecord[] {
  const like = (resource: string, id?: unknown) => {
    const found = world.find((one) => one.resource === resource && JSON.stringify(one.body['relatedParty']).includes(whose) && (id === undefined || one.body.id === id));
    if (!found) throw new Error(`There is no ${resource} to take after.`);
    return found.body;
  };
  const sla = like('sla');
  const [promised] = sla['relatedEntity'] as { id: string; name: string }[];
  const product = like('product', promised?.id);
  const interval = like('availabilityInterval');
  return yearsOf(services).flatMap((year, index): StoredRecord[] => {
    const name = `Site ${String(index + 1).padStart(3, '0')}, ${product['name'] as string}`;
    const relatedEntity = [{ ...promised, id: `line${index}`, name }];
    const recorded = stretchesOf(year).map(({ kind, weight, from, to }, at) => ({
      resource: 'availabilityInterval',
      body: { ...interval, id: `i${index}x${at}`, state: STATES[kind as Sampled], ...(weight !== undefined && { weight }), validFor: { startDateTime: from.toISOString(), endDateTime: to?.toISOString() }, relatedEntity },
    }));
    return [
      { resource: 'product', body: { ...product, id: `line${index}`, name } },
      { resource: 'sla', body: { ...sla, id: `sla${index}`, relatedEntity } },
      ...recorded,
    ] as StoredRecord[];
  });
}

/** Nothing, or the grid of the person's services. */
const bodyOf = (name: string): string => (name === 'blank' ? '' : '<script type="module" src="/embed/sla-dashboard.js"></script><fp-sla-dashboard></fp-sla-dashboard>');

/** Ada's world with so many services, and a page with their grid. */
export const serveSlaYear = (services: number) => serveBench({ more: (world, ada) => servicesLike(world, ada, services), bodyOf });
