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

/** Conditions as SQL: ids through the primary key, the rest as one jsonpath that the GIN index answers. */
export function whereSql(where: readonly Condition[], parameters: Parameters): string {
  // Nothing equals one of no values; and a parameter that no text mentions has no type.
  if (where.some(({ values }) => values.length === 0)) return ' and false';
  const ids = where.filter(isId).map(({ values }) => ` and id = any(${parameters.add([...values])}::text[])`);
  const rest = where.filter((condition) => !isId(condition)).map(predicate);
  const content = rest.length === 0 ? '' : ` and body @@ ${parameters.add(rest.join(' && '))}::text::jsonpath`;
  return `${ids.join('')}${content}`;
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
