import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Heard, judge, type Told, Truth } from './model.ts';

const truth: Told[] = [1, 2, 3, 4, 5].map((seq) => ({ seq, id: `e${seq}`, partyIds: seq === 3 ? ['other'] : ['me', 'other'] }));
const change = (seq: number): Heard => ({ kind: 'change', seq, id: `e${seq}` });
const start: Heard = { kind: 'start', seq: 0 };

const cases: [what: string, heard: Heard[], found: object][] = [
  ['everything once', [start, change(1), change(2), change(4), { kind: 'beat', seq: 4 }, change(5)], {}],
  ['a change that is missing', [start, change(1), change(4), change(5)], { gaps: 1 }],
  ['a beat that passes one over', [start, change(1), { kind: 'beat', seq: 2 }, change(4), change(5)], { gaps: 1 }],
  ['an end that comes too early', [start, change(1), change(2)], { gaps: 2 }],
  ['a start that skips', [{ kind: 'start', seq: 2 }, { kind: 'start', seq: 4 }, change(5)], { gaps: 1 }],
  ['one twice', [start, change(1), change(1), change(2), change(4), change(5)], { duplicates: 1 }],
  ["somebody else's", [start, change(1), change(2), change(3), change(4), change(5)], { foreign: 1 }],
  ['a hole that was said', [start, change(1), { kind: 'reset', seq: 4 }, change(5)], { resets: 1 }],
];
for (const [what, heard, found] of cases) {
  test(`sees ${what}`, () => {
    const { heard: count, ...rest } = judge(heard, new Truth(truth), 'me');
    assert.equal(count, heard.filter(({ kind }) => kind === 'change').length);
    assert.deepEqual(rest, { gaps: 0, duplicates: 0, foreign: 0, resets: 0, ...found });
  });
}
