import type { Chance } from './chance.ts';

type Json = unknown;
type Holder = Record<string, Json>;

const BIDI = '\u202Eabc\u2066\u0000\u200F\uFEFF\uD800';
/** Beyond any text that is read. */
const HUGE = 'ü'.repeat(24_000);

/** What a broken server puts where a value belongs. */
const JUNK: readonly Json[] = [
  null, '', ' ', 0, -0, -1, 1e308, -1e308, 9e15, 2 ** 53, 0.1, true, false, [], {}, [[]], [null], [{}],
  'NaN', 'undefined', 'constructor', '__proto__', 'toString', BIDI, HUGE, 'aborted ', 'a'.repeat(70), '../../x', '<script>',
  { value: 'x', unit: 7 }, { value: 1e300, unit: 'EUR' }, { value: '1e400', unit: 'eur' }, { value: 0.005, unit: 'JPY' }, { value: 5, unit: 'XXX' },
  { id: {} }, { id: 12 }, { id: 1e21 }, { id: null }, [{ id: 'x' }, { id: 'y' }], { partyOrPartyRole: { id: 7 } }, { partyOrPartyRole: [] }, { entity: null },
];

const DATES: readonly Json[] = [
  '2026-02-30T00:00:00Z', '2026-02-30', '9999-99-99', '0000-00-00', '-000001-01-01T00:00:00Z', '2026-11-21', '2026-11-21T08:00', '2026-11-21T08:00:00', '2026-11-21 08:00:00+0100',
  '2026-11-21T08:00:00.123456789+14:00', '+275760-09-13T00:00:00Z', '1969-12-31T23:59:59Z', '9999-12-31T23:59:59Z', 'tomorrow', 1_763_712_000_000, '2026-11-21T24:00:00Z', '2026-11-21T08:00:60Z',
  { startDateTime: '2026-11-21T00:00:00Z', endDateTime: '2025-11-21T00:00:00Z' }, { startDateTime: null }, { endDateTime: '9999-12-31T23:59:59Z' },
];

const TYPES: readonly Json[] = ['ProductOrder', 'PartyRoleRef', 'Individual', 'Monitor', 'Error', 'RelatedParty', 'StringCharacteristic', 'Object', '', 7, null, ['A', 'B'], { '@type': 'A' }, '__proto__'];

function deep(chance: Chance): Json {
  let nested: Json = 'bottom';
  for (let depth = 40 + chance.below(400); depth > 0; depth -= 1) nested = chance.next() < 0.5 ? [nested] : { product: nested };
  return nested;
}

interface Spot {
  holder: Holder;
  key: string;
}

/** Some place in a document, near the top as often as at the bottom. */
function spotIn(document: Json, chance: Chance): Spot | undefined {
  let here: Json = document;
  let spot: Spot | undefined;
  while (typeof here === 'object' && here !== null) {
    const holder = here as Holder;
    const key = chance.of(Object.keys(holder));
    if (key === undefined) break;
    spot = { holder, key };
    if (chance.next() < 0.35) break;
    here = holder[key];
  }
  return spot;
}

function otherType(value: Json, chance: Chance): Json {
  if (typeof value === 'string') return chance.of<Json>([value.length, [value], { value }, { id: value }, true, Number(value)]);
  if (typeof value === 'number') return chance.of<Json>([String(value), [value], { value }, -value, value * 1e12, value / 3]);
  if (typeof value === 'boolean') return chance.of<Json>([String(value), Number(value), !value, [value]]);
  if (Array.isArray(value)) return chance.of<Json>([(value as Json[])[0], Object.fromEntries(value.entries()), String(value.length), value.length, [...(value as Json[]), ...(value as Json[])]]);
  return chance.of<Json>([[value], [value, value], JSON.stringify(value).slice(0, 200), Object.keys(value ?? {}), null]);
}

const put = (holder: Holder, key: string, value: Json): void => {
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
};

/** A value of a list as a copy: hurts that hurt each other must not reach the next record. */
const copyOf = (values: readonly Json[], chance: Chance): Json => structuredClone(chance.of(values));

const STRANGE_NAMES = ['__proto__', 'constructor', 'hasOwnProperty', 'toJSON', 'then', 'length', '0'] as const;

/** Each a hurt to one place of a document. */
const HURTS: readonly ((spot: Spot, chance: Chance) => void)[] = [
  ({ holder, key }) => void delete holder[key],
  ({ holder, key }) => put(holder, key, null),
  ({ holder, key }, chance) => put(holder, key, otherType(holder[key], chance)),
  ({ holder, key }, chance) => put(holder, key, otherType(holder[key], chance)),
  ({ holder, key }, chance) => put(holder, key, copyOf(JUNK, chance)),
  ({ holder, key }, chance) => put(holder, key, copyOf(JUNK, chance)),
  ({ holder, key }, chance) => put(holder, key, copyOf(DATES, chance)),
  ({ holder }, chance) => put(holder, Array.isArray(holder) ? '0' : '@type', copyOf(TYPES, chance)),
  ({ holder, key }, chance) => put(holder, key, deep(chance)),
  ({ holder, key }) => put(holder, `${key} `, holder[key]),
  ({ holder, key }, chance) => put(holder, Array.isArray(holder) ? '0' : chance.of(STRANGE_NAMES), holder[key]),
  ({ holder, key }) => put(holder, key, [holder[key], holder[key]]),
  ({ holder, key }) => typeof holder[key] === 'string' && put(holder, key, `${holder[key]}${BIDI}`),
];

/** So many of one thing. At most one in a record: of copies of copies there would be no end. */
function crowd({ holder, key }: Spot, chance: Chance): void {
  const one = holder[key];
  put(holder, key, Array.from({ length: 2 + chance.below(60) }, () => one));
}

/** The text of one record with one to three hurts. */
export function hurtRecord(text: string, chance: Chance): string {
  const root: Holder = { record: JSON.parse(text) as Json };
  for (let hurts = 1 + chance.below(3); hurts > 0; hurts -= 1) {
    const spot = spotIn(chance.next() < 0.04 ? root : root['record'], chance);
    if (spot) chance.of(HURTS)?.(spot, chance);
  }
  const last = chance.next() < 0.05 ? spotIn(root['record'], chance) : undefined;
  if (last) crowd(last, chance);
  return JSON.stringify(root['record']) ?? 'null';
}

/** Hurts that no document can have, only its text: names that stand twice, ends that are missing, what is no JSON. */
const TEXT_HURTS: readonly ((text: string, chance: Chance) => string)[] = [
  (text, chance) => text.slice(0, chance.below(text.length + 1)),
  (text) => text.replace('{', '{"id":"twice","id":12,'),
  (text) => text.replace(/\}(\]?)$/, ',"relatedParty":[{"id":"stranger"}],"billingAccount":null}$1'),
  (text) => `\uFEFF${text}`,
  (text) => `${text}\n${text}`,
  () => '',
  () => '<!doctype html><title>502 Bad gateway</title>',
  () => 'null',
  () => '"text"',
  () => '{}',
  () => '[]',
  () => '[[],{},null,7,"x"]',
  () => `${'['.repeat(3_000)}${']'.repeat(3_000)}`,
  (text) => text.replaceAll('"', "'"),
];

export const hurtText = (text: string, chance: Chance): string => chance.of(TEXT_HURTS)?.(text, chance) ?? text;
