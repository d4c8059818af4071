import type { Gap } from '@faceplate/contracts';
import type { Code } from '../docs/problem-codes.ts';
import type { Action } from '../policy/actions.ts';
import { type Call, type Route, route, type Schema } from '../routing/route.ts';
import { type Cell, csvOf, CSV_TYPE } from './csv.ts';

interface Found<Item> {
  items: Item[];
  /** What is missing; the JSON says it too. */
  gaps: readonly Gap[];
}

interface Export<Item> {
  /** `/bills`: the list whose items are written down. */
  list: `/${string}`;
  action: Action;
  /** Filters of the list that the export takes too. */
  query?: Schema;
  codes?: readonly Code[];
  /** All of them: an export has no pages. */
  items: (call: Call<unknown, never>) => Promise<Found<Item>>;
  /** Heading → what stands below it. */
  columns: Readonly<Record<string, (item: Item) => Cell>>;
}

/**
 * A list as a file to keep, for people (CSV, safe to open in a spreadsheet) and for programs (JSON). To be put before the
 * list's own `/:id`, which would take the names for ids.
 */
export function exportRoutes<Item>({ list, action, query, codes, items, columns }: Export<Item>): readonly Route[] {
  const noun = list.slice(1);
  const fields = Object.entries(columns);
  const file = async (call: Call, ending: 'csv' | 'json', write: (shown: Found<Item>) => string) => {
    const shown = call.project(await items(call as Call<unknown, never>));
    return { bytes: new TextEncoder().encode(write(shown)), fileName: `${noun}-${call.clock().toISOString().slice(0, 10)}.${ending}` };
  };
  const table = (shown: Found<Item>) => csvOf(fields.map(([heading]) => heading), shown.items.map((item) => fields.map(([, cell]) => cell(item))));
  const common = { method: 'GET', policy: { action }, routeClass: 'export', ...(query && { query }), ...(codes && { codes }) } as const;
  return [
    route({ ...common, path: `${list}/export.csv`, summary: `Your ${noun} as a table for a spreadsheet.`, detail: DETAIL, answer: { media: CSV_TYPE }, handle: (call) => file(call, 'csv', table) }),
    route({ ...common, path: `${list}/export.json`, summary: `Your ${noun} as a file for a program.`, answer: { media: 'application/json' }, handle: (call) => file(call, 'json', ({ items: all, gaps }) => JSON.stringify({ items: all, gaps }, undefined, 2)) }),
  ];
}

const DETAIL = 'RFC 4180, UTF-8 with a byte order mark, numbers as numbers. Text that a spreadsheet would take for a formula begins with an apostrophe; `export.json` has it as it is.';
