import type { Gap } from '@faceplate/contracts';
import type { TmfApi } from '../options.ts';
import { type Fault, faultOf } from '../quarantine/fault.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { TmfBody } from '../upstream/types.ts';

/** The parts of an operator as a customer would name them. */
const SOURCES: Readonly<Record<TmfApi, string>> = {
  TMF620: 'Catalogue',
  TMF621: 'Tickets',
  TMF622: 'Orders',
  TMF623: 'Service levels',
  TMF629: 'Customer records',
  TMF632: 'Customer records',
  TMF635: 'Usage',
  TMF637: 'Products',
  TMF645: 'Availability',
  TMF646: 'Appointments',
  TMF648: 'Quotes',
  TMF653: 'Line tests',
  TMF654: 'Allowances',
  TMF656: 'Outages',
  TMF663: 'Cart',
  TMF666: 'Accounts',
  TMF667: 'Documents',
  TMF669: 'Customer records',
  TMF670: 'Payments',
  TMF672: 'Rights',
  TMF673: 'Addresses',
  TMF676: 'Payments',
  TMF677: 'Allowances',
  TMF678: 'Billing',
  TMF679: 'Eligibility',
  TMF680: 'Recommendations',
  TMF681: 'Messages',
  TMF683: 'Contact history',
  TMF687: 'Stock',
  TMF760: 'Configuration',
};

/** What is shown as it was: of several answers the one from longest ago says how old. */
export function aged(api: TmfApi, answers: readonly { asOf?: string }[]): Gap[] {
  const [asOf] = answers.flatMap((answer) => answer.asOf ?? []).toSorted();
  return asOf === undefined ? [] : [{ source: SOURCES[api], reason: 'unreachable', asOf }];
}

export const unreadable = (api: TmfApi, count?: number): Gap => ({ source: SOURCES[api], reason: 'unreadable', ...(count !== undefined && { count }) });

/** What is missing is missing once, however often it was asked for. Alike are those that are written alike. */
export const onceEach = <T>(items: readonly T[]): T[] => [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];

/** What was found, or the gap in its place. */
export type Found<T> = { value: T; gaps: Gap[] } | { value?: never; gaps: Gap[] };

/** For what a view can do without: a backend that fails leaves a gap, and the rest is shown. */
export async function orGap<T>(api: TmfApi, work: Promise<T>): Promise<Found<T>> {
  try {
    return { value: await work, gaps: [] };
  } catch (error) {
    if (!(error instanceof UpstreamProblem)) throw error;
    const reason = error.fault === 'garbage' ? 'unreadable' : 'unreachable';
    return { gaps: [{ source: SOURCES[api], reason }] };
  }
}

export interface Rows {
  rows: TmfBody[];
  /** Rows that were no objects at all. */
  unreadable: number;
  /** What is known to be missing beside the rows: one of two systems, or rows that could not be reached. */
  gaps?: readonly Gap[];
  /** Hears of each row that cannot be shown, for the operator. */
  bad?: (row: TmfBody, fault: Fault) => void;
}

/** Reads each record by itself: a bad one is counted, and never costs its neighbours. `undefined` leaves one out silently. */
export function readEach<T>(api: TmfApi, { rows, unreadable: lost, gaps = [], bad: tell }: Rows, read: (row: TmfBody) => T | undefined): { items: T[]; gaps: Gap[]; lost: number } {
  const items: T[] = [];
  let bad = lost;
  for (const row of rows) {
    try {
      const item = read(row);
      if (item !== undefined) items.push(item);
    } catch (error) {
      const fault = faultOf(error);
      if (!fault) throw error;
      tell?.(row, fault);
      bad += 1;
    }
  }
  return { items, gaps: bad > 0 ? [...gaps, unreadable(api, bad)] : [...gaps], lost: bad };
}
