import { type Attack, collectionOf, existing, type Target } from './terrain.ts';
import { fullBody, minimalBody } from '../conformance/bodies.ts';
import { oddText, oddValue } from '../differential/values.ts';
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

const INSTANTS = ['2026-11-23T09:00:00.000Z', '9999-12-31T23:59:59.999Z', '0001-01-01T00:00:00.000Z', '1970-01-01T00:00:00Z', '2026-03-29T02:30:00+02:00', '2026-11-23T09:00:00.000000001Z'];
const NUMBERS = [0, -0, -1, 1, 2.5, 1e9, -1e9, 9007199254740991, 1e300, 1e-300];
const WORDS = ['add', 'modify', 'delete', 'noChange', 'customer', 'originator', 'approver', 'Individual', 'BillingAccount', 'ProductOrder', 'EUR', 'GB'];

function edgedText(text: string, dice: Dice, ids: readonly string[], name: string): string {
  if (name === 'id' && ids.length > 0) return dice.chance(0.8) ? dice.pick(ids) : text;
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return dice.chance(0.7) ? dice.pick(INSTANTS) : text;
  return dice.chance(0.3) ? dice.pick([oddText(dice), ...WORDS]) : text;
}

/** Values of the right kind, out at the edges of what it can hold, and references that lead somewhere: what passes for sense. */
function edged(value: unknown, dice: Dice, ids: readonly string[], name = ''): unknown {
  if (Array.isArray(value)) return dice.chance(0.1) ? [] : value.flatMap((one) => Array.from({ length: dice.between(1, 2) }, () => edged(one, dice, ids, name)));
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, edged(member, dice, ids, key)]));
  if (typeof value === 'string') return edgedText(value, dice, ids, name);
  if (typeof value === 'boolean') return dice.chance(0.5);
  return typeof value === 'number' && dice.chance(0.6) ? dice.pick(NUMBERS) : value;
}

const idsIn = (known: readonly string[]): string[] => known.map((path) => path.slice(path.lastIndexOf('/') + 1));

const plausible: Attack = (dice, { targets, known }) => {
  const target = dice.pick(makeable(targets));
  return { method: 'POST', path: collectionOf(target), headers: JSON_TYPE, body: JSON.stringify(edged(full(target, dice), dice, idsIn(known))) };
};

/** A change to something that is there, of its own kind. */
const plausibleChange: Attack = (dice, terrain) => {
  const path = existing(dice, terrain);
  const target = terrain.targets.find((one) => path.startsWith(`${collectionOf(one)}/`)) ?? dice.pick(terrain.targets);
  const { lifecycle } = target[0];
  const state = lifecycle && dice.chance(0.5) ? { [lifecycle.attribute]: dice.pick(Object.keys(lifecycle.moves)) } : {};
  const said = edged(full(target, dice), dice, idsIn(terrain.known)) as JsonObject;
  const some = Object.fromEntries(Object.entries(said).filter(() => dice.chance(0.2)));
  return { method: dice.chance(0.9) ? 'PATCH' : 'DELETE', path, headers: JSON_TYPE, body: JSON.stringify({ ...some, ...state }) };
};

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
  const ids = idsIn(known);
  const id = () => (ids.length > 0 && dice.chance(0.7) ? dice.pick(ids) : dice.pick<unknown>(['nobody', '', 7, null, {}, ['x'], '\u202e']));
  const pointed = Object.fromEntries(
    ['billingAccount', 'productOrder', 'product', 'productOffering', 'relatedParty', 'account', 'bucket', 'bill', 'relatedEntity', 'service', 'place', 'agreement', 'payment', 'quote', 'processFlow'].map(
      (name) => [name, dice.chance(0.5) ? { id: id() } : [{ id: id(), role: 'x' }]] as const,
    ),
  );
  const some = Object.fromEntries(Object.entries(pointed).filter(() => dice.chance(0.4)));
  return { method: 'POST', path: collectionOf(target), headers: JSON_TYPE, body: JSON.stringify({ ...minimalBody(target[0], target[1], dice), ...some }) };
};

export const confusions: Readonly<Record<string, Attack>> = { plausible, plausibleChange, kinds, changes, moves, prototypes, references };
