import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { monthBounds } from '../calendar.ts';
import { GOLDEN } from '../testing/golden/index.ts';
import { type AvailabilityStretch, figuresOf, percentCut, type ServiceLevelTerms, stateOf } from './index.ts';

interface Example {
  terms?: Partial<ServiceLevelTerms>;
  intervals: readonly { kind: AvailabilityStretch['kind']; from: string; to: string; weight?: number }[];
  gives: Readonly<Record<string, unknown>>;
}

const guide = await readFile(new URL('../../../../docs/guides/sla-arithmetic.md', import.meta.url), 'utf8');

test('every example of the guide gives what the guide says', () => {
  const examples = [...guide.matchAll(/```json example\n([\s\S]*?)```/g)].map(([, text = '']) => JSON.parse(text) as Example);
  assert.ok(examples.length >= 4);
  for (const { terms = {}, intervals, gives } of examples) {
    const stretches = intervals.map(({ from, to, ...one }, index) => ({ ...one, id: `e${index}`, from: new Date(from), to: new Date(to) }));
    const rules = { zone: 'Europe/Berlin', target: 0.9995, ...terms };
    const figures = figuresOf(stretches, monthBounds('2026-11', rules.zone), rules, new Date('2027-01-01T00:00:00Z'));
    const found: Record<string, unknown> = { ...figures, downSeconds: figures.downHundredths / 100, state: stateOf(figures, rules.target), percent: percentCut(figures, 3) };
    assert.deepEqual(Object.fromEntries(Object.keys(gives).map((name) => [name, found[name]])), gives);
  }
});

test('the guide counts the cases worked out by hand as they are', () => {
  assert.match(guide, new RegExp(`; ${GOLDEN.length} more`));
});
