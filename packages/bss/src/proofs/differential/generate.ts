import { madeBy, type Step } from './step.ts';
import { oddText, oddValue } from './values.ts';
import type { Asked } from '../conformance/asking.ts';
import { fullBody, listsIn, minimalBody } from '../conformance/bodies.ts';
import type { Definition, View } from '../../definitions/definition.ts';
import type { JsonObject } from '../../surface/body.ts';
import { Dice } from '../../world/random.ts';

export type Target = readonly [Definition, View];

/** What the sequence has made so far, as far as whoever writes it can know. */
interface Scene {
  readonly dice: Dice;
  readonly targets: readonly Target[];
  readonly made: { at: number; target: Target }[];
}

const pathOf = ([, { bases, resource }]: Target): string => `${bases[0]}/${resource}`;
const COMMON = ['id', 'href', 'name', '@type', 'state', 'status', 'description', 'lastUpdate', 'relatedParty.id', 'relatedParty.role'];
const OPERATORS = ['', '', '', '', '.gt', '.gte', '.lt', '.lte'];

function attributeOf([definition, view]: Target, dice: Dice): string {
  const own = [...view.mandatory, ...Object.keys(definition.defaults ?? {}), ...listsIn(definition, view).map((name) => `${name}.id`)];
  if (dice.chance(0.05)) return oddText(dice);
  return dice.pick([...COMMON, ...own]);
}

/** Some of a body replaced by what nobody expects. */
function body(target: Target, dice: Dice): JsonObject {
  const [definition, view] = target;
  const said = dice.chance(0.5) ? fullBody(definition, view, dice) : minimalBody(definition, view, dice);
  const changes = dice.chance(0.6) ? 0 : dice.between(1, 3);
  const odd = Array.from({ length: changes }, () => [attributeOf(target, dice).split('.')[0] ?? '', oddValue(dice)] as const);
  return { ...said, ...Object.fromEntries(odd) };
}

function valueIn({ dice, made, targets }: Scene): string {
  const some = made.length > 0 ? madeBy(dice.pick(made).at) : 'nobody';
  const state = Object.keys(targets[0]?.[0].lifecycle?.moves ?? { active: [] })[0] ?? '';
  return dice.pick([some, some, oddText(dice), oddText(dice), state, 'party-1', '2026-11-21T10:00:05.000Z', '1']);
}

/** Several, in percent-encoding, commas between. */
const valuesIn = (scene: Scene, count: number): string =>
  Array.from({ length: count }, () => encodeURIComponent(valueIn(scene).toWellFormed()).replaceAll('%E2%80%B9', '‹').replaceAll('%E2%80%BA', '›')).join(',');

