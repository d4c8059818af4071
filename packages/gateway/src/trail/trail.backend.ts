import type { Bill, Gap } from '@faceplate/contracts';
import { billsBackend } from '../bills/bills.backend.ts';
import { ordersBackend } from '../orders/orders.backend.ts';
import { factsOfAccounts } from '../payments/payments.adapter.ts';
import { ProviderProblem } from '../payments/provider.ts';
import type { TmfApi } from '../options.ts';
import type { Call } from '../routing/route.ts';
import { chunks } from '../tmf/chunks.ts';
import { orGap, readEach, type Rows, unreadable } from '../tmf/gather.ts';
import { type OwnRows, ownRows } from '../tmf/owned.ts';
import { text } from '../tmf/read.ts';
import { rowsOf } from '../tmf/rows.ts';
import { type Setting, settingOf } from '../tmf/setting.ts';
import { isLacking } from '../upstream/problem.ts';
import type { TmfBody, TmfQuery } from '../upstream/types.ts';
import type { Charge, Refund, Refunds } from './seen.ts';
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
  #knowsAllPayments = true;

  constructor(call: Call) {
    this.#call = call;
    this.#setting = settingOf(call);
    this.accountIds = call.reach('payment.read').accountIds;
  }

  /** Of one number of the payer's, of several ids, or all on some accounts: the newest. */
  async payments(query: TmfQuery, among: readonly string[] = this.accountIds): Promise<{ rows: TmfBody[]; isWhole: boolean }> {
    const found = await this.#noting('TMF676', ownRows(this.#call, 'TMF676', 'payment', { by: 'account.id', ids: among }, { ...BY_ACCOUNTS, query: { sort: '-paymentDate', ...query }, limit: MOST_PAYMENTS }));
    if (!isWhole(found)) this.#knowsAllPayments = false;
    return { rows: found?.rows ?? [], isWhole: isWhole(found) };
  }

  /** Whether every payment that was asked for until now could be. */
  get knowsAllPayments(): boolean {
    return this.#knowsAllPayments;
  }

  /** A system that knows no refunds gives none. */
  async refunds(paymentIds: readonly string[]): Promise<Refunds> {
    if (paymentIds.length === 0) return { of: new Map(), isWhole: true };
    const rows = ownRows(this.#call, 'TMF676', 'refund', { by: 'account.id', ids: this.accountIds }, { ...BY_ACCOUNTS, query: { 'payment.id': paymentIds } });
    const found = await this.#noting('TMF676', orNone(rows));
    if (!found) return { of: new Map(), isWhole: false };
    const { items, gaps, lost } = readEach('TMF676', found, (body) => refundOf(body, this.#setting, this.#call.tmf('TMF676').origin));
    this.gaps.push(...gaps);
    const of = new Map<string, Refund[]>();
    for (const { paymentId, refund } of items) if (paymentIds.includes(paymentId)) of.set(paymentId, [...(of.get(paymentId) ?? []), refund]);
    return { of, isWhole: isWhole(found) && lost === 0 };
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
    const found = await this.#noting('TMF622', ordersBackend(this.#call).orders());
    if (found && found.unreadable > 0) this.gaps.push(unreadable('TMF622', found.unreadable));
    return found;
  }

  /** Lines of bills, all or those of some products. Their right to be seen is the bills'. */
  async lines(billIds: readonly string[], productIds?: readonly string[]): Promise<TmfBody[]> {
    if (billIds.length === 0 || productIds?.length === 0) return [];
    if (productIds) return (await Promise.all(chunks(productIds).map((ids) => this.#linesOfProducts(billIds, ids)))).flat();
    const found = await this.#noting('TMF678', billsBackend(this.#call).linesOf(billIds, MOST_LINES));
    return found?.rows ?? [];
  }

  async #linesOfProducts(billIds: readonly string[], productIds: readonly string[]): Promise<TmfBody[]> {
    const list = this.#call.tmf('TMF678').list(LINE, { 'bill.id': billIds, 'product.id': productIds }, { limit: MOST_LINES });
    const found = await this.#noting('TMF678', list.then((all) => rowsOf(this.#call, 'TMF678', LINE, all)));
    // A server that heeds no filter gives everybody's.
    return (found?.rows ?? []).filter((row) => billIds.includes(text(row, 'bill', 'id') ?? '') && productIds.includes(text(row, 'product', 'id') ?? ''));
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
    const rows = ownRows(this.#call, 'TMF678', 'customerBill', { by: 'billingAccount.id', ids: among }, { query, limit: MOST_BILLS });
    // The newest are all that is asked for.
    const found = await this.#noting('TMF678', rows.then((all) => ({ ...all, partial: false })));
    return found ? this.#noted(readEach('TMF678', found, (body) => seenBillOf(body, this.#setting, this.#call.tmf('TMF678').origin))) : [];
  }

  /** Notes what could not be asked for, whole or in part: one of two systems is away, or not all was in reach. */
  async #noting<T extends Rows & { partial?: boolean }>(api: TmfApi, work: Promise<T>): Promise<T | undefined> {
    const { value, gaps } = await orGap(api, work);
    const isCut = value?.partial === true;
    this.gaps.push(...gaps, ...(value?.gaps ?? []), ...(isCut ? [unreadable(api)] : []));
    return value;
  }

  #noted<T>({ items, gaps }: { items: T[]; gaps: Gap[] }): T[] {
    this.gaps.push(...gaps);
    return items;
  }
}

/** A collection that is not there is empty; one that cannot be asked leaves a gap. */
async function orNone(work: Promise<OwnRows>): Promise<OwnRows> {
  try {
    return await work;
  } catch (error) {
    if (!isLacking(error)) throw error;
    return { rows: [], unreadable: 0, total: 0, partial: false };
  }
}

/** Nothing of it is missing: only then does it tell what there is not. */
export const isWhole = (found: OwnRows | undefined): found is OwnRows => found !== undefined && !found.partial && found.unreadable === 0 && (found.gaps ?? []).length === 0;
