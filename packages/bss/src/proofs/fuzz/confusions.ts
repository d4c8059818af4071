import { type Attack, collectionOf, existing, type Target } from './terrain.ts';
import { fullBody, minimalBody } from '../conformance/bodies.ts';
import { oddValue } from '../differential/values.ts';
import { isObject, type JsonObject } from '../../surface/body.ts';
import type { Dice } from '../../world/random.ts';

const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'length', 'then', 'toJSON', 'valueOf', '', ' ', 'a.b', '$ref', 'id', 'href'];
const JSON_TYPE = { 'content-type': 'application/json' };

/** A body with some value in it, at whatever depth, replaced by one that is not meant to be there. */
function spoilt(value: unknown, dice: Dice, depth = 0): unknown {
  if (depth > 0 && dice.chance(0.25)) return oddValue(dice);
  if (Array.isArray(value)) return dice.chance(0.1) ? value.concat(value, [null]) : value.map((one) => spoilt(one, dice, depth + 1));
  if (!isObject(value)) return dice.chance(0.2) ? oddValue(dice) : value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, spoilt(member, dice, depth + 1)]));
}

const makeable = (targets: readonly Target[]): Target[] => targets.filter(([{ under }, view]) => view.operations.includes('create') && !under);

const full = (target: Target, dice: Dice): JsonObject => fullBody(target[0], target[1], dice);

const kinds: Attack = (dice, { targets }) => {
  const target = dice.pick(makeable(targets));
  return { method: 'POST', path: collectionOf(target), headers: JSON_TYPE, body: JSON.stringify(spoilt(full(target, dice), dice)) };
};

const changes: Attack = (dice, terrain) => {
  const target = dice.pick(terrain.targets);
  const { lifecycle } = target[0];
  const state = lifecycle && dice.chance(0.5) ? { [lifecycle.attribute]: dice.pick([...Object.keys(lifecycle.moves), 'x']) } : {};
  const body = { ...(spoilt(full(target, dice), dice) as JsonObject), ...state };
  const some = Object.fromEntries(Object.entries(body).filter(() => dice.chance(0.4)));
  return { method: 'PATCH', path: existing(dice, terrain), headers: JSON_TYPE, body: JSON.stringify(some) };
};

const moves: Attack = (dice, terrain) => {
  const lifecycles = terrain.targets.flatMap(([{ lifecycle }]) => lifecycle ?? []);
  const { attribute, moves: known } = dice.pick(lifecycles);
  return { method: 'PATCH', path: existing(dice, terrain), headers: JSON_TYPE, body: JSON.stringify({ [attribute]: dice.pick(Object.keys(known)) }) };
};

const prototypes: Attack = (dice, { targets }) => {
  const target = dice.pick(makeable(targets));
  const text = JSON.stringify(minimalBody(target[0], target[1], dice));
  const key = JSON.stringify(dice.pick(KEYS));
  const inner = dice.pick(['{"polluted":true}', '"x"', '[]', 'null', '{"prototype":{"polluted":true}}', '{"then":1}']);
  const nested = dice.chance(0.5) ? `"deep":{"er":{${key}:${inner}}}` : `${key}:${inner}`;
  return { method: 'POST', path: collectionOf(target), headers: JSON_TYPE, body: text === '{}' ? `{${nested}}` : text.replace(/\}$/, `,${nested}}`) };
};

const references: Attack = (dice, { targets, known }) => {
  const target = dice.pick(makeable(targets));
  const ids = known.map((path) => path.slice(path.lastIndexOf('/') + 1));
  const id = () => (ids.length > 0 && dice.chance(0.7) ? dice.pick(ids) : dice.pick<unknown>(['nobody', '', 7, null, {}, ['x'], '\u202e']));
  const pointed = Object.fromEntries(
    ['billingAccount', 'productOrder', 'product', 'productOffering', 'relatedParty', 'account', 'bucket', 'bill', 'relatedEntity', 'service', 'place', 'agreement', 'payment', 'quote', 'processFlow'].map(
      (name) => [name, dice.chance(0.5) ? { id: id() } : [{ id: id(), role: 'x' }]] as const,
    ),
  );
  const some = Object.fromEntries(Object.entries(pointed).filter(() => dice.chance(0.4)));
  return { method: 'POST', path: collectionOf(target), headers: JSON_TYPE, body: JSON.stringify({ ...minimalBody(target[0], target[1], dice), ...some }) };
};

export const confusions: Readonly<Record<string, Attack>> = { kinds, changes, moves, prototypes, references };
