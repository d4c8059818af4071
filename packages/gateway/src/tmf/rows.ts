import type { Gap } from '@faceplate/contracts';
import type { TmfApi } from '../options.ts';
import type { Fault } from '../quarantine/fault.ts';
import type { Call } from '../routing/route.ts';
import { originOf } from '../upstream/origin.ts';
import type { TmfBody, TmfList } from '../upstream/types.ts';
import { aged, type Rows, unreadable } from './gather.ts';

/** Who hears of the records of a collection that cannot be shown. */
function teller(call: Call, api: TmfApi, resource: string): (row: TmfBody | undefined, fault: Fault) => void {
  return (row, fault) => call.quarantine({ api, upstream: originOf(row) ?? call.tmf(api).origin, resource, id: row?.['id'], ...fault });
}

/** One of several systems that did not answer. */
const missingGaps = (answers: readonly TmfList[]): Gap[] => {
  const gaps = answers.flatMap(({ missing = [] }) => missing);
  return [...new Map(gaps.map(({ origin, reason }) => [origin, { source: origin, reason }])).values()];
};

export interface Gathered {
  rows: TmfBody[];
  /** Rows nobody has counted lie out of reach: behind the row limit, or behind strangers' rows. */
  isCutShort: boolean;
  /** Records that do not say whose they are. */
  unowned?: readonly TmfBody[];
}

/** The rows of an answer with what is missing from it; the operator hears of each row that was no record, or nobody's. */
export function gathered(call: Call, api: TmfApi, resource: string, answers: readonly TmfList[], { rows, isCutShort, unowned = [] }: Gathered): Rows {
  const bad = teller(call, api, resource);
  const lost = answers.reduce((sofar, answer) => sofar + answer.unreadable, 0);
  for (let index = 0; index < lost; index += 1) bad(undefined, { path: '', rule: 'no-object' });
  for (const row of unowned) bad(row, { path: 'relatedParty', rule: 'no-owner' });
  return { rows, unreadable: lost, gaps: [...aged(api, answers), ...missingGaps(answers), ...(isCutShort ? [unreadable(api)] : [])], bad };
}

/** Rows that are nobody's own: the catalogue, the lines of one bill. */
export const rowsOf = (call: Call, api: TmfApi, resource: string, list: TmfList): Rows =>
  gathered(call, api, resource, [list], { rows: list.items, isCutShort: list.partial });
