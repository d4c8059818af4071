import { columns, keyKind, keysSql, NOT_PLAIN } from './store-schema.ts';
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
  const asText = `${keysSql} ?| ${parameters.add([...values])}::text[]`;
  const others = values.flatMap((value) => literals('eq', value).slice(1)).map((literal) => `[${literal}]`);
  return others.length === 0 ? asText : `(${asText} or ${keysSql} @> any(${parameters.add(others)}::text[]::jsonb[]))`;
}

/** Whose documents, and of what type. */
export interface Owner {
  tenant: string;
  resource: string;
}

const contentSql = (conditions: readonly Condition[], parameters: Parameters): string =>
  conditions.length === 0 ? '' : ` and body @@ ${parameters.add(conditions.map(predicate).join(' && '))}::text::jsonpath`;

/** Documents of which the column says all, and those of which it says nothing. */
function byColumn(own: string, conditions: readonly Condition[], column: Condition, parameters: Parameters): string[] {
  const [name = ''] = column.path;
  const plain = parameters.add(column.values.filter((value) => value !== NOT_PLAIN));
  const others = conditions.filter((condition) => condition !== column);
  return [
    `${own} and ${name} = any(${plain}::text[])${contentSql(others, parameters)}`,
    `${own} and ${name} = '${NOT_PLAIN}'${contentSql(conditions, parameters)}`,
  ];
}

function byContent(own: string, resource: string, conditions: readonly Condition[], parameters: Parameters): string[] {
  const keyed = Map.groupBy(conditions, ({ path, operator }) => (operator === 'eq' ? keyKind(resource, path) : undefined));
  const keysOf = (kind: 'reference' | 'word') => (keyed.get(kind) ?? []).map((condition) => keySql(condition, parameters));
  if (keyed.has('reference')) {
    // In a case, no other index is thought of: it would be taken as soon as the type is guessed to have fewer documents.
    return [`${keysOf('reference').join(' and ')} and case when ${own}${contentSql(conditions, parameters)} then true end`];
  }
  const words = keysOf('word');
  const column = conditions.find(({ path, operator }) => operator === 'eq' && path.length === 1 && columns.includes(path[0] ?? ''));
  if (column && words.length === 0) return byColumn(own, conditions, column, parameters);
  return [`${[own, ...words].join(' and ')}${contentSql(conditions, parameters)}`];
}

/**
 * Conditions as SQL: what a document must fulfil one of, and none fulfils two.
 * Ids are found through the primary key, references and rare words through the
 * keys, states through their column. The rest is for one jsonpath, and so is
 * the last word wherever a key is only a hint.
 */
export function whereSql({ tenant, resource }: Owner, where: readonly Condition[], parameters: Parameters): string[] {
  const own = `tenant = ${parameters.add(tenant)} and type = ${parameters.add(resource)}`;
  // Nothing equals one of no values; and a parameter that no text mentions has no type.
  if (where.some(({ values }) => values.length === 0)) return [`${own} and false`];
  const ids = where.filter(isId).map(({ values }) => ` and id = any(${parameters.add([...values])}::text[])`);
  const rest = where.filter((condition) => !isId(condition));
  if (ids.length > 0 || rest.length === 0) return [`${own}${ids.join('')}${contentSql(rest, parameters)}`];
  return byContent(own, resource, rest, parameters);
}

/**
 * The same under the policy of a caller's role, which finds the few documents that name the caller: conditions may only
 * choose among these, and in a case they cannot lead elsewhere. An id is quicker still.
 */
export function scopedSql({ tenant, resource }: Owner, where: readonly Condition[], parameters: Parameters): string[] {
  const own = `tenant = ${parameters.add(tenant)} and type = ${parameters.add(resource)}`;
  if (where.some(({ values }) => values.length === 0)) return [`${own} and false`];
  const ids = where.filter(isId).map(({ values }) => `id = any(${parameters.add([...values])}::text[]) and `);
  const rest = where.filter((condition) => !isId(condition));
  return [`${ids.join('')}case when ${own}${contentSql(rest, parameters)} then true end`];
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
