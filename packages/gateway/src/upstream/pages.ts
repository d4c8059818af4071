import type { Answered } from './exchange.ts';
import { UpstreamProblem } from './problem.ts';
import { isObject, type TmfBody } from './types.ts';

/** Rows asked for at once. Servers may give fewer. */
const PAGE = 500;
const MOST_PAGES = 40;

export interface Page {
  offset: number;
  limit: number;
}

export interface Read {
  items: TmfBody[];
  total: number;
  unreadable: number;
  partial: boolean;
  /** Whether the server said a total at all: some say none when it is zero. */
  told: boolean;
  tidy: boolean;
}

interface Reading {
  /** How many rows of the list stand before the first that was asked for. */
  from: number;
  rows: unknown[];
  tidy: boolean;
  total: number | undefined;
  ended: boolean;
  /** The server gave its first page again: it heeds no offset, and what lies behind a full page is out of reach. */
  stuck: boolean;
}

/**
 * Reads on until the server's total, an empty page, or `limit`. `Link` headers are malformed in the field and never
 * used; totals may be missing.
 */
export async function readPages(ask: (page: Page) => Promise<Answered>, { limit, offset: from = 0 }: { limit: number; offset?: number }, origin: string): Promise<Read> {
  const reading: Reading = { from, rows: [], tidy: true, total: undefined, ended: false, stuck: false };
  const most = Math.max(MOST_PAGES, Math.ceil(limit / PAGE));
  for (let page = 0; page < most && reading.rows.length < limit && !reading.ended; page += 1) {
    const offset = from + reading.rows.length;
    const wanted = Math.min(PAGE, limit - reading.rows.length);
    const answer = await ask({ offset, limit: wanted }).catch((error: unknown) => pastTheEnd(error, offset, origin));
    if (answer === undefined) reading.ended = true;
    else takeUp(reading, rowsOf(answer, origin), wanted, answer);
  }
  return listOf(reading, limit);
}

function takeUp(reading: Reading, got: readonly unknown[], wanted: number, { headers, tidy }: Answered): void {
  const repeated = sameRow(got[0], reading.rows[0]);
  if (repeated) reading.stuck = got.length >= wanted;
  reading.ended = got.length === 0 || repeated;
  if (!reading.ended) reading.rows.push(...got);
  reading.tidy &&= tidy;
  reading.total = totalOf(headers) ?? reading.total;
  if (reading.total !== undefined && reading.from + reading.rows.length >= reading.total) reading.ended = true;
}

/** Behind the last row some servers say 400, 404 or 416 instead of giving an empty page. Before the first one there is no such list. */
function pastTheEnd(error: unknown, offset: number, origin: string): undefined {
  if (!(error instanceof UpstreamProblem)) throw error;
  if (offset > 0 && (error.status === 416 || error.status === 400 || error.fault === 'not-found')) return undefined;
  if (error.fault === 'not-found') throw new UpstreamProblem('garbage', origin, 'no such collection', { status: error.status ?? 404 });
  throw error;
}

/** What was read, no more than `limit` of it; `ended` says that the server had no more, where it gives no total. */
function listOf({ from, rows, total, ended, stuck, tidy }: Reading, limit: number): Read {
  const kept = rows.slice(0, limit);
  const items = kept.filter(isObject);
  const seen = rows.length > 0 ? from + rows.length : 0;
  const partial = total === undefined ? !ended || stuck : from + rows.length < total;
  return { items, unreadable: kept.length - items.length, total: Math.max(total ?? 0, seen), partial, told: total !== undefined, tidy };
}

function rowsOf(answer: Answered, origin: string): unknown[] {
  if (Array.isArray(answer.body)) return answer.body;
  throw new UpstreamProblem('garbage', origin, 'answer is no list', { status: answer.status });
}

function totalOf(headers: Answered['headers']): number | undefined {
  const text = headers.get('x-total-count');
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

const sameRow = (one: unknown, other: unknown): boolean =>
  isObject(one) && isObject(other) && one['id'] !== undefined && one['id'] === other['id'];
