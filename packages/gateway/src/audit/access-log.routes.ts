import { type AccessEntry, AccessLog } from '@faceplate/contracts';
import * as z from 'zod/mini';
import { csvOf, CSV_TYPE } from '../exports/csv.ts';
import type { AuditRecord } from '../options.ts';
import { Refusal } from '../problem.ts';
import { type Call, type Route, route } from '../routing/route.ts';
import { accessEntryOf } from './access-entry.ts';

const PAGE = 50;
const MOST = 200;
/** Years of an ordinary customer; whoever needs more asks page by page. */
const MOST_EXPORTED = 10_000;

const Query = z.object({
  cursor: z.optional(z.string().check(z.maxLength(100))),
  limit: z.optional(z.string().check(z.regex(/^[1-9]\d{0,2}$/))),
});

const lost = () => new Refusal({ status: 400, code: 'cursor-invalid', title: 'This page of the list cannot be found. Start from the first.' });

/** What is about the person, about those the person looks after as their own, or was done by the person. */
async function recordsOf(call: Call, limit: number, before?: string): Promise<AuditRecord[]> {
  const { partyIds } = call.reach('access-log.read');
  const records = await call.accessLog?.about(partyIds, { limit, ...(before !== undefined && { before }) });
  if (!records && before !== undefined) throw lost();
  return records ?? [];
}

async function page(call: Call<unknown, z.infer<typeof Query>>): Promise<AccessLog> {
  const { cursor, limit } = call.query;
  const most = Math.min(Number(limit ?? PAGE), MOST);
  const records = await recordsOf(call, most + 1, cursor);
  const shown = records.slice(0, most);
  const next = records.length > most ? shown.at(-1)?.hash : undefined;
  return { items: shown.map((record) => accessEntryOf(record, call.subject)), ...(next !== undefined && { next }) };
}

const COLUMNS = ['at', 'who', 'actor', 'action', 'summary', 'object', 'id', 'result', 'code', 'reason', 'consent'];
const cellsOf = (entry: AccessEntry) => {
  const { at, who, actor, action, summary, object, result, code, reason, consent } = entry;
  return [at, who, actor, action, summary, object?.kind, object?.id, result, code, reason, consent];
};

async function exported(call: Call, ending: 'csv' | 'json', write: (entries: AccessEntry[]) => string) {
  const entries = (await recordsOf(call, MOST_EXPORTED)).map((record) => accessEntryOf(record, call.subject));
  return { bytes: new TextEncoder().encode(write(entries)), fileName: `access-log-${call.clock().toISOString().slice(0, 10)}.${ending}` };
}

export const accessLogRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/access-log',
    summary: 'Who looked at or changed your data, and what you did yourself, newest first.',
    codes: ['cursor-invalid'],
    query: Query,
    answer: AccessLog,
    policy: { action: 'access-log.read' },
    handle: page,
  }),
  route({
    method: 'GET',
    path: '/access-log/export.csv',
    summary: 'The newest ten thousand entries of the access log as a table.',
    answer: { media: CSV_TYPE },
    policy: { action: 'access-log.read' },
    routeClass: 'export',
    handle: (call) => exported(call, 'csv', (entries) => csvOf(COLUMNS, entries.map(cellsOf))),
  }),
  route({
    method: 'GET',
    path: '/access-log/export.json',
    summary: 'The newest ten thousand entries of the access log for a program.',
    answer: { media: 'application/json' },
    policy: { action: 'access-log.read' },
    routeClass: 'export',
    handle: (call) => exported(call, 'json', (entries) => JSON.stringify({ entries }, undefined, 2)),
  }),
];
