import assert from 'node:assert/strict';
import { test } from 'node:test';
import { disagreements, serviceYear } from '../testing/service-years.ts';

// A handful; `prove X06` looks at 20,000.
test('years of the most various kind are what a look at every minute of them finds', () => {
  for (let seed = 1; seed <= 24; seed += 1) assert.deepEqual(disagreements(serviceYear(seed)), [], `year ${seed}`);
});

test('the look at every minute finds it when a rule is broken', () => {
  const year = { ...serviceYear(3), stretches: [{ id: 'x', kind: 'outage' as const, from: new Date('2025-06-01T10:00:30Z'), to: new Date('2025-06-01T10:05:00Z') }], year: 2025, now: new Date('2025-07-01T00:00:00Z') };
  // Half a minute is what it cannot see.
  assert.notDeepEqual(disagreements({ ...year, terms: { zone: 'UTC', target: 0.99 } }), []);
});
