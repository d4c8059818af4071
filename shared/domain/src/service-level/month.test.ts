import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Month } from '@faceplate/contracts';
import { monthBounds } from '../calendar.ts';
import { type AvailabilityStretch, badness, figuresOf, partsOf, type ServiceLevelTerms, stateOf } from './index.ts';

const zone = 'Europe/Berlin';
const now = new Date('2027-01-15T00:00:00Z');
const options = { zone, target: 0.9995, now };
let count = 0;

/** A month, in the words of the tests. */
function cellOf(stretches: readonly AvailabilityStretch[], month: Month, { now: until, ...terms }: ServiceLevelTerms & { now: Date }) {
  const { countedSeconds, downHundredths, maintenanceSeconds, waitingSeconds, unknownSeconds, ...rest } = figuresOf(stretches, monthBounds(month, zone), terms, until);
  const figures = { countedSeconds, downHundredths, unknownSeconds };
  return { ...figures, state: stateOf(figures, terms.target), downSeconds: downHundredths / 100, excludedSeconds: maintenanceSeconds + waitingSeconds, outsideSeconds: rest.outsideSeconds };
}
const downOf = (stretches: readonly AvailabilityStretch[], month: Month) =>
  partsOf(stretches, monthBounds(month, zone), options, now).map(({ downHundredths }) => downHundredths / 100);

function stretch(kind: AvailabilityStretch['kind'], from: string, to?: string): AvailabilityStretch {
  count += 1;
  return { id: `s${count}`, kind, from: new Date(from), ...(to && { to: new Date(to) }) };
}

test('a quiet November: every second of thirty days counts', () => {
  assert.deepEqual(cellOf([], '2026-11', options), {
    state: 'met', countedSeconds: 2_592_000, downHundredths: 0, downSeconds: 0, excludedSeconds: 0, unknownSeconds: 0, outsideSeconds: 0,
  });
});

test('the months of the clock change are 3,600 seconds shorter and longer', () => {
  assert.equal(cellOf([], '2026-03', options).countedSeconds, 31 * 86_400 - 3_600);
  assert.equal(cellOf([], '2026-10', options).countedSeconds, 31 * 86_400 + 3_600);
});

test('an outage through the night of the clock change lasts as long as it lasts', () => {
  // 25 October 2026: 01:30 summer time to 02:30 winter time is two hours on a stopwatch, one on the wall.
  const cell = cellOf([stretch('outage', '2026-10-24T23:30:00Z', '2026-10-25T01:30:00Z')], '2026-10', options);
  assert.equal(cell.downSeconds, 7_200);
});

test('an outage across local midnight is shared by the two months', () => {
  const night = [stretch('outage', '2026-10-31T22:30:00Z', '2026-10-31T23:20:00Z')];
  assert.equal(cellOf(night, '2026-10', options).downSeconds, 1_800);
  assert.equal(cellOf(night, '2026-11', options).downSeconds, 1_200);
});

test('planned work is left out inside its window only', () => {
  // Window 01:00-03:00 local; the service was down 02:30-03:10, so ten minutes overran.
  const cell = cellOf([
    stretch('maintenance', '2026-11-10T00:00:00Z', '2026-11-10T02:00:00Z'),
    stretch('outage', '2026-11-10T01:30:00Z', '2026-11-10T02:10:00Z'),
  ], '2026-11', options);
  assert.deepEqual([cell.excludedSeconds, cell.downSeconds, cell.countedSeconds], [7_200, 600, 2_592_000 - 7_200]);
});

test('overlapping outages count once', () => {
  const both = [
    stretch('outage', '2026-11-10T10:00:00Z', '2026-11-10T10:20:00Z'),
    stretch('outage', '2026-11-10T10:10:00Z', '2026-11-10T10:30:00Z'),
  ];
  assert.equal(cellOf(both, '2026-11', options).downSeconds, 1_800);
  assert.deepEqual(downOf(both, '2026-11'), [1_200, 600]);
});

test('time waiting for the customer is left out of the outage it interrupts', () => {
  const cell = cellOf([
    stretch('outage', '2026-11-10T10:00:00Z', '2026-11-10T14:00:00Z'),
    stretch('waiting-for-you', '2026-11-10T11:00:00Z', '2026-11-10T13:00:00Z'),
  ], '2026-11', options);
  assert.deepEqual([cell.downSeconds, cell.excludedSeconds], [7_200, 7_200]);
});

test('no data is unknown, never up, and does not hide a known outage', () => {
  const cell = cellOf([
    stretch('no-data', '2026-11-10T10:00:00Z', '2026-11-10T12:00:00Z'),
    stretch('outage', '2026-11-10T11:30:00Z', '2026-11-10T12:30:00Z'),
  ], '2026-11', options);
  assert.deepEqual([cell.unknownSeconds, cell.downSeconds, cell.countedSeconds], [5_400, 3_600, 2_592_000 - 5_400]);
  assert.equal(cellOf([stretch('no-data', '2026-11-01T00:00:00Z', '2026-11-29T00:00:00Z')], '2026-11', options).state, 'unknown');
  assert.equal(cellOf([stretch('no-data', '2026-10-01T00:00:00Z', '2026-12-29T00:00:00Z')], '2026-11', options).state, 'unknown');
});

