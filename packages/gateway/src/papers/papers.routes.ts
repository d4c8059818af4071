import * as z from 'zod/mini';
import { ofAccount } from '../accounts/of-account.ts';
import { CSV_TYPE } from '../exports/csv.ts';
import { numeral } from '../routing/numeral.ts';
import { type Route, route } from '../routing/route.ts';
import { archivePart } from './archive.ts';
import { billPaper } from './bill-paper.ts';
import { chargesCsv } from './charges-csv.ts';
import { paperHtml } from './html.ts';
import { invoiceFor } from './invoice/electronic-invoice.ts';
import { localeQuery } from './locale-query.ts';
import { bytesOf, fileNameOf, paperBill, printerOf } from './paper-bill.ts';
import { recipientOf } from './recipient.ts';

const query = z.object(localeQuery);

/** A bill in the forms people and their programs keep it in. All are made of the same bill, and say the same. */
export const paperRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/bills/archive',
    summary: 'The papers of a year’s bills, a few at a time: PDF, electronic invoice and lines of each, with their SHA-256.',
    detail: 'Oldest first; ask again with `from` as `next` says until there is none. `of` is the number of bills in all. Papers that there cannot be are in `missing`, with the reason.',
    query: z.object({ year: z.string().check(z.regex(/^\d{4}$/)), ...ofAccount, from: z.optional(numeral('Begin at bill 0 or later.', 0, 10_000)), ...localeQuery }),
    codes: ['not-found', 'documents-unavailable', 'documents-busy'],
    answer: { media: 'application/json' },
    policy: { action: 'bill.read' },
    routeClass: 'export',
    handle: async (call) => {
      call.concerns('year', call.query.year);
      return { bytes: bytesOf(JSON.stringify(await archivePart(call, call.query))), fileName: `bills-${call.query.year}-${call.query.from ?? 0}.json` };
    },
  }),
  route({
    method: 'GET',
    path: '/bills/:billId/document',
    summary: 'The bill as a PDF.',
    detail: 'PDF/UA. It is addressed to the holder of the account for who may see its bills in detail. A bill of more than two thousand lines is printed by what was charged for.',
    query,
    codes: ['documents-unavailable', 'documents-busy'],
    answer: { media: 'application/pdf' },
    policy: { action: 'bill.read' },
    handle: async (call) => {
      const bill = await paperBill(call, call.params.billId);
      const recipient = await recipientOf(call, bill.account.id);
      return { bytes: await printerOf(call).pdf(bill, call.tenant, call.query.locale, recipient), fileName: fileNameOf(bill, 'pdf') };
    },
  }),
  route({
    method: 'GET',
    path: '/bills/:billId/page.html',
    summary: 'The bill as a page: all that the PDF says, for screen readers, any width, and print.',
    query,
    answer: { media: 'text/html; charset=utf-8' },
    policy: { action: 'bill.read' },
    handle: async (call) => {
      const bill = await paperBill(call, call.params.billId);
      const recipient = await recipientOf(call, bill.account.id);
      return { bytes: bytesOf(paperHtml(billPaper(bill, call.tenant, { locale: call.query.locale, recipient }))), fileName: fileNameOf(bill, 'html') };
    },
  }),
  route({
    method: 'GET',
    path: '/bills/:billId/charges/export.csv',
    summary: 'The lines of the bill as a table for a spreadsheet.',
    answer: { media: CSV_TYPE },
    policy: { action: 'bill.read' },
    routeClass: 'export',
    handle: async (call) => {
      const bill = await paperBill(call, call.params.billId);
      return { bytes: bytesOf(chargesCsv(bill)), fileName: fileNameOf(bill, 'csv') };
    },
  }),
  route({
    method: 'GET',
    path: '/bills/:billId/invoice.xml',
    summary: 'The bill as an electronic invoice.',
    detail: 'UBL 2.1 by EN 16931, and by Peppol BIS Billing 3 where seller and buyer can be reached there. It names the holder of the account with address, so it takes the right to a bill’s details.',
    codes: ['documents-unavailable', 'invoice-unfit'],
    answer: { media: 'application/xml' },
    policy: { action: 'bill.read' },
    handle: async (call) => {
      const bill = await paperBill(call, call.params.billId);
      // It names the holder with address: more than what a bill comes to.
      call.demand({ accountIds: [bill.account.id] }, 'bill.detail');
      return { bytes: bytesOf(await invoiceFor(call, bill)), fileName: fileNameOf(bill, 'xml') };
    },
  }),
];
