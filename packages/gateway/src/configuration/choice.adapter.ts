import type { ConfigurationChoice } from '@faceplate/contracts';
import { sayable } from '../offers/price.adapter.ts';
import { optional } from '../products/products.adapter.ts';
import { at, number, records, text, whole } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';
import { TERM, withinPart } from './choice.ts';

export const COUNT = [0, 100_000] as const;

/** What can be chosen of a node of the tree; of the whole, how long it is agreed for as well. */
export function choicesIn(tree: TmfBody, part: string | undefined): ConfigurationChoice[] {
  const own = records(tree, 'configurationCharacteristic').flatMap((one) => choiceOf(one, part) ?? []);
  const terms = records(tree, 'configurationTerm');
  return part === undefined && terms.length > 1 ? [...own, termChoice(terms)] : own;
}

function termChoice(terms: readonly TmfBody[]): ConfigurationChoice {
  const options = terms.flatMap((term) => {
    const value = text(term, 'name');
    return value === undefined ? [] : [{ value, label: text(term, 'description') ?? value, chosen: term['isSelected'] === true, possible: term['isSelectable'] !== false }];
  });
  return { key: TERM, name: 'Commitment', kind: 'one', least: 1, most: 1, options };
}

interface Said {
  value: string | undefined;
  unit: string | undefined;
  isChosen: boolean;
  isPossible: boolean;
  from: number | undefined;
  to: number | undefined;
  pattern: string | undefined;
}

const saidOf = (value: TmfBody): Said => ({
  value: sayable(at(value, 'characteristicValue', 'value')),
  unit: text(value, 'unitOfMeasure'),
  isChosen: value['isSelected'] === true,
  isPossible: value['isSelectable'] !== false,
  from: number(value, 'valueFrom'),
  to: number(value, 'valueTo'),
  pattern: text(value, 'regex'),
});

/** What all kinds of choices have. */
function commonOf(one: TmfBody, name: string, said: readonly Said[], part: string | undefined) {
  const least = whole(COUNT, one, 'minCardinality') ?? 0;
  const most = Math.max(1, whole(COUNT, one, 'maxCardinality') ?? 1);
  return { key: withinPart(part, name), name, least, most, ...optional({ help: text(one, 'description'), unit: said.find(({ unit }) => unit)?.unit }) };
}

function choiceOf(one: TmfBody, part: string | undefined): ConfigurationChoice | undefined {
  const name = text(one, 'name');
  if (name === undefined) return undefined;
  const said = records(one, 'configurationCharacteristicValue').map(saidOf);
  const common = commonOf(one, name, said, part);
  const options = said.flatMap(optionOf);
  if (one['isConfigurable'] === false) return { ...common, kind: 'fixed', options: options.map((option) => ({ ...option, possible: true })) };
  return { ...common, ...openChoice(said, options, { most: common.most, pattern: text(one, 'regex') }) };
}

/** A range takes a number, a pattern or nothing at all takes words; the rest is a list. */
function openChoice(said: readonly Said[], options: ConfigurationChoice['options'], { most, pattern }: { most: number; pattern: string | undefined }): Pick<ConfigurationChoice, 'kind' | 'options' | 'from' | 'to' | 'pattern' | 'value'> {
  const value = said.find(({ isChosen }) => isChosen)?.value;
  const range = said.find(({ from, to }) => from !== undefined || to !== undefined);
  if (range) return { kind: 'number', options: [], ...optional({ from: range.from, to: range.to, value }) };
  const form = pattern ?? said.find((one) => one.pattern !== undefined)?.pattern;
  const isWords = most === 1 && options.length <= 1 && (form !== undefined || options.length === 0);
  if (isWords) return { kind: 'text', options: [], ...optional({ pattern: form, value }) };
  return { kind: most > 1 ? 'several' : 'one', options };
}

function optionOf({ value, unit, isChosen, isPossible }: Said): ConfigurationChoice['options'] {
  if (value === undefined) return [];
  const words = value === 'true' ? 'Yes' : value === 'false' ? 'No' : value;
  return [{ value, label: unit === undefined ? words : `${words} ${unit}`, chosen: isChosen, possible: isPossible }];
}
