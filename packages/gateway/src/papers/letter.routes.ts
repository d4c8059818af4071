import * as z from 'zod/mini';
import { balanceSheet } from '../balance/sheet.ts';
import { type Call, type Route, route } from '../routing/route.ts';
import { settingOf } from '../tmf/setting.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import { factsOfAccount } from './account-facts.ts';
import { paperHtml } from './html.ts';
import { letterPaper } from './letter-paper.ts';
import { localeQuery } from './locale-query.ts';
import type { Paper } from './paper.ts';
import { bytesOf, printerOf } from './paper-bill.ts';
import { recipientOf } from './recipient.ts';
import type { Locale } from './words.ts';

const query = z.object(localeQuery);

export const letterRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/accounts/:accountId/balance-letter/document',
    summary: 'A letter that confirms what is owed on a billing account today, as a PDF.',
    detail: 'PDF/UA: the six figures of `GET /balance`, their sum, and the operator’s word on it. Where any of them is not known there is no letter.',
    query,
    codes: ['documents-unavailable', 'documents-busy'],
    answer: { media: 'application/pdf' },
    policy: { action: 'payment.read' },
    routeClass: 'export',
    handle: async (call) => {
      const { paper, name } = await letterOf(call, call.params.accountId, call.query.locale);
      return { bytes: await printerOf(call).print(paper), fileName: `${name}.pdf` };
    },
  }),
  route({
    method: 'GET',
    path: '/accounts/:accountId/balance-letter/page.html',
    summary: 'The same letter as a page: for screen readers, any width, and print.',
    query,
    answer: { media: 'text/html; charset=utf-8' },
    policy: { action: 'payment.read' },
    routeClass: 'export',
    handle: async (call) => {
      const { paper, name } = await letterOf(call, call.params.accountId, call.query.locale);
      return { bytes: bytesOf(paperHtml(paper)), fileName: `${name}.html` };
    },
  }),
];

/** @throws {UpstreamProblem} when a figure is not known: a letter with a hole in it confirms what is not so. */
async function letterOf(call: Call, accountId: string, locale: Locale | undefined): Promise<{ paper: Paper; name: string }> {
  const account = await factsOfAccount(call, accountId);
  call.demand({ accountIds: [account.id] });
  const [sheet, recipient] = await Promise.all([balanceSheet(call), recipientOf(call, account.id)]);
  const figures = sheet.accounts.filter((one) => one.account.id === account.id);
  if (sheet.gaps.length > 0 || figures.length === 0) throw new UpstreamProblem('unreachable', call.tmf('TMF678').origin, 'a figure of the balance is missing');
  const { today } = settingOf(call);
  return { paper: letterPaper({ account, on: today, figures, recipient }, call.tenant, locale), name: `balance-${today}-${account.id}` };
}
