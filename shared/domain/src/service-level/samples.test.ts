import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { NO_SAMPLE, stretchesOf } from './samples.ts';

const from = new Date('2026-11-10T10:00:00Z');

test('samples become stretches, each sample standing for the time up to the next', () => {
  const seen = Uint8Array.of(0, 100, 100, 50, 0, NO_SAMPLE, 0, 100);
  const minutes = (count: number) => new Date(+from + count * 60_000);
  assert.deepEqual(stretchesOf({ from, everySeconds: 300, seen }), [
    { kind: 'outage', from: minutes(5), to: minutes(15) },
    { kind: 'degraded', weight: 50, from: minutes(15), to: minutes(20) },
    { kind: 'no-data', from: minutes(25), to: minutes(30) },
    { kind: 'outage', from: minutes(35), to: minutes(40) },
  ]);
});

test('no sample is lost or made up, wherever it stands among those that are up', () => {
  const runs = fc.array(fc.tuple(fc.constantFrom(0, 0, 0, 1, 100, NO_SAMPLE), fc.integer({ min: 1, max: 40 })), { maxLength: 30 });
  fc.assert(
    fc.property(runs, fc.nat({ max: 9 }), (written, offset) => {
      const codes = written.flatMap(([code, length]) => Array.from({ length }, () => code));
      const seen = new Uint8Array(new ArrayBuffer(codes.length + offset), offset);
      seen.set(codes);
      const again = new Uint8Array(codes.length);
      for (const { kind, weight, from: begin, to } of stretchesOf({ from, everySeconds: 1, seen }))
        again.fill(kind === 'outage' ? 100 : (weight ?? NO_SAMPLE), (+begin - +from) / 1000, (+(to ?? begin) - +from) / 1000);
      assert.deepEqual([...again], codes);
    }),
  );
});
