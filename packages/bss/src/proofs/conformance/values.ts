import type { Definition, View } from '../../definitions/definition.ts';
import { type Dictionary, elementOf, isShape, type Kind } from '../../shapes/notation.ts';
import { v4ShapesOf } from '../../shapes/v4/shapes.ts';
import { v5Shapes } from '../../shapes/v5/shapes.ts';
import type { Dice } from '../../world/random.ts';

const WORDS = ['Fibre 500', 'Zuhause', 'Ärger, mit Komma', 'line "7"', '100 % sure', 'naïve 🦊', 'a+b&c=d', "O'Neill"];

export const aText = (dice: Dice): string => `${dice.pick(WORDS)} ${dice.digits(4)}`;

export const shapesOf = ({ api }: Definition, { version }: View): Dictionary => (version === 'v5' ? v5Shapes : v4ShapesOf(api));

interface Making {
  readonly shapes: Dictionary;
  readonly dice: Dice;
  readonly depth: number;
}

/** What must be what it is called, whatever its kind: the public files list the words of some, and nouns read others. */
const KNOWN: Readonly<Record<string, unknown>> = {
  Attachment: { id: 'att-1', name: 'a note.txt', mimeType: 'text/plain', content: 'aGVsbG8=' },
  AttachmentRefOrValue: { id: 'att-1', name: 'a note.txt', mimeType: 'text/plain', url: 'https://files.example/x' },
  Money: { unit: 'EUR', value: 12.34 },
  Price: { dutyFreeAmount: { unit: 'EUR', value: 10 }, taxIncludedAmount: { unit: 'EUR', value: 11.9 }, taxRate: 19 },
  Quantity: { amount: 5, units: 'GB' },
  TimePeriod: { startDateTime: '2026-11-23T08:00:00.000Z', endDateTime: '2026-11-23T12:00:00.000Z' },
  PaymentMethodRefOrValue: { id: 'pm-1', '@type': 'tokenizedCard' },
  RelatedParty: { id: 'party-1', name: 'Ada Brandt', role: 'customer', '@referredType': 'Individual' },
};

/** Two problems that stand in every store where problems are put under others. */
export const PROBLEMS = ['problem-1', 'problem-2'] as const;

/** Attributes that nouns read, whatever they are called elsewhere. */
const NAMED: Readonly<Record<string, unknown>> = {
  action: 'add',
  childProblem: { id: PROBLEMS[1] },
  parentProblem: { id: PROBLEMS[0] },
  url: 'https://files.example/x',
};

/** What the public files restrict beyond its kind: words from a list, or members that must be there. Chance would miss them. */
export const RESTRICTED =
  /^(@.*|.*[sS]tate|.*[sS]tatus|action|.*Action|.*Result|mode|runType|gender|.*Type|target\w+Schema|recurringPeriod|costOwner|intent|geographicLocation|notification)$/;

const PLAIN: Readonly<Record<string, (dice: Dice) => unknown>> = {
  text: aText,
  number: (dice) => dice.between(1, 900) / 4,
  integer: (dice) => dice.between(1, 9),
  flag: (dice) => dice.chance(0.5),
  instant: (dice) => `2026-11-${dice.between(23, 29)}T0${dice.between(0, 9)}:30:00.000Z`,
  date: (dice) => `2026-11-${dice.between(23, 29)}`,
  any: aText,
};

function anObject(making: Making, shape: string): unknown {
  const known = KNOWN[shape];
  if (known !== undefined) return known;
  const { shapes, dice, depth } = making;
  const member = shapes.unions[shape]?.find((name) => !name.endsWith('Ref')) ?? shape;
  const kinds = Object.entries(shapes.shapes[member] ?? {});
  const inner = { ...making, depth: depth - 1 };
  const chosen = kinds.filter(([name, kind]) => !RESTRICTED.test(name) && dice.chance(0.5) && (depth > 0 || PLAIN[kind] !== undefined));
  const said = Object.fromEntries(chosen.map(([name, kind]) => [name, aValue(inner, name, kind)]));
  return shapes.plain.has(member) ? said : { id: `x-${dice.digits(3)}`, ...said };
}

/** A value of a kind, small where depth has run out. */
export function aValue(making: Making, name: string, kind: Kind): unknown {
  const element = elementOf(kind);
  if (element !== undefined) return [aValue(making, name, element)];
  if (Object.hasOwn(NAMED, name)) return NAMED[name];
  if (isShape(kind)) return anObject(making, kind);
  return (PLAIN[kind] ?? aText)(making.dice);
}
