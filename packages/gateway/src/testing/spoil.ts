import fc from 'fast-check';

type Json = unknown;

/** What a broken server puts where a value belongs. */
const junk: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, 'constructor', '__proto__', '', ' ', 0, -1, 1e308, 9e13, true, [], {}, [[]], [null], 'NaN', '2026-02-30T00:00:00Z', '2026-02-30', '9999-99-99', '\u202Eabc\u0000', { value: 'x', unit: 7 }, { id: {} }),
  fc.jsonValue({ maxDepth: 2 }),
);

const edit = fc.record({ at: fc.nat(10_000), how: fc.constantFrom('drop', 'junk', 'wrap', 'unwrap', 'double'), with: junk });

/** A few hurts to a JSON document: a value dropped, replaced, put in a list, taken out of one, or doubled. */
export const spoils = fc.array(edit, { minLength: 1, maxLength: 4 });
type Spoil = typeof spoils extends fc.Arbitrary<infer Edits> ? Edits : never;

interface Spot {
  holder: Record<string, Json>;
  key: string;
}

function spotsIn(value: Json, found: Spot[] = []): Spot[] {
  if (typeof value !== 'object' || value === null) return found;
  const holder = value as Record<string, Json>;
  for (const key of Object.keys(holder)) {
    found.push({ holder, key });
    spotsIn(holder[key], found);
  }
  return found;
}

export function spoilt<T>(document: T, edits: Spoil): T {
  const copy = structuredClone(document);
  for (const { at, how, with: value } of edits) {
    const spots = spotsIn(copy);
    const spot = spots[at % Math.max(1, spots.length)];
    if (!spot) break;
    const { holder, key } = spot;
    if (how === 'drop') delete holder[key];
    else if (how === 'wrap') holder[key] = [holder[key]];
    else if (how === 'double') holder[key] = [holder[key], structuredClone(holder[key])];
    else if (how === 'unwrap' && Array.isArray(holder[key])) holder[key] = holder[key][0];
    else holder[key] = value;
  }
  return copy;
}
