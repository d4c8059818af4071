import { type Definition, NOW, type View } from '../../definitions/definition.ts';
import { elementOf, isShape, type Kind, kindIn } from '../../shapes/notation.ts';
import { v4ShapesOf } from '../../shapes/v4/shapes.ts';
import { v5Shapes } from '../../shapes/v5/shapes.ts';
import type { Resource } from '../../store/store.ts';
import type { JsonObject } from '../../surface/body.ts';
import type { Dice } from '../../world/random.ts';

const WORDS = ['Fibre 500', 'Zuhause', 'Ärger, mit Komma', 'line "7"', '100 % sure', 'naïve 🦊', 'a+b&c=d', "O'Neill"];

export const aText = (dice: Dice): string => `${dice.pick(WORDS)} ${dice.digits(4)}`;

/** Two problems that stand in every store where problems are put under others. */
export const PROBLEMS = ['problem-1', 'problem-2'] as const;

/** Objects that have to say something, by the attribute's name. */
const OBJECTS: Readonly<Record<string, JsonObject>> = {
  account: { id: 'acc-1', '@referredType': 'BillingAccount' },
  billingAccount: { id: 'acc-1' },
  engagedParty: { id: 'party-1', '@referredType': 'Individual' },
  originatorParty: { id: 'party-1', '@referredType': 'Individual' },
  parentProblem: { id: PROBLEMS[0] },
  paymentMethod: { id: 'pm-1', '@type': 'tokenizedCard' },
  productOrder: { id: 'order-1' },
  relatedService: { id: 'service-1' },
  roleType: { id: 'role-1', name: 'Owner' },
  sender: { id: 'party-1', name: 'Meridian' },
  serviceSpecification: { id: 'spec-1', name: 'Broadband' },
  sla: { id: 'sla-1' },
  testSpecification: { id: 'test-1' },
  totalAmount: { unit: 'EUR', value: 12.34 },
  user: { id: 'party-1' },
  validFor: { startDateTime: '2026-11-21T10:00:00.000Z', endDateTime: '2026-11-21T12:00:00.000Z' },
};

/** v5 calls some of it otherwise. */
const namesIn = ({ v5, only }: Definition, view: View) => {
  const renames: Readonly<Record<string, string>> = view.version === 'v5' && only !== 'v5' ? (v5?.renames ?? {}) : {};
  return (name: string): string => renames[name] ?? name;
};

function itemOf({ itemMandatory }: Definition, name: string): JsonObject {
  if (name === 'relatedParty') return { id: 'party-1', role: 'customer', '@referredType': 'Individual' };
  if (name === 'childProblem') return { id: PROBLEMS[1] };
  const members = itemMandatory?.[name] ?? ['name'];
  return Object.fromEntries(members.map((member) => [member, member === 'action' ? 'add' : '1']));
}

/** TMF670 names its classes one by one; every other file lets a resource be what it is called. */
const typeOf = ({ resource, type }: Definition): string => (resource === 'paymentMethod' ? 'cash' : type);

function ofKind(kind: Kind | undefined, dice: Dice): unknown {
  if (kind === 'integer') return dice.between(1, 9);
  if (kind === 'number') return dice.between(1, 99) + 0.5;
  if (kind === 'flag') return true;
  if (kind === 'instant') return '2026-11-21T09:30:00.000Z';
  return kind !== undefined && isShape(kind) ? { id: '1', name: aText(dice) } : aText(dice);
}

function valueOf(definition: Definition, view: View, name: string, dice: Dice): unknown {
  const { lifecycle, api } = definition;
  if (name === lifecycle?.attribute) return lifecycle.initial?.[0] ?? Object.keys(lifecycle.moves)[0];
  if (name === '@type') return typeOf(definition);
  const kind = kindIn(view.version === 'v5' ? v5Shapes : v4ShapesOf(api), view.type, name);
  const list = definition.arrays?.find((one) => namesIn(definition, view)(one) === name);
  if (list !== undefined || (kind !== undefined && elementOf(kind) !== undefined)) return [itemOf(definition, list ?? name)];
  return OBJECTS[name] ?? ofKind(kind, dice);
}

/** What a create cannot do without, and no more. */
export function minimalBody(definition: Definition, view: View, dice: Dice): JsonObject {
  return Object.fromEntries(view.mandatory.map((name) => [name, valueOf(definition, view, name, dice)]));
}

/** With every list that the facts name and a text of our own. */
export function fullBody(definition: Definition, view: View, dice: Dice): JsonObject {
  const { arrays = [], fixed = [] } = definition;
  const lists = arrays.filter((name) => !fixed.includes(name)).map((name) => [namesIn(definition, view)(name), [itemOf(definition, name)]]);
  return { ...Object.fromEntries(lists), ...minimalBody(definition, view, dice) };
}

function settled(value: unknown): unknown {
  return value === NOW ? '2026-11-21T09:00:00.000Z' : value;
}

/** A document as the operator's own systems would have left it in the store. */
export function storedBody(definition: Definition, id: string, outer: string, dice: Dice): Resource {
  const { defaults = {}, lifecycle, under, path, type, views } = definition;
  const [view] = views;
  const said = view ? fullBody(definition, view, dice) : {};
  const filled = Object.fromEntries(Object.entries(defaults).map(([name, value]) => [name, settled(value)]));
  const state = lifecycle && { [lifecycle.attribute]: Object.keys(lifecycle.moves)[0] };
  const place = under?.attribute.split('.').reduceRight<unknown>((inner, step) => ({ [step]: inner }), outer) ?? {};
  return { ...state, ...filled, ...said, ...(place as JsonObject), id, href: `${path}/${id}`, '@type': type };
}
