import { Parameters, scopedSql, sortSql, whereSql } from './condition.ts';
import type { ListQuery } from '../store/store.ts';

/** A list as SQL: one statement for the page with its total, one for the total alone. */
export interface ListSql {
  page: string;
  parameters: unknown[];
  count: string;
  countParameters: unknown[];
}

/**
 * Matches are found first and materialised, as id and sort keys alone: the
 * planner guesses that a jsonpath matches 1 in 100, and would else walk all
 * documents in order, hoping to fill the page early. Without a condition that
 * walk is the right way. `isScoped`: the policy of the caller's role finds candidates.
 */
export function listSql(tenant: string, resource: string, query: ListQuery, isScoped = false): ListSql {
  const { where = [], sort = [], offset = 0, limit } = query;
  const parameters = new Parameters();
  const places = isScoped ? scopedSql({ tenant, resource }, where, parameters) : whereSql({ tenant, resource }, where, parameters);
  const select = (what: string) => places.map((place) => `select ${what} from doc where ${place}`).join(' union all ');
  const count = `select count(*)::int as total from (${select('1')}) as found`;
  const countParameters = [...parameters.values];
  if (isScoped) return { page: scopedPage(select, parameters, query), parameters: parameters.values, count, countParameters };
  const { columns, order } = sortSql(sort, parameters);
  const window = `offset ${parameters.add(offset)}${limit === undefined ? '' : ` limit ${parameters.add(limit)}`}`;
  const page =
    where.length === 0 && sort.length === 0
      ? `${select(`body::text as body, rev, (${count}) as total`)} order by seq ${window}`
      : `with found as materialized (${select(`id, seq${columns}`)}),
          page as (select id, row_number() over (order by ${order}) as place from found order by ${order} ${window})
        select body::text as body, rev, (select count(*)::int from found) as total
        from page join doc using (id) where tenant = $1 and type = $2 order by place`;
  return { page, parameters: parameters.values, count, countParameters };
}

/** A caller's own documents are few: they are taken up once, as looking for each again would ask the policy about it again. */
function scopedPage(select: (what: string) => string, parameters: Parameters, { sort = [], offset = 0, limit }: ListQuery): string {
  const { columns, order } = sortSql(sort, parameters);
  const window = `offset ${parameters.add(offset)}${limit === undefined ? '' : ` limit ${parameters.add(limit)}`}`;
  return `with found as materialized (${select(`body, rev, seq${columns}`)})
    select body::text as body, rev, (select count(*)::int from found) as total from found order by ${order} ${window}`;
}
