import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPromises } from './promises.ts';

const line = { id: 'G5', what: 'no reports', n: 12, failures: 0, figure: '0 | 0', seed: 7 };
const when = { day: '2026-11-22', full: true };

test('the README says what was proven, and what was not', () => {
  const readme = 'before\n<!-- prove:start -->\nold\n<!-- prove:end -->\nafter\n';
  const written = withPromises(readme, [line, { ...line, id: 'V4', failures: 2 }], when);
  assert.match(written, /^before\n<!-- prove:start -->\nWritten by `pnpm prove --readme`\./);
  assert.match(written, /\| G5 \| no reports \| 12 \| 0 \\\| 0 \| holds \| 2026-11-22, in full \|\n\| V4 .* \*\*does not hold yet\*\* \(2\) \| 2026-11-22, in full \|/);
  assert.match(written, /<!-- prove:end -->\nafter\n$/);
});

test('what was not run again stands as it was shown, and what was is shown anew', () => {
  const written = withPromises('<!-- prove:start --><!-- prove:end -->', [line, { ...line, id: 'V4', figure: 'old' }], when);
  const again = withPromises(written, [{ ...line, id: 'R1' }, { ...line, id: 'V4', figure: 'new' }], { day: '2026-11-23', full: false });
  const rows = again.split('\n').filter((row) => /^\| [A-Z]/.test(row));
  assert.deepEqual(rows.map((row) => row.split(' | ')[0]), ['| G5', '| R1', '| V4']);
  assert.match(rows[0] ?? '', /2026-11-22, in full \|$/);
  assert.match(rows[2] ?? '', /new \| holds \| 2026-11-23 \|$/);
});

test('what a machine could not show is not said to hold', () => {
  const unseen = { ...line, id: 'R2', n: 0, figure: 'not shown', notShown: 'There is no Postgres on this machine.' };
  const written = withPromises('<!-- prove:start --><!-- prove:end -->', [unseen], when);
  assert.match(written, /\| R2 .* not shown: There is no Postgres on this machine\. \|/);
  assert.doesNotMatch(written, /holds/);
});

test('a README without a place for it is told', () => {
  assert.throws(() => withPromises('nothing here', [line], when), /prove:start/);
});

test('a long figure is cut at a word', () => {
  const [row = ''] = withPromises('<!-- prove:start --><!-- prove:end -->', [{ ...line, figure: 'one two '.repeat(60) }], when).split('\n').filter((one) => one.startsWith('| G5'));
  assert.match(row, / (one|two) … \| holds/);
  assert.ok(row.length < 220);
});
