import { type Action, type Guarded, guardedFields } from './actions.ts';
import type { Facts } from './decide.ts';
import { isObject } from '../upstream/types.ts';

/** May the person do this to such a record? */
type Allows = (facts: Facts, action: Action) => boolean;

/**
 * An answer without the fields that this person may not see, record by record:
 * the last thing that happens to it before it leaves. A field stays only for
 * who may do what guards it to the very record it stands in; where a record
 * does not say whose it is, its guarded fields go.
 */
export function project<T>(action: Action, answer: T, allows: Allows): T {
  const guarded = guardedFields[action];
  if (!guarded || !isObject(answer)) return answer;
  if (!Array.isArray(answer['items'])) return shown(guarded, answer, allows) as T;
  return { ...answer, items: (answer['items'] as unknown[]).map((item) => (isObject(item) ? shown(guarded, item, allows) : item)) };
}

function shown({ fields, of }: Guarded, record: Record<string, unknown>, allows: Allows): unknown {
  const facts = of(record);
  const hidden = Object.entries(fields).filter(([, need]) => !allows(facts, need));
  return hidden.reduce<unknown>((left, [path]) => without(left, path.split('.')), record);
}

/** The value without what stands at a path; `*` is each entry of a list. */
function without(value: unknown, [step, ...rest]: readonly string[]): unknown {
  if (step === undefined) return undefined;
  if (step === '*') return Array.isArray(value) ? value.map((entry) => without(entry, rest)) : value;
  if (!isObject(value) || !Object.hasOwn(value, step)) return value;
  if (rest.length > 0) return { ...value, [step]: without(value[step], rest) };
  const { [step]: _gone, ...left } = value;
  return left;
}
