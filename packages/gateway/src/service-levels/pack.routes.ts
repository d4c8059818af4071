import { Month } from '@faceplate/contracts';
import { localMonth, monthsUntil } from '@faceplate/domain';
import * as z from 'zod/mini';
import { CSV_TYPE } from '../exports/csv.ts';
import { bytesOf, printerOf } from '../papers/paper-bill.ts';
import { localeQuery } from '../papers/locale-query.ts';
import { notFound } from '../problem.ts';
import { numeral } from '../routing/numeral.ts';
import { type Call, type Route, route } from '../routing/route.ts';
import { settingOf } from '../tmf/setting.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import { MOST_MONTHS } from './detail.ts';
import { packCsv } from './pack-csv.ts';
import { packPaper } from './pack-paper.ts';
import { readRecord, type ServiceRecord } from './record.ts';

/** By name, as people look for them. @throws {UpstreamProblem} when something is missing: a pack with a hole in it proves what is not so. */
async function wholeRecord(call: Call): Promise<ServiceRecord[]> {
  const { services, gaps } = await readRecord(call);
  if (gaps.length > 0) throw new UpstreamProblem('unreachable', 'Service levels', 'part of the record is missing');
  return services.toSorted((one, other) => one.name.localeCompare(other.name) || one.id.localeCompare(other.id));
}

const policy = { action: 'service-level.read' } as const;

/** What is kept and carried on: the months as a table and as a paper. */
export const packRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/service-levels/export.csv',
    summary: 'Every month of every service, and every interval the figures are made of, as one table.',
    detail: 'Rows of `record` `month` have the figures, rows of `interval` what was recorded, uncut. By the rules of docs/guides/sla-arithmetic.md the ones follow from the others. RFC 4180, UTF-8 with a byte order mark.',
    query: z.object({ months: z._default(numeral(`Ask for 1 to ${MOST_MONTHS} months.`, 1, MOST_MONTHS), 12) }),
    answer: { media: CSV_TYPE },
    policy,
    routeClass: 'export',
    handle: async (call) => {
      const { now, zone, today } = settingOf(call);
      const months = monthsUntil(localMonth(now, zone), call.query.months);
      return { bytes: bytesOf(packCsv(await wholeRecord(call), months, zone, now)), fileName: `service-levels-${today}.csv` };
    },
  }),
  route({
    method: 'GET',
    path: '/service-levels/pack.pdf',
    summary: 'A month of every service as a PDF: promised and kept, down, left out, not measured, given back.',
    query: z.object({ month: Month, ...localeQuery }),
    codes: ['not-found', 'documents-unavailable', 'documents-busy'],
    answer: { media: 'application/pdf' },
    policy,
    routeClass: 'export',
    handle: async (call) => {
      const { now, zone, today } = settingOf(call);
      const { month, locale } = call.query;
      if (!monthsUntil(localMonth(now, zone), MOST_MONTHS).includes(month)) throw notFound();
      const paper = packPaper({ services: await wholeRecord(call), month, zone, now, made: today }, call.tenant, locale);
      return { bytes: await printerOf(call).print(paper), fileName: `service-levels-${month}.pdf` };
    },
  }),
];
