import type { TmfBody } from './types.ts';

/** An identity in whole numbers: TMF642's alarms, and other people's databases. */
const isCount = (value: unknown): value is number => typeof value === 'number';

/**
 * An id is opaque text here, also where a server counts. A number too large to be exact is no id: by it another
 * record would be meant.
 */
const idOf = (value: number): string | undefined => (Number.isSafeInteger(value) ? String(value) : undefined);

const isId = (name: string): boolean => name === 'id' || name === 'partyId';

/** Some files have property names with a blank at the end (`"InitiatePaymentDate "` in TMF676). */
export const nameOf = (name: string): string => {
  const trimmed = name.trim();
  return trimmed === '__proto__' ? name : trimmed;
};

/** One attribute as every server should have written it; `undefined` for what says nothing (`null`). */
export function attributeOf(name: string, value: unknown): unknown {
  if (value === null) return undefined;
  return isCount(value) && isId(name) ? idOf(value) : value;
}

/** A name may hold a quotation mark of its own, and begin or end with a blank written as an escape. */
const UNTIDY = /null|\\u00|"(?:id|partyId)"\s*:\s*[-\d]|(?:\s|\\[bfnrt])"\s*:|"(?:\s|\\[bfnrt])(?:[^"\\]|\\.)*"\s*:/;

/**
 * Whether a JSON text holds nothing that `tidied` would put in order, told at one look over it instead of at every
 * value. A text that merely looks so (a note that says "null") is looked at value by value.
 */
export const isTidyText = (text: string): boolean => !UNTIDY.test(text);

/** How deep a v4 body is looked at: a record, its references and lists, and what stands in those. */
const DEEP = 3;

/**
 * A v4 body with ids as text, and without nulls or blanks around names. What is in order already comes back as it is,
 * uncopied: nearly every record of nearly every server.
 */
export const tidied = (body: TmfBody): TmfBody => (isTidy(body, DEEP) ? body : inOrder(body, DEEP));

/** Every row of every answer is looked at: this is the plainest loop there is. */
function isTidy(body: object, depth: number): boolean {
  for (const name in body) {
    const value = (body as TmfBody)[name];
    if (value === null || isBlankEnded(name)) return false;
    if (typeof value === 'object') {
      if (depth > 0 && !isTidy(value, depth - 1)) return false;
    } else if (typeof value === 'number' && isId(name)) return false;
  }
  return true;
}

const isBlankEnded = (name: string): boolean => name.charCodeAt(name.length - 1) <= 32 || name.charCodeAt(0) <= 32;

function valueInOrder(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || depth < 0 || isTidy(value, depth)) return value;
  return Array.isArray(value) ? value.map((one: unknown) => valueInOrder(one, depth - 1)) : inOrder(value as TmfBody, depth);
}

function inOrder(body: TmfBody, depth: number): TmfBody {
  const entries = Object.entries(body).map(([name, value]): [string, unknown] => [nameOf(name), valueInOrder(attributeOf(nameOf(name), value), depth - 1)]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}
