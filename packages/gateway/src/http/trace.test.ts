import assert from 'node:assert/strict';
import { test } from 'node:test';
import { traceOf, traceparentOf } from './trace.ts';

const TRACE = '4bf92f35-77b3-4da6-a3ce-929d0e0e4736';

test('a trace that was begun in front goes on', () => {
  assert.equal(traceOf('00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'), TRACE);
});

test('what is no trace begins none', () => {
  const digits = '4bf92f3577b34da6a3ce929d0e0e4736';
  for (const wrong of [
    undefined,
    '',
    `00-${digits}`,
    `ff-${digits}-00f067aa0ba902b7-01`,
    `00-${digits.toUpperCase()}-00f067aa0ba902b7-01`,
    `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
    `00-${digits}-${'0'.repeat(16)}-01`,
    `00-${digits}-00f067aa0ba902b7-01\r\nx: y`,
  ]) assert.equal(traceOf(wrong), undefined, wrong);
});

test('each call behind is a span of its own in the same trace', () => {
  const all = Array.from({ length: 100 }, () => traceparentOf(TRACE) ?? '');
  assert.equal(new Set(all).size, 100);
  for (const one of all) assert.equal(traceOf(one), TRACE);
  assert.equal(traceparentOf('registration'), undefined);
});