function query(scene: Scene, target: Target): string {
  const { dice } = scene;
  const parts = Array.from({ length: dice.between(0, 2) }, () => {
    const values = valuesIn(scene, dice.chance(0.2) ? 3 : 1);
    return `${encodeURIComponent(attributeOf(target, dice))}${dice.pick(OPERATORS)}=${values}`;
  });
  if (dice.chance(0.3)) parts.push(`sort=${dice.pick(['', '-', '+'])}${encodeURIComponent(attributeOf(target, dice))}`);
  if (dice.chance(0.3)) parts.push(`limit=${dice.pick(['0', '1', '2', '5', '1000', '-1', 'x'])}`);
  if (dice.chance(0.3)) parts.push(`offset=${dice.pick(['0', '1', '3', '100', '1e3', ''])}`);
  if (dice.chance(0.2)) parts.push(`fields=${dice.pick(['none', 'id', 'name', attributeOf(target, dice)])}`);
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

function conditions(dice: Dice): Record<string, string> {
  if (dice.chance(0.7)) return {};
  const tag = dice.pick(['W/"1"', 'W/"2"', 'W/"3"', '"1"', '*', '"x", W/"1"', '']);
  return { [dice.pick(['if-match', 'if-none-match'])]: tag };
}

function jsonPatch(target: Target, dice: Dice): unknown[] {
  return Array.from({ length: dice.between(1, 3) }, () => ({
    op: dice.pick(['add', 'replace', 'remove', 'test', 'copy', 'move', 'conjure']),
    path: `/${attributeOf(target, dice).replaceAll('.', dice.pick(['/', '/0/']))}`,
    from: `/${attributeOf(target, dice)}`,
    value: oddValue(dice),
  }));
}

function change(scene: Scene, target: Target): Pick<Asked, 'body' | 'headers'> {
  const { dice } = scene;
  if (dice.chance(0.2)) return { body: jsonPatch(target, dice), headers: { 'content-type': 'application/json-patch+json', ...conditions(dice) } };
  const { lifecycle } = target[0];
  const state = lifecycle && dice.chance(0.4) ? { [lifecycle.attribute]: dice.pick(Object.keys(lifecycle.moves)) } : {};
  const odd = dice.chance(0.7) ? { [attributeOf(target, dice).split('.')[0] ?? '']: oddValue(dice) } : {};
  return { body: { ...odd, ...state }, headers: conditions(dice) };
}

/** Where a thing made before is, in one of its versions; sometimes where nothing is. */
function somewhere({ dice, made, targets }: Scene): { path: string; target: Target } {
  if (made.length === 0 || dice.chance(0.1)) {
    const target = dice.pick(targets);
    return { path: `${pathOf(target)}/${dice.pick(['nobody', '%00', '%2e%2e', encodeURIComponent(oddText(dice).toWellFormed())])}`, target };
  }
  const { at, target } = dice.pick(made);
  const [definition] = target;
  const view = dice.pick(definition.views);
  return { path: `${pathOf([definition, view])}/${madeBy(at)}`, target };
}

function create(scene: Scene, at: number): Step {
  const { dice, targets, made } = scene;
  const target = dice.pick(targets);
  made.push({ at, target });
  const headers = dice.chance(0.1) ? { headers: { 'idempotency-key': `key-${dice.between(1, 3)}` } } : {};
  return { at, kind: 'ask', asked: { method: 'POST', path: pathOf(target), body: body(target, dice), ...headers } };
}

const PERIL = 'faceplateRace';

/** Rivals whose order says nothing about what comes of them together. */
function race(scene: Scene, at: number): Step {
  const { dice } = scene;
  const { path } = somewhere(scene);
  const three = [1, 2, 3];
  const apart = () => three.map((one) => ({ method: 'PATCH', path, body: { [`${PERIL}${one}`]: one } }));
  const matched = () => three.map(() => ({ method: 'PATCH', path, body: { [PERIL]: at }, headers: { 'if-match': 'W/"1"' } }));
  const gone = () => three.map(() => ({ method: 'DELETE', path }));
  const target = dice.pick(scene.targets);
  const said = body(target, dice);
  const once = () => three.map(() => ({ method: 'POST', path: pathOf(target), body: said, headers: { 'idempotency-key': `race-${at}` } }));
  return { at, kind: 'race', asked: dice.pick([apart, apart, matched, gone, once])() };
}

function ask(scene: Scene, at: number): Step {
  const { dice } = scene;
  const roll = dice.between(1, 100);
  if (roll <= 30 || scene.made.length === 0) return create(scene, at);
  if (roll <= 55) {
    const target = dice.pick(scene.targets);
    return { at, kind: 'ask', asked: { method: 'GET', path: `${pathOf(target)}${query(scene, target)}` } };
  }
  if (roll <= 60) return { at, kind: 'time', seconds: dice.pick([1, 10, 60, 3600]) };
  if (roll <= 66) return race(scene, at);
  const { path, target } = somewhere(scene);
  if (roll <= 76) return { at, kind: 'ask', asked: { method: 'GET', path: `${path}${query(scene, target)}`, headers: conditions(dice) } };
  if (roll <= 95) return { at, kind: 'ask', asked: { method: 'PATCH', path, ...change(scene, target) } };
  return { at, kind: 'ask', asked: { method: 'DELETE', path, headers: conditions(dice) } };
}

/** Now and then a call is made for somebody. */
function scoped(scene: Scene, step: Step): Step {
  const { dice } = scene;
  if (step.kind !== 'ask' || !dice.chance(0.2)) return step;
  const headers = { ...step.asked.headers, [dice.pick(['x-fp-parties', 'x-fp-accounts'])]: valuesIn(scene, dice.between(0, 3)) };
  return { ...step, asked: { ...step.asked, headers } };
}

/** A sequence of requests on a few kinds of resources, the same for the same label. */
export function sequence(label: string, all: readonly Target[], length: number): Step[] {
  const dice = new Dice(label);
  const writable = all.filter(([definition, view]) => view.operations.includes('create') && !definition.under);
  const targets = Array.from({ length: 3 }, () => dice.pick(writable));
  const scene: Scene = { dice, targets, made: [] };
  return Array.from({ length }, (_, at) => scoped(scene, ask(scene, at)));
}
