import { badParameter } from './tmf-error.ts';
import type { Condition, ListQuery, SortKey } from '../store/store.ts';

/** Most rows of one answer, and how many there are when the caller does not say. */
export const MAX_LIMIT = 1000;
export const DEFAULT_LIMIT = 100;

const MAX_CONDITIONS = 30;
const MAX_VALUES = 200;
const RESERVED = new Set(['fields', 'offset', 'limit', 'sort']);
const OPERATOR = /^(.+)\.(gt|gte|lt|lte)$/;
const PATH = /^[^\s.'"\\]{1,64}(\.[^\s.'"\\]{1,64}){0,7}$/;

/** What a list request asks for. `fields` undefined means whole bodies. */
export interface ListRequest extends ListQuery {
  offset: number;
  limit: number;
  fields: ReadonlySet<string> | undefined;
}

function pathOf(name: string): string[] {
  if (!PATH.test(name)) throw badParameter(`"${name.slice(0, 80)}" is not the name of an attribute.`);
  return name.split('.');
}

function wholeNumber(parameters: URLSearchParams, name: string, fallback: number): number {
  const text = parameters.get(name);
  if (text === null) return fallback;
  if (!/^\d{1,9}$/.test(text)) throw badParameter(`"${name}" must be a whole number, 0 or more.`);
  return Number(text);
}

/** A comma separates alternatives (TMF630), but a value may also hold one: the whole text counts too. */
function alternatives(texts: readonly string[]): string[] {
  const values = [...new Set(texts.flatMap((text) => [text, ...text.split(',')]))];
  if (values.length > MAX_VALUES) throw badParameter(`No more than ${MAX_VALUES} values are taken for one attribute.`);
  return values;
}

function conditionOf(name: string, texts: readonly string[]): Condition[] {
  const [, attribute, operator] = OPERATOR.exec(name) ?? [];
  if (attribute === undefined) return [{ path: pathOf(name), operator: 'eq', values: alternatives(texts) }];
  return texts.map((text) => ({
    path: pathOf(attribute),
    operator: operator as Condition['operator'],
    values: [text],
  }));
}

function conditionsIn(parameters: URLSearchParams): Condition[] {
  const names = [...new Set(parameters.keys())].filter((name) => !RESERVED.has(name));
  const where = names.flatMap((name) => conditionOf(name, parameters.getAll(name)));
  if (where.length > MAX_CONDITIONS) throw badParameter(`No more than ${MAX_CONDITIONS} conditions are taken.`);
  return where;
}

function sortIn(parameters: URLSearchParams): SortKey[] {
  const keys = parameters.getAll('sort').flatMap((text) => text.split(',')).filter((key) => key !== '');
  if (keys.length > 4) throw badParameter('No more than 4 sort keys are taken.');
  return keys.map((key) => ({ path: pathOf(key.replace(/^[-+ ]/, '')), descending: key.startsWith('-') }));
}

const IDENTITY = ['id', 'href', '@type'];

/** The attributes asked for by `fields`, `none` among them being no attribute; identity always comes along. */
export function fieldsIn(parameters: URLSearchParams): ReadonlySet<string> | undefined {
  const names = parameters.getAll('fields').flatMap((text) => text.split(',')).filter((name) => name !== '');
  return names.length === 0 ? undefined : new Set([...IDENTITY, ...names.map((name) => name.trim())]);
}

function refuseUnstorable(parameters: URLSearchParams): void {
  for (const text of [...parameters].flat()) {
    // jsonb cannot hold U+0000, so no store may be asked about it.
    if (text.includes('\0') || !text.isWellFormed()) throw badParameter('Text must be well-formed and free of NUL.');
  }
}

/** Reads filters, sorting, paging and selection from a query string. Throws a 400 for what it cannot read. */
export function listRequest(parameters: URLSearchParams): ListRequest {
  refuseUnstorable(parameters);
  return {
    where: conditionsIn(parameters),
    sort: sortIn(parameters),
    offset: wholeNumber(parameters, 'offset', 0),
    limit: Math.min(wholeNumber(parameters, 'limit', DEFAULT_LIMIT), MAX_LIMIT),
    fields: fieldsIn(parameters),
  };
}
