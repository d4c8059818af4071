import type { ArchiveFile, ArchivePart, Bill, BillSummary } from '@faceplate/contracts';
import { demandMine } from '../accounts/of-account.ts';
import { billSummaryOf } from '../bills/bills.adapter.ts';
import { billsBackend } from '../bills/bills.backend.ts';
import { Refusal } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { readEach } from '../tmf/gather.ts';
import { settingOf } from '../tmf/setting.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import { chargesCsv } from './charges-csv.ts';
import { invoiceFor } from './invoice/electronic-invoice.ts';
import { bytesOf, paperBill, printerOf } from './paper-bill.ts';
import { recipientOf } from './recipient.ts';
import type { Locale } from './words.ts';

/** A part is done when so many bills are in it, or so much time has gone: well within what a page waits for an answer. */
const MOST_BILLS = 8;
const ENOUGH_MILLISECONDS = 3_000;

interface Wanted {
  year: string;
  account?: string | undefined;
  from?: number | undefined;
  locale?: Locale | undefined;
}

/**
 * The papers of a year's bills, a few at a time: whoever gathers them knows how far it is, can leave off, and asks again
 * for one part and not for all. Nothing is kept here between two parts. Oldest first, so a bill that comes meanwhile
 * moves none that were there.
 */
export async function archivePart(call: Call, { year, account, from = 0, locale }: Wanted): Promise<ArchivePart> {
  const bills = await billsOf(call, year, account);
  const files: ArchiveFile[] = [];
  const missing: string[] = [];
  const until = performance.now() + ENOUGH_MILLISECONDS;
  let at = from;
  for (; at < bills.length && at < from + MOST_BILLS && (at === from || performance.now() < until); at += 1) {
    const one = await papersOf(call, bills[at]?.id ?? '', locale);
    files.push(...one.files);
    missing.push(...one.missing);
  }
  return { year, of: bills.length, files, missing, ...(at < bills.length && { next: at }) };
}

async function billsOf(call: Call, year: string, account: string | undefined): Promise<BillSummary[]> {
  demandMine(call, account);
  const backend = billsBackend(call);
  const { items, gaps } = readEach('TMF678', await backend.bills(account), (body) => billSummaryOf(body, settingOf(call), backend.origin));
  // A year with a gap in it would be taken for whole.
  if (gaps.length > 0) throw new UpstreamProblem('unreachable', backend.origin, 'some bills are missing');
  return items.filter(({ date }) => date.startsWith(`${year}-`)).toSorted((one, other) => order(one).localeCompare(order(other)));
}

const order = ({ date, number, id }: BillSummary): string => `${date} ${number} ${id}`;

async function papersOf(call: Call, id: string, locale: Locale | undefined): Promise<Pick<ArchivePart, 'files' | 'missing'>> {
  const bill = await paperBill(call, id);
  const name = nameOf(bill);
  const [invoice, recipient] = await Promise.all([invoiceOrWhyNot(call, bill), recipientOf(call, bill.account.id)]);
  const papers: [ending: string, bytes: Uint8Array][] = [
    ['pdf', await printerOf(call).pdf(bill, call.tenant, locale, recipient)],
    ['csv', bytesOf(chargesCsv(bill))],
    ...(typeof invoice === 'string' ? [['xml', bytesOf(invoice)] as [string, Uint8Array]] : []),
  ];
  const files = await Promise.all(papers.map(async ([ending, bytes]) => ({ name: `${name}.${ending}`, sha256: await sha256(bytes), content: base64(bytes) })));
  return { files, missing: typeof invoice === 'string' ? [] : [`${name}.xml: ${invoice.why}`] };
}

/** Not every bill can be an electronic invoice, and not everybody who sees a bill may see whom it names. */
async function invoiceOrWhyNot(call: Call, bill: Bill): Promise<string | { why: string }> {
  if (!call.allows({ accountIds: [bill.account.id] }, 'bill.detail')) return { why: 'not yours to see' };
  try {
    return await invoiceFor(call, bill);
  } catch (error) {
    if (error instanceof Refusal && ['invoice-unfit', 'documents-unavailable'].includes(error.problem.code)) return { why: error.problem.detail ?? error.problem.title };
    throw error;
  }
}

/** The bill's number for people, its id since two systems may give one number twice. */
const nameOf = ({ date, number, id }: Bill): string => `${date}_${number.replaceAll(/[^A-Za-z0-9-]/g, '_')}_${id}`;

/** In pieces: a call takes no more than some ten thousand arguments. */
function base64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8_192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)));
  return btoa(pieces.join(''));
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