test('a month is judged only as far as it has come, and only while the promise holds', () => {
  const early = { ...options, now: new Date('2026-11-01T00:00:00Z') };
  assert.equal(cellOf([], '2026-11', early).countedSeconds, 3_600);
  assert.equal(cellOf([], '2026-12', early).state, 'unknown');
  const late = { ...options, since: new Date('2026-11-29T23:00:00Z') };
  assert.equal(cellOf([], '2026-11', late).countedSeconds, 86_400);
  assert.equal(cellOf([stretch('outage', '2026-10-31T23:10:00Z')], '2026-11', { ...early, now: new Date('2026-10-31T23:15:00Z') }).downSeconds, 300);
});

test('met, near and missed at their edges', () => {
  // 99.95 % of 2,592,000 s leaves 1,296 s; a quarter of that is 324 s.
  const state = (downSeconds: number) => stateOf({ countedSeconds: 2_592_000, downHundredths: downSeconds * 100, unknownSeconds: 0 }, 0.9995);
  assert.deepEqual([0, 972, 973, 1_296, 1_297].map(state), ['met', 'met', 'near', 'near', 'missed']);
  assert.equal(stateOf({ countedSeconds: 100, downHundredths: 0, unknownSeconds: 0 }, 1), 'met');
  assert.equal(stateOf({ countedSeconds: 100, downHundredths: 100, unknownSeconds: 0 }, 1), 'missed');
  assert.equal(stateOf({ countedSeconds: 100, downHundredths: 9000, unknownSeconds: 1000 }, 0.9995), 'missed');
});

test('how bad a service is: missed, near, budget used', () => {
  const row = (...stretches: AvailabilityStretch[]) => ({ target: 0.9995, cells: [cellOf(stretches, '2026-11', options)] });
  const missed = row(stretch('outage', '2026-11-10T10:00:00Z', '2026-11-10T12:00:00Z'));
  const near = row(stretch('outage', '2026-11-10T10:00:00Z', '2026-11-10T10:20:00Z'));
  const some = row(stretch('outage', '2026-11-10T10:00:00Z', '2026-11-10T10:05:00Z'));
  assert.deepEqual([row(), missed, near].map(({ cells, target }) => badness(cells, target).slice(0, 2)), [[0, 0], [1, 0], [0, 1]]);
  assert.equal(badness(row().cells, 0.9995)[2], 0);
  // 5 of the 21.6 minutes that November allows.
  assert.equal(badness(some.cells, 0.9995)[2], 300 / 1_296);
  assert.equal(badness(some.cells, 1)[2], Number.MAX_SAFE_INTEGER);
});

const kinds = fc.constantFrom('outage', 'maintenance', 'waiting-for-you', 'no-data');
const history = fc.array(
  fc.record({ kind: kinds, from: fc.integer({ min: -5_000_000, max: 6_000_000 }), length: fc.integer({ min: 0, max: 900_000_000 }) }),
  { maxLength: 12 },
).map((all) => all.map(({ kind, from, length }, index): AvailabilityStretch => {
  const begin = Date.UTC(2026, 9, 1) + from * 1000;
  return { id: `p${index}`, kind, from: new Date(begin), to: new Date(begin + length) };
}));

test('counted, excluded and unknown fill the month; the parts of down add up to it', () => {
  fc.assert(fc.property(history, (stretches) => {
    const cell = cellOf(stretches, '2026-10', options);
    const { from, to } = monthBounds('2026-10', zone);
    assert.equal(cell.countedSeconds + cell.excludedSeconds + cell.unknownSeconds, (+to - +from) / 1000);
    assert.ok(cell.downSeconds <= cell.countedSeconds);
    const parts = downOf(stretches, '2026-10');
    assert.equal(parts.reduce((sofar, part) => sofar + part, 0), cell.downSeconds);
  }));
});

test('agrees with a clock that asks every second what it is', () => {
  const short = history.map((all) => all.map((one, index): AvailabilityStretch => {
    const begin = Date.UTC(2026, 9, 31, 22, 40) + (index * 977 % 2400) * 1000;
    return { ...one, from: new Date(begin), to: new Date(begin + (+(one.to ?? now) - +one.from) / 1000) };
  }));
  const until = new Date('2026-10-31T23:40:00Z');
  fc.assert(fc.property(short, (stretches) => {
    const naive = { counted: 0, down: 0, excluded: 0, unknown: 0 };
    for (let second = Date.UTC(2026, 9, 31, 23) / 1000; second < +until / 1000; second += 1) {
      const is = (kind: string) =>
        stretches.some((one) => one.kind === kind && Math.floor(+one.from / 1000) <= second && second < Math.floor(+(one.to ?? until) / 1000));
      if (is('maintenance') || is('waiting-for-you')) naive.excluded += 1;
      else if (is('outage')) { naive.down += 1; naive.counted += 1; }
      else if (is('no-data')) naive.unknown += 1;
      else naive.counted += 1;
    }
    const cell = cellOf(stretches, '2026-11', { ...options, now: until });
    const exact = { counted: cell.countedSeconds, down: cell.downSeconds, excluded: cell.excludedSeconds, unknown: cell.unknownSeconds };
    assert.deepEqual(exact, naive);
  }), { numRuns: 60 });
});
