import type { Bill, Gap } from '@faceplate/contracts';
import { billsBackend } from '../bills/bills.backend.ts';
import { ordersBackend } from '../orders/orders.backend.ts';
import { factsOfAccounts } from '../payments/payments.adapter.ts';
import { ProviderProblem } from '../payments/provider.ts';
import type { Call } from '../routing/route.ts';
import { type Found, orGap, readEach } from '../tmf/gather.ts';
import { type OwnRows, ownRows } from '../tmf/owned.ts';
import { text } from '../tmf/read.ts';
import { rowsOf } from '../tmf/rows.ts';
import { type Setting, settingOf } from '../tmf/setting.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { TmfBody, TmfQuery } from '../upstream/types.ts';
import type { Charge, Refund } from './seen.ts';
import { refundOf, seenBillOf } from './seen.adapter.ts';

const MOST_PAYMENTS = 1_000;
const MOST_BILLS = 200;
const MOST_LINES = 500;
const LINE = 'appliedCustomerBillingRate';
const BY_ACCOUNTS = { facts: factsOfAccounts, action: 'payment.read' } as const;

/** Of every kind of record those of the caller's, and what could not be asked for. Each id is only ever looked up among these. */
export class TrailBackend {
  readonly gaps: Gap[] = [];
  /** Those whose payments the person may see. */
  readonly accountIds: readonly string[];
  readonly #call: Call;
  readonly #setting: Setting;

  constructor(call: Call) {
    this.#call = call;
    this.#setting = settingOf(call);
    this.accountIds = call.reach('payment.read').accountIds;
  }

  /** Of one number of the payer's, of several ids, or all on some accounts: the newest. */
  async payments(query: TmfQuery, among: readonly string[] = this.accountIds): Promise<TmfBody[] | undefined> {
    const found = await this.#noting(orGap('TMF676', ownRows(this.#call, 'TMF676', 'payment', { by: 'account.id', ids: among }, { ...BY_ACCOUNTS, query: { sort: '-paymentDate', ...query }, limit: MOST_PAYMENTS })));
    if (found?.gaps) this.gaps.push(...found.gaps);
    return found?.rows;
  }

  /** By the payment they are of. A system that knows no refunds gives none. */
  async refunds(paymentIds: readonly string[]): Promise<Map<string, Refund[]>> {
    if (paymentIds.length === 0) return new Map();
    const rows = ownRows(this.#call, 'TMF676', 'refund', { by: 'account.id', ids: this.accountIds }, { ...BY_ACCOUNTS, query: { 'payment.id': paymentIds } });
    const found = await this.#noting(orGap('TMF676', orNone(rows)));
    const all = found ? this.#noted(readEach('TMF676', found, (body) => refundOf(body, this.#setting, this.#call.tmf('TMF676').origin))) : [];
    const mine = Map.groupBy(all.filter(({ paymentId }) => paymentIds.includes(paymentId)), ({ paymentId }) => paymentId);
    return new Map([...mine].map(([id, refunds]) => [id, refunds.map(({ refund }) => refund)]));
  }

  async bills(ids: readonly string[]): Promise<Bill[]> {
    return ids.length === 0 ? [] : (await this.#bills({ id: ids }, this.accountIds)).filter(({ id }) => ids.includes(id));
  }

  /** Bills that count one of the payments. */
  async counting(paymentIds: readonly string[]): Promise<Bill[]> {
    if (paymentIds.length === 0) return [];
    const found = await this.#bills({ 'appliedPayment.payment.id': paymentIds }, this.accountIds);
    return found.filter(({ applied = [] }) => applied.some(({ id }) => id !== undefined && paymentIds.includes(id)));
  }

  /** The newest of an account. */
  billsOf(accountId: string): Promise<Bill[]> {
    return this.#bills({ sort: '-billDate' }, [accountId]);
  }

  async orders(): Promise<OwnRows | undefined> {
    return this.#noting(orGap('TMF622', ordersBackend(this.#call).orders()));
  }

  /** Lines of bills, all or those of some products. Their right to be seen is the bills'. */
  async lines(billIds: readonly string[], productIds?: readonly string[]): Promise<TmfBody[]> {
    if (billIds.length === 0 || productIds?.length === 0) return [];
    if (!productIds) return (await this.#noting(orGap('TMF678', billsBackend(this.#call).linesOf(billIds, MOST_LINES))))?.rows ?? [];
    const list = await this.#noting(orGap('TMF678', this.#call.tmf('TMF678').list(LINE, { 'bill.id': billIds, 'product.id': productIds }, { limit: MOST_LINES })));
    if (!list) return [];
    const items = list.items.filter((row) => billIds.includes(text(row, 'bill', 'id') ?? '') && productIds.includes(text(row, 'product', 'id') ?? ''));
    return rowsOf(this.#call, 'TMF678', LINE, { ...list, items, partial: false }).rows;
  }

  /** What the provider has under a reference of ours. */
  async charge(reference: string): Promise<Charge | undefined> {
    const provider = this.#call.payments?.provider;
    if (!provider) return undefined;
    try {
      return (await provider.find(reference)) ?? 'none';
    } catch (error) {
      if (!(error instanceof ProviderProblem)) throw error;
      this.gaps.push({ source: provider.name, reason: error.fault === 'garbage' ? 'unreadable' : 'unreachable' });
      return undefined;
    }
  }

  async #bills(query: TmfQuery, among: readonly string[]): Promise<Bill[]> {
    const found = await this.#noting(orGap('TMF678', ownRows(this.#call, 'TMF678', 'customerBill', { by: 'billingAccount.id', ids: among }, { query, limit: MOST_BILLS })));
    return found ? this.#noted(readEach('TMF678', found, (body) => seenBillOf(body, this.#setting, this.#call.tmf('TMF678').origin))) : [];
  }

  async #noting<T>(work: Promise<Found<T>>): Promise<T | undefined> {
    const { value, gaps } = await work;
    this.gaps.push(...gaps);
    return value;
  }

  #noted<T>({ items, gaps }: { items: T[]; gaps: Gap[] }): T[] {
    this.gaps.push(...gaps);
    return items;
  }
}

/** A collection that is not there is empty; one that cannot be asked leaves a gap. */
async function orNone(work: Promise<OwnRows>): Promise<OwnRows | undefined> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof UpstreamProblem) || error.fault === 'unreachable' || error.fault === 'garbage') throw error;
    return undefined;
  }
}
