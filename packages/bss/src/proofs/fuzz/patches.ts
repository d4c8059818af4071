import { type Attack, existing } from './terrain.ts';
import { oddValue } from '../differential/values.ts';
import type { Dice } from '../../world/random.ts';

const POINTERS = ['', '/', '/id', '/a', '/a/-', '/a/0', '/a/-1', '/a/1e3', '/__proto__/x', '/constructor/prototype/x', '/~', '/~2', '/~01', '/a~1b', 'a', '/relatedParty/0/id', '/a/b/c/d', '//', '/\u0000', '/toString'];
const HEADERS = { 'content-type': 'application/json-patch+json' };

const operation = (dice: Dice): unknown => ({
  op: dice.pick<unknown>(['add', 'remove', 'replace', 'move', 'copy', 'test', 'ADD', '', null, 7]),
  path: dice.chance(0.9) ? dice.pick(POINTERS) : oddValue(dice),
  from: dice.pick(POINTERS),
  value: oddValue(dice),
});

const operations: Attack = (dice, terrain) => {
  const body = JSON.stringify(Array.from({ length: dice.pick([1, 2, 5, 50]) }, () => operation(dice)));
  return { method: 'PATCH', path: existing(dice, terrain), headers: HEADERS, body };
};

/** Each copy doubles what is there: thirty of them would fill any memory. */
const doubling: Attack = (dice, terrain) => {
  const seed = { op: 'add', path: '/a', value: ['x'.repeat(100)] };
  const copies = Array.from({ length: dice.pick([5, 20, 40]) }, () => ({ op: 'copy', from: '/a', path: '/a/-' }));
  return { method: 'PATCH', path: existing(dice, terrain), headers: HEADERS, body: JSON.stringify([seed, ...copies]) };
};

const many: Attack = (dice, terrain) => {
  const length = dice.pick([500, 2000, 8000]);
  const body = JSON.stringify(Array.from({ length }, (_, at) => ({ op: 'add', path: `/n${at % 50}`, value: at })));
  return { method: 'PATCH', path: existing(dice, terrain), headers: HEADERS, body };
};

const shapes: Attack = (dice, terrain) => ({
  method: 'PATCH',
  path: existing(dice, terrain),
  headers: { 'content-type': dice.pick(['application/json-patch+json', 'application/json', 'application/merge-patch+json', 'application/json-patch-query+json']) },
  body: dice.pick(['', '[]', '{}', 'null', '7', '"x"', '[[]]', '[null]', '[{}]', '[{"op":"add"}]', '{"op":"add","path":"/a","value":1}', '[{"op":"move","from":"/a","path":"/a/b"}]', '[{"op":"replace","path":"","value":[]}]', '[{"op":"remove","path":""}]', '[{"op":"replace","path":"","value":null}]']),
});

export const patches: Readonly<Record<string, Attack>> = { operations, doubling, many, shapes };
