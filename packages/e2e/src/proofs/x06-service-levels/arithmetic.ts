import { isDeepStrictEqual } from 'node:util';
import { disagreements, GOLDEN, serviceYear } from '@faceplate/domain/testing/service-levels';
import { type Finding, finding } from '../proof.ts';

const YEARS = { small: 120, full: 20_000 };

/** What was worked out by hand. */
export function golden(): Finding {
  const cases = GOLDEN.map(({ name, working, is, should }) => (isDeepStrictEqual(is(), should) ? undefined : `${name}: ${working}`));
  return finding('cases worked out by hand', `${cases.length} cases`, cases);
}

/** The module against the twin that looks at every minute. */
export function years(seed: number, full: boolean, tell: (progress: string) => void): Finding {
  const cases: (string | undefined)[] = [];
  for (let index = 0; index < (full ? YEARS.full : YEARS.small); index += 1) {
    const found = disagreements(serviceYear(seed * 100_000 + index));
    cases.push(found.length > 0 ? `year ${seed * 100_000 + index}: ${found.slice(0, 2).join('; ')}` : undefined);
    if (index % 1_000 === 999) tell(`${index + 1} years`);
  }
  return finding('years in which every minute was looked at', `${cases.length} years`, cases);
}

/** The twin must notice: half a minute is what it cannot see, and it has to say so. */
export function yearsCanFail(): Finding {
  const stretches = [{ id: 'x', kind: 'outage' as const, from: new Date('2025-06-01T10:00:30Z'), to: new Date('2025-06-01T10:05:00Z') }];
  const year = { ...serviceYear(1), year: 2025, now: new Date('2025-07-01T00:00:00Z'), terms: { zone: 'UTC', target: 0.99 }, stretches };
  return finding('a year that is not on whole minutes is caught', 'planted', [disagreements(year).length > 0 ? undefined : 'the twin agrees with anything']);
}
