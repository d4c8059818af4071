import { ContractMismatch, offerNoun, passing, readAnswer } from '@faceplate/client';
import { ArchivePart, Bill, BillChange, BillList, ChargeList, Dispute, DisputeList, type DisputeRequest, FoundChargeList, InterimBill, InterimBillList, type SpendBy, SpendList, Ticket, UsageEventList } from '@faceplate/contracts';
import type { ArchiveOptions, ArchiveWish, Gathered } from '../archive.ts';
import type { createDownload, RequestOptions, SendOptions } from '../send.ts';
import type { Wire } from '../wire.ts';

type Download = ReturnType<typeof createDownload>;
type Write = Omit<SendOptions, 'body'>;

/** A paper, in the form it is wanted. */
export type Paper = 'document' | 'page.html' | 'invoice.xml' | 'charges/export.csv';

export interface BillsClient {
  /** Of one billing account, or of all when none is given. */
  list(accountId?: string, options?: RequestOptions): Promise<BillList>;
  get(billId: string, options?: RequestOptions): Promise<Bill>;
  /** Lines of a long bill from so manieth on, or those around a line by its id. */
  charges(billId: string, from: number | string, limit: number, options?: RequestOptions): Promise<ChargeList>;
  /** Why it differs from the bill before it. */
  change(billId: string, options?: RequestOptions): Promise<BillChange>;
  /** The single uses behind a line. */
  events(billId: string, chargeId: string, options?: RequestOptions): Promise<UsageEventList>;
  /** Lines of all bills in which the words stand. */
  search(words: string, options?: RequestOptions): Promise<FoundChargeList>;
  /** What was spent month by month (the last six unless `months`, 2 to 24, says otherwise), told apart by service, person, site … */
  spend(by: SpendBy, accountId?: string, options?: RequestOptions & { months?: number }): Promise<SpendList>;
  /** The bill as a PDF, or in another form. */
  document(billId: string, options?: RequestOptions, paper?: Paper): Promise<Blob>;
  /** Any other file of billing, by its path: a year's papers, a statement, an export. */
  file(path: `/${string}`, options?: RequestOptions): Promise<Blob>;
  /**
   * All papers of a year as a ZIP, made in the page. `progress` hears how many bills are done, of how many. Where it
   * fails the next call goes on from there; where it is aborted, from the beginning.
   */
  archive(wanted: ArchiveWish, options?: ArchiveOptions): Promise<Blob>;
  /** Bills asked for before their time on one account, and what one would hold. */
  interim(accountId: string, options?: RequestOptions): Promise<InterimBillList>;
  /** Asks for one; a key, one bill, however often it is sent. */
  makeInterim(accountId: string, options: Write & { idempotencyKey: string }): Promise<InterimBill>;
  disputes(billId?: string, options?: RequestOptions): Promise<DisputeList>;
  dispute(disputeId: string, options?: RequestOptions): Promise<Dispute>;
  /** Holds an amount back until it is decided whether it is right. */
  raise(billId: string, dispute: DisputeRequest, options?: Write): Promise<Dispute>;
  attach(disputeId: string, file: { name: string; content: string }, options?: Write): Promise<unknown>;
  /** What the operator asked about it. */
  answer(disputeId: string, text: string, options?: Write): Promise<unknown>;
  withdraw(disputeId: string, options?: Write): Promise<Dispute>;
  appeal(disputeId: string, text: string, options?: Write): Promise<Dispute>;
}

const ARCHIVE = 'GET /bills/archive';
const LENT = {
  read: (json: string) => readAnswer(ARCHIVE, json, ArchivePart),
  mismatch: (what: string) => new ContractMismatch(`${ARCHIVE}: ${what}`),
  mayPass: passing,
};

const DISPUTED = ['bills', 'accounts', 'tickets'] as const;
const of = (name: string, value: string | undefined) => (value ? `?${name}=${encodeURIComponent(value)}` : '');

const spendQuery = (by: SpendBy, accountId: string | undefined, months: number | undefined) =>
  `by=${by}${months ? `&months=${months}` : ''}${accountId ? `&account=${encodeURIComponent(accountId)}` : ''}`;

/** `archives`: unfinished ones, which the next person on this page must not find. */
const billsClient = ({ read, write }: Wire, download: Download, archives: Map<string, Gathered>): BillsClient => {
  const bill = (id: string) => `/bills/${encodeURIComponent(id)}` as const;
  const dispute = (id: string) => `/disputes/${encodeURIComponent(id)}` as const;
  return {
    list: (accountId, options) => read(`/bills${of('account', accountId)}`, BillList, ['bills', 'accounts'], options),
    get: (billId, options) => read(bill(billId), Bill, ['bills'], options),
    charges: (billId, from, limit, options) =>
      read(`${bill(billId)}/charges?${typeof from === 'number' ? 'offset' : 'around'}=${encodeURIComponent(from)}&limit=${limit}`, ChargeList, ['bills'], options),
    change: (billId, options) => read(`${bill(billId)}/change`, BillChange, ['bills'], options),
    events: (billId, chargeId, options) => read(`${bill(billId)}/charges/${encodeURIComponent(chargeId)}/events`, UsageEventList, ['bills', 'usage'], options),
    search: (words, options) => read(`/charges${of('search', words)}`, FoundChargeList, ['bills', 'accounts'], options),
    spend: (by, accountId, options) => read(`/spend?${spendQuery(by, accountId, options?.months)}`, SpendList, ['bills', 'accounts'], options),
    document: (billId, options, paper = 'document') => download(`${bill(billId)}/${paper}`, options),
    file: (path, options) => download(path, options),
    archive: async (wanted, options) => (await import('../archive.ts')).archive({ download, ...LENT }, archives, wanted, options),
    interim: (accountId, options) => read(`/interim-bills${of('account', accountId)}`, InterimBillList, ['bills', 'accounts', 'usage'], options),
    makeInterim: (accountId, options) => write('POST /interim-bills', InterimBill, ['bills', 'accounts', 'usage'], { ...options, body: { accountId } }),
    disputes: (billId, options) => read(`/disputes${of('bill', billId)}`, DisputeList, DISPUTED, options),
    dispute: (disputeId, options) => read(dispute(disputeId), Dispute, DISPUTED, options),
    raise: (billId, body, options) => write(`POST ${bill(billId)}/disputes`, Dispute, DISPUTED, { ...options, body }),
    attach: (disputeId, file, options) => write(`POST /tickets/${encodeURIComponent(disputeId)}/attachments`, Ticket, DISPUTED, { ...options, body: file }),
    answer: (disputeId, text, options) => write(`POST /tickets/${encodeURIComponent(disputeId)}/notes`, Ticket, DISPUTED, { ...options, body: { text } }),
    withdraw: (disputeId, options) => write(`POST ${dispute(disputeId)}/withdraw`, Dispute, DISPUTED, { ...options, body: {} }),
    appeal: (disputeId, text, options) => write(`POST ${dispute(disputeId)}/appeal`, Dispute, DISPUTED, { ...options, body: { text } }),
  };
};

declare module '../nouns.ts' {
  interface Nouns {
    readonly bills: BillsClient;
  }
}

offerNoun('bills', ({ wire, download, archives }) => billsClient(wire, download, archives));
