import { LocalDate } from '@faceplate/contracts';
import * as z from 'zod/mini';
import { billSummaryOf } from '../bills/bills.adapter.ts';
import { billsBackend } from '../bills/bills.backend.ts';
import { billedPayments } from '../payments/payments.backend.ts';
import { invalid } from '../problem.ts';
import { type Call, type Route, route } from '../routing/route.ts';
import { readEach } from '../tmf/gather.ts';
import { settingOf } from '../tmf/setting.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import { factsOfAccount } from './account-facts.ts';
import { localeQuery } from './locale-query.ts';
import { printerOf } from './paper-bill.ts';
import { entriesOf, type Statement, statementsOf } from './statement.ts';
import { statementPaper } from './statement-paper.ts';

/** A day's beginning of the year it is in. */
const newYear = (day: LocalDate): LocalDate => `${day.slice(0, 4)}-01-01`;

export const statementRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/accounts/:accountId/statement',
    summary: 'A statement of a billing account as a PDF: what it stood at, what moved it, what it stands at.',
    detail: 'From `from` to `to`, both included; this year up to today where they are left out. It confirms the balance on its last day.',
    query: z.object({ from: z.optional(LocalDate), to: z.optional(LocalDate), ...localeQuery }),
    codes: ['documents-unavailable', 'documents-busy'],
    answer: { media: 'application/pdf' },
    policy: { action: 'payment.read' },
    routeClass: 'export',
    handle: async (call) => {
      const { today } = settingOf(call);
      const to = call.query.to === undefined || call.query.to > today ? today : call.query.to;
      const from = call.query.from ?? newYear(to);
      if (from > to) throw invalid(400, [{ path: 'from', message: 'It must not be after `to`.' }]);
      const account = await factsOfAccount(call, call.params.accountId);
      call.demand({ accountIds: [account.id] });
      const statements = await stated(call, account.id, from, to);
      const paper = statementPaper({ account, from, to, made: today, statements }, call.tenant, call.query.locale);
      return { bytes: await printerOf(call).print(paper), fileName: `statement-${from}-${to}-${account.id}.pdf` };
    },
  }),
];

/** @throws {UpstreamProblem} when something is missing: a statement with a hole in it confirms what is not so. */
async function stated(call: Call, accountId: string, from: LocalDate, to: LocalDate): Promise<Statement[]> {
  const backend = billsBackend(call);
  const [found, paid] = await Promise.all([backend.bills(accountId), billedPayments(call, new Set())]);
  const { items: bills, gaps } = readEach('TMF678', found, (body) => billSummaryOf(body, settingOf(call), backend.origin));
  if (gaps.length > 0 || paid.gaps.length > 0) throw new UpstreamProblem('unreachable', backend.origin, 'bills or payments are missing');
  return statementsOf(entriesOf({ bills, payments: paid.items, zone: call.tenant.zone }), from, to);
}
