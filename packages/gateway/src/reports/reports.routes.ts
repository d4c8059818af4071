import { SavedReport, SavedReportChange, SavedReportList, SavedReportRequest } from '@faceplate/contracts';
import * as z from 'zod/mini';
import type { Code } from '../docs/problem-codes.ts';
import { notFound, Refusal } from '../problem.ts';
import { type Call, type Route, route } from '../routing/route.ts';
import { added, type Bar, changed, type Facts, MOST_REPORTS, type Outcome, removed, restored } from './shelf.ts';
import type { KeptReport, Owner } from './store.ts';

const TAKEN: readonly Code[] = ['report-name-taken', 'reports-full', 'busy'];

const BARS: Readonly<Record<Bar, () => Refusal>> = {
  unknown: notFound,
  full: () => new Refusal({ status: 409, code: 'reports-full', title: `You keep ${MOST_REPORTS} reports already. Remove one first.` }),
  'name-taken': () =>
    new Refusal({ status: 409, code: 'report-name-taken', title: 'You have a report of that name already. Choose another name.', errors: [{ path: 'name', message: 'You have a report of that name already.' }] }),
};

/** One's own alone, whatever one may see of others. */
function ownerOf(call: Call): Owner {
  const { subject, tenant } = call;
  call.demand({ partyIds: [subject.sub] });
  return { tenant: tenant.publicUrl, person: subject.sub };
}

/** An account as it is called now; of one that is not the person's any more, the name it was saved under. */
function reportOf(call: Call, { id, name: title, by, months, madeAt, changedAt, account }: KeptReport): SavedReport {
  const report = { id, name: title, by, months, madeAt, changedAt };
  if (!account) return report;
  const mine = call.allows({ accountIds: [account.id] }, 'bill.read');
  const name = (mine ? call.subject.accountNames?.[account.id] : undefined) ?? account.name;
  return { ...report, account: { id: account.id, name, ...(!mine && { gone: true }) } };
}

/** @throws {Refusal} 404 for an account that is none of the caller's. */
function accountFor(call: Call, id: string | null | undefined): Pick<Facts, 'account'> {
  if (id === undefined || id === null) return {};
  call.demand({ accountIds: [id] }, 'bill.read');
  return { account: { id, name: call.subject.accountNames?.[id] ?? id } };
}

async function done(call: Call, work: (reports: readonly KeptReport[], at: string) => Outcome): Promise<SavedReport> {
  const outcome = await call.reports.change(ownerOf(call), work);
  if (typeof outcome === 'string') throw BARS[outcome]();
  call.concerns('report', outcome.id);
  return reportOf(call, outcome);
}

async function save(call: Call<unknown, unknown, SavedReportRequest>): Promise<SavedReport> {
  const { body: { accountId, ...facts }, operationKey } = call;
  const account = accountFor(call, accountId);
  return done(call, (reports, at) => added(reports, operationKey.slice(0, 24), { ...facts, ...account }, at));
}

async function change(call: Call<{ reportId: string }, unknown, SavedReportChange>): Promise<SavedReport> {
  const { params, body: { name, by, months, accountId } } = call;
  const account = accountFor(call, accountId);
  return done(call, (reports, at) =>
    changed(reports, params.reportId, (report) => {
      const about = accountId === undefined ? report.account && { account: report.account } : account;
      return { name: name ?? report.name, by: by ?? report.by, months: months ?? report.months, ...about };
    }, at));
}

export const reportRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/reports',
    summary: 'The reports you keep, by name.',
    detail: 'A report is a question about spending, kept under a name; `GET /spend` with its `by`, `months` and `account` answers it. One about an account that is not yours any more stays, with `account.gone`.',
    answer: SavedReportList,
    policy: { action: 'report.read' },
    handle: async (call) => {
      const kept = await call.reports.list(ownerOf(call));
      return { items: kept.map((report) => reportOf(call, report)), total: kept.length, gaps: [] };
    },
  }),
  route({
    method: 'POST',
    path: '/reports',
    summary: 'Keeps a report under a name.',
    detail: `At most ${MOST_REPORTS} a person. Names are told apart by more than capitals and spaces.`,
    body: SavedReportRequest,
    codes: ['not-found', ...TAKEN],
    answer: SavedReport,
    status: 201,
    policy: { action: 'report.change' },
    handle: save,
  }),
  route({
    method: 'PATCH',
    path: '/reports/:reportId',
    summary: 'Gives a report another name, or lets it ask something else.',
    body: SavedReportChange,
    codes: TAKEN,
    answer: SavedReport,
    policy: { action: 'report.change' },
    handle: change,
  }),
  route({
    method: 'DELETE',
    path: '/reports/:reportId',
    summary: 'Removes a report. For a day it can be brought back.',
    codes: ['busy'],
    answer: SavedReport,
    policy: { action: 'report.change' },
    handle: (call) => done(call, (reports, at) => removed(reports, call.params.reportId, at)),
  }),
  route({
    method: 'POST',
    path: '/reports/:reportId/restore',
    summary: 'Brings a removed report back, under the id it had.',
    body: z.object({}),
    codes: ['not-found', ...TAKEN],
    answer: SavedReport,
    policy: { action: 'report.change' },
    handle: (call) => done(call, (reports) => restored(reports, call.params.reportId)),
  }),
];
