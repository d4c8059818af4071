import type { Subject } from './subject.ts';
import { valueInV5 } from '../../versions/renames.ts';
import type { Resource } from '../../store/store.ts';

const scalar = (value: unknown): value is string | number | boolean => ['string', 'number', 'boolean'].includes(typeof value);

/** v5's name of what the table of definitions calls by v4's. */
export function nameIn({ view, definition }: Subject, name: string): string {
  return view.version === 'v5' && definition.only !== 'v5' ? (definition.v5?.renames?.[name] ?? name) : name;
}

/** v5's word for a state that the table of definitions has in v4's. */
export function stateIn({ view, definition }: Subject, state: string): string {
  const { lifecycle, only } = definition;
  return view.version === 'v5' && only !== 'v5' && lifecycle ? String(valueInV5(`${view.type}.${lifecycle.attribute}`, state)) : state;
}

/** What every row must carry: identity, what a client must say, and what the server says for whoever did not. */
export function carried(subject: Subject): readonly string[] {
  const { view, definition } = subject;
  const served = Object.keys(definition.defaults ?? {}).map((name) => nameIn(subject, name));
  return [...new Set(['id', 'href', '@type', ...view.mandatory, ...served])];
}

/** What of a row a filter can be asked for as text. */
export function scalarsOf(row: Resource, names: readonly string[]): [string, string | number | boolean][] {
  return names.flatMap((name) => {
    const value = row[name];
    return scalar(value) ? [[name, value] as [string, string | number | boolean]] : [];
  });
}

/** Paths of two steps to text and numbers in a row, through lists too. What v5 calls the class of an inner thing is not stored, so not found by. */
export function innerScalars(row: Resource): [string, string | number][] {
  return Object.entries(row).flatMap(([outer, value]) => {
    const members = (Array.isArray(value) ? value : [value]).filter((one): one is object => typeof one === 'object' && one !== null);
    return members.flatMap((member) =>
      Object.entries(member)
        .filter((entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number')
        .filter(([inner]) => inner !== '@type')
        .map(([inner, leaf]) => [`${outer}.${inner}`, leaf] as [string, string | number]),
    );
  });
}

/** Every value at a dotted path, lists stepped through: the suite's own reading, not the store's. */
export function leavesAt(value: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => leavesAt(one, path));
  const [step, ...rest] = path;
  if (step === undefined) return [value];
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return [];
  return leavesAt((value as Record<string, unknown>)[step], rest);
}
