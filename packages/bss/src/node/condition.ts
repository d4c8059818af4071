import { keyKind, keysSql } from './store-schema.ts';
import { numberIn } from '../store/match.ts';
import type { Condition, SortKey } from '../store/store.ts';

const OPERATORS = { eq: '==', gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

/** A jsonpath accessor. Names are quoted as JSON text, which is how jsonpath quotes. */
const accessor = (path: readonly string[]): string => `$${path.map((step) => `.${JSON.stringify(step)}`).join('')}`;

/** The literals a query value may meet: text always, a number or a boolean where it reads as one. */
function literals(operator: Condition['operator'], value: string): string[] {
  const number = numberIn(value) === undefined ? [] : [value];
  const boolean = operator === 'eq' && (value === 'true' || value === 'false') ? [value] : [];
  return [JSON.stringify(value), ...number, ...boolean];
}

/** One condition as a jsonpath predicate. Lax mode steps through arrays as `valuesAt` does. */
function predicate({ path, operator, values }: Condition): string {
  const target = accessor(path);
  const operands = values.flatMap((value) => literals(operator, value));
  return `(${operands.map((operand) => `${target} ${OPERATORS[operator]} ${operand}`).join(' || ')})`;
}

const isId = ({ path, operator }: Condition): boolean => operator === 'eq' && path.length === 1 && path[0] === 'id';

/** Hands out `$1`, `$2` … and keeps what stands behind them: no value is ever part of SQL text. */
export class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** Says that a document holds one of the values among its keys. Where it holds it, is for the jsonpath. */
function keySql({ values }: Condition, parameters: Parameters): string {
  const others = values.flatMap((value) => literals('eq', value).slice(1));
  const asText = `${keysSql} ?| ${parameters.add([...values])}::text[]`;
  const asOther = others.map((literal) => ` or ${keysSql} @> ${parameters.add(`[${literal}]`)}::text::jsonb`);
  return `(${asText}${asOther.join('')})`;
}

/** Whose documents, and of what type. */
export interface Owner {
  tenant: string;
  resource: string;
}

/**
 * Conditions as SQL: ids through the primary key, the rest as one jsonpath;
 * where there are keys among them, the index finds those first.
 *
 * The planner knows nothing of how rare a key is. Where a reference is asked
 * for, which few documents hold, no other index is left to it: it would walk
 * all documents of the type as soon as it guesses them to be fewer.
 */
export function whereSql({ tenant, resource }: Owner, where: readonly Condition[], parameters: Parameters): string {
  const own = `tenant = ${parameters.add(tenant)} and type = ${parameters.add(resource)}`;
  // Nothing equals one of no values; and a parameter that no text mentions has no type.
  if (where.some(({ values }) => values.length === 0)) return `${own} and false`;
  const ids = where.filter(isId).map(({ values }) => ` and id = any(${parameters.add([...values])}::text[])`);
  const rest = where.filter((condition) => !isId(condition));
  if (rest.length === 0) return `${own}${ids.join('')}`;
  const content = `body @@ ${parameters.add(rest.map(predicate).join(' && '))}::text::jsonpath`;
  if (ids.length > 0) return `${own}${ids.join('')} and ${content}`;
  const keyed = Map.groupBy(rest, ({ path, operator }) => (operator === 'eq' ? keyKind(path) : undefined));
  const keysOf = (kind: 'reference' | 'word') => (keyed.get(kind) ?? []).map((condition) => keySql(condition, parameters));
  if (keyed.has('reference')) return `${keysOf('reference').join(' and ')} and case when ${own} then ${content} end`;
  return [own, ...keysOf('word'), content].join(' and ');
}

const DIRECTIONS = { asc: 'asc nulls last', desc: 'desc nulls last' } as const;

/** Sorting as SQL: columns to compute for every match, and the order over them. */
export interface SortSql {
  /** `, … as n0, … as t0` */
  columns: string;
  /** `n0 asc nulls last, t0 asc nulls last, seq` */
  order: string;
}

/** The first value at the path, stepping into a list at its end. */
function sortColumns({ path }: SortKey, at: number, parameters: Parameters): string {
  const value = `jsonb_path_query_first(body, ${parameters.add(`${accessor(path)}[*]`)}::text::jsonpath)`;
  const number = `case when jsonb_typeof(${value}) = 'number' then (${value})::numeric end`;
  const text = `(case when jsonb_typeof(${value}) in ('string', 'boolean') then ${value} #>> '{}' end) collate "C"`;
  return `, ${number} as n${at}, ${text} as t${at}`;
}

/** Numbers, then text by code point, then what has neither; equals in the order of creation. */
export function sortSql(sort: readonly SortKey[], parameters: Parameters): SortSql {
  const columns = sort.map((key, at) => sortColumns(key, at, parameters)).join('');
  const terms = sort.map(({ descending = false }, at) => {
    const direction = DIRECTIONS[descending ? 'desc' : 'asc'];
    return `n${at} ${direction}, t${at} ${direction}, `;
  });
  return { columns, order: `${terms.join('')}seq` };
}
