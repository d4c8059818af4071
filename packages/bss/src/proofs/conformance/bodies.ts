import { aValue, RESTRICTED, shapesOf } from './values.ts';
import { type Definition, type Lifecycle, NOW, type View } from '../../definitions/definition.ts';
import { elementOf, type Kind, kindIn } from '../../shapes/notation.ts';
import type { Resource } from '../../store/store.ts';
import { isObject, type JsonObject } from '../../surface/body.ts';
import type { Dice } from '../../world/random.ts';

/** v5 calls some of it otherwise. */
function namesIn({ v5, only }: Definition, view: View): (name: string) => string {
  const renames: Readonly<Record<string, string>> = view.version === 'v5' && only !== 'v5' ? (v5?.renames ?? {}) : {};
  return (name) => renames[name] ?? name;
}

/** List attributes of a view: what the shapes have, and what the facts add. */
export function listsIn(definition: Definition, view: View): string[] {
  const { shapes } = shapesOf(definition, view);
  const known = Object.entries(shapes[view.type] ?? {}).filter(([, kind]) => elementOf(kind) !== undefined);
  return known.map(([name]) => name);
}

interface Wanted {
  readonly definition: Definition;
  readonly view: View;
  readonly dice: Dice;
  /** How deep values go: 0 for what cannot be left out alone. */
  readonly depth: number;
}

/** What the facts ask of the elements of a list, over what chance has put there. */
function completed({ definition, view, dice }: Wanted, list: string, kind: Kind, value: unknown): unknown {
  const members = definition.itemMandatory?.[list];
  if (!members || !Array.isArray(value)) return value;
  const shapes = shapesOf(definition, view);
  const kindOf = (member: string): Kind => kindIn(shapes, elementOf(kind) ?? kind, member) ?? 'text';
  const asked = members.map((member) => [member, member === 'id' ? '1' : aValue({ shapes, dice, depth: 0 }, member, kindOf(member))] as const);
  return value.map((item: unknown) => ({ ...(isObject(item) ? item : {}), ...Object.fromEntries<unknown>(asked) }));
}

/** TMF670 names its classes one by one; every other file lets a resource be what it is called. */
const typeOf = ({ resource, type }: Definition): string => (resource === 'paymentMethod' ? 'cash' : type);

const startOf = ({ initial = [], moves }: Lifecycle): string | undefined => initial[0] ?? Object.keys(moves)[0];

function valueOf(wanted: Wanted, name: string): unknown {
  const { definition, view, dice, depth } = wanted;
  const nameOf = namesIn(definition, view);
  const { lifecycle } = definition;
  if (lifecycle && name === nameOf(lifecycle.attribute)) return startOf(lifecycle);
  if (name === '@type') return typeOf(definition);
  const shapes = shapesOf(definition, view);
  const kind = kindIn(shapes, view.type, name) ?? 'text';
  const list = Object.keys(definition.itemMandatory ?? {}).find((one) => nameOf(one) === name) ?? name;
  return completed(wanted, list, kind, aValue({ shapes, dice, depth }, name, kind));
}

/** What a create cannot do without, and no more. */
export function minimalBody(definition: Definition, view: View, dice: Dice): JsonObject {
  return Object.fromEntries(view.mandatory.map((name) => [name, valueOf({ definition, view, dice, depth: 0 }, name)]));
}

/** States are reached by moves, and what is fixed is the server's to say. */
function sayable(definition: Definition, view: View): string[] {
  const { fixed = [], lifecycle, defaults = {} } = definition;
  const nameOf = namesIn(definition, view);
  const servers = new Set([...fixed, ...Object.keys(defaults), lifecycle?.attribute ?? ''].map(nameOf));
  // Some of TMF676's names end in a blank, which no query can ask for.
  const known = Object.keys(shapesOf(definition, view).shapes[view.type] ?? {}).filter((name) => !name.includes(' '));
  return known.filter((name) => !servers.has(name) && !RESTRICTED.test(name));
}

/** With most of what a client may say. */
export function fullBody(definition: Definition, view: View, dice: Dice): JsonObject {
  const chosen = sayable(definition, view).filter(() => dice.chance(0.6));
  const wanted = { definition, view, dice, depth: 2 };
  const said = [...new Set([...chosen, ...view.mandatory])].map((name) => [name, valueOf(wanted, name)] as const);
  return Object.fromEntries<unknown>(said);
}

function settled(value: unknown): unknown {
  return value === NOW ? '2026-11-21T09:00:00.000Z' : value;
}

/** A document as the operator's own systems would have left it in the store. */
export function storedBody(definition: Definition, id: string, outer: string, dice: Dice): Resource {
  const { defaults = {}, lifecycle, under, path, type, views } = definition;
  const [view] = views;
  const said = fullBody(definition, view, dice);
  const filled = Object.fromEntries(Object.entries(defaults).map(([name, value]) => [name, settled(value)]));
  const state = lifecycle && { [lifecycle.attribute]: Object.keys(lifecycle.moves)[0] };
  const place = under?.attribute.split('.').reduceRight<unknown>((inner, step) => ({ [step]: inner }), outer) ?? {};
  return { ...state, ...filled, ...said, ...(place as JsonObject), id, href: `${path}/${id}`, '@type': type };
}
