import type { Gap, LocalDate } from '@faceplate/contracts';
import { type MoneyUnderWay, subtract } from '@faceplate/domain';
import { underWay } from '../payments/under-way.ts';
import type { Call } from '../routing/route.ts';
import { orGap, readEach } from '../tmf/gather.ts';
import { byAccount, ownRows } from '../tmf/owned.ts';
import { day, instant, money, needed, records, text } from '../tmf/read.ts';
import { type Setting, settingOf } from '../tmf/setting.ts';
import type { TmfBody } from '../upstream/types.ts';

/** What is known of money on its way; where its systems are silent, nothing is, and `gaps` says so. */
export interface UnderWay {
  /** For an account's bills, in one currency. */
  to(accountId: string, currency: string): MoneyUnderWay[];
  /** Whether an account pays by itself on the day. */
  paysItself(accountId: string, defaultMethod: string | undefined): boolean;
  /** Whether a bill's automatic payment has been tried in vain. */
  hasFailed(billId: string, due: LocalDate): boolean;
  gaps: Gap[];
}

/** TMF676 as it stands between the customer's word and the money. */
const WAITING: ReadonlySet<string | undefined> = new Set(['pendingAuthorization', 'authorized']);
const FAILED: ReadonlySet<string | undefined> = new Set(['failed', 'denied']);

type Part = MoneyUnderWay & { accountId: string | undefined };

/**
 * Payments the operator has not taken yet (TMF676), and mandates by which it takes what is due (TMF670). What a method
 * is does not leave here, only that there is one: so who may see the bills may know it.
 */
export async function readUnderWay(call: Call): Promise<UnderWay> {
  const scope = { ...byAccount(call), by: 'account.id' };
  const setting = settingOf(call);
  const [own, payments, methods] = await Promise.all([
    underWay(call),
    orGap('TMF676', ownRows(call, 'TMF676', 'payment', scope, { query: { status: [...WAITING, ...FAILED].map(String), sort: '-paymentDate' }, limit: 2_000 })),
    orGap('TMF670', ownRows(call, 'TMF670', 'paymentMethod', scope, { action: 'bill.read' })),
  ]);
  const waiting = payments.value && readEach('TMF676', { ...payments.value, rows: payments.value.rows.filter((row) => WAITING.has(text(row, 'status'))) }, (row) => partsOf(row, setting));
  const failed = (payments.value?.rows ?? []).filter((row) => FAILED.has(text(row, 'status'))).flatMap((row) => triesOf(row, setting));
  const mandates = (methods.value?.rows ?? []).filter((row) => isMandate(row, setting));
  // Ours, until the operator's own system knows of them; theirs from there on.
  const ours = own.map(({ account, bill, amount }): Part => ({ accountId: account.id, ...(bill && { billId: bill.id }), amount }));
  const parts = [...ours, ...(waiting?.items.flat() ?? [])];
  return {
    to: (accountId, currency) => parts.filter((part) => part.amount.currency === currency && (part.billId !== undefined || part.accountId === accountId)),
    paysItself: (accountId, chosen) =>
      mandates.some((row) => (chosen === undefined ? row['isPreferred'] === true && records(row, 'account').some((one) => text(one, 'id') === accountId) : text(row, 'id') === chosen)),
    hasFailed: (billId, due) => failed.some((one) => one.billId === billId && one.on >= due),
    gaps: [...payments.gaps, ...methods.gaps, ...(waiting?.gaps ?? [])],
  };
}

/** What of a payment is for which bill, and what for none in particular. */
export function partsOf(body: TmfBody, { currency }: Pick<Setting, 'currency'>): Part[] {
  const total = needed(money(currency, body, 'totalAmount') ?? money(currency, body, 'amount'), 'totalAmount');
  const accountId = text(body, 'account', 'id');
  const named = records(body, 'paymentItem').flatMap((item) => {
    const billId = text(item, 'item', 'id');
    const amount = money(total.currency, item, 'totalAmount') ?? money(total.currency, item, 'amount') ?? total;
    return billId !== undefined && amount.currency === total.currency && amount.amount > 0 ? [{ accountId, billId, amount }] : [];
  });
  const free = named.reduce((left, { amount }) => subtract(left, amount), total);
  return free.amount > 0 ? [...named, { accountId, amount: free }] : named;
}

function triesOf(body: TmfBody, { zone }: Pick<Setting, 'zone'>): { billId: string; on: LocalDate }[] {
  const on = day(zone, body, 'paymentDate');
  return records(body, 'paymentItem').flatMap((item) => {
    const billId = text(item, 'item', 'id');
    return billId !== undefined && on !== undefined ? [{ billId, on }] : [];
  });
}

/** TMF670 has no word for a mandate: an authorization that is kept, or a debit, is one. Of a method that is no more, or past its day, nothing is taken. */
export function isMandate(body: TmfBody, { now }: Pick<Setting, 'now'>): boolean {
  const isLive = (text(body, 'status')?.toLowerCase() ?? 'active') === 'active';
  const until = instant(body, 'expirationDate') ?? instant(body, 'validFor', 'endDateTime');
  const agreed = text(body, 'authorizationCode') !== undefined || /debit$/i.test(text(body, '@type') ?? '');
  return isLive && agreed && (until === undefined || Date.parse(until) > now.getTime());
}

