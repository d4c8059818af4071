import type { AppliedPayment, Bill, BillStatus, BillSummary, Charge, Money, Tax } from '@faceplate/contracts';
import { add, subtract, sum } from '@faceplate/domain';
import { NOT_ITEMISED } from '@faceplate/domain/bill-change';
import { day, money, needed, number, period, records, text, Unreadable } from '../tmf/read.ts';
import type { Setting } from '../tmf/setting.ts';
import { originOf } from '../upstream/origin.ts';
import type { TmfBody } from '../upstream/types.ts';

/** A TMF678 customerBill as a line of a list. */
export function billSummaryOf(body: TmfBody, setting: Setting, origin: string): BillSummary {
  const id = needed(text(body, 'id'), 'id');
  const date = needed(day(setting.zone, body, 'billDate'), 'billDate');
  const due = day(setting.zone, body, 'paymentDueDate') ?? date;
  const total = needed(money(setting.currency, body, 'taxIncludedAmount') ?? money(setting.currency, body, 'amountDue'), 'taxIncludedAmount');
  const remaining = remainingOf(body, total);
  const disputed = disputedOf(body, remaining);
  const accountId = needed(text(body, 'billingAccount', 'id'), 'billingAccount.id');
  return {
    id,
    number: text(body, 'billNo') ?? id,
    account: { id: accountId, name: text(body, 'billingAccount', 'name') ?? accountId },
    origin: originOf(body) ?? origin,
    date,
    period: period(setting.zone, body, 'billingPeriod') ?? { from: date, to: date },
    due,
    status: statusOf(text(body, 'state'), remaining, due < setting.today),
    total,
    remaining,
    ...(disputed && { disputed }),
  };
}

/** An extension: TM Forum knows only whole bills that are held. */
function disputedOf(body: TmfBody, remaining: Money): Money | undefined {
  const disputed = money(remaining.currency, body, 'disputedAmount');
  if (disputed?.currency !== remaining.currency || disputed.amount <= 0 || remaining.amount <= 0) return undefined;
  return { ...disputed, amount: Math.min(disputed.amount, remaining.amount) };
}

function remainingOf(body: TmfBody, total: Money): Money {
  const settled = text(body, 'state') === 'settled' ? { ...total, amount: 0 } : total;
  const remaining = money(total.currency, body, 'remainingAmount') ?? settled;
  if (remaining.currency !== total.currency) throw new Unreadable('remainingAmount', 'currency');
  return remaining;
}

/** TM Forum has no "overdue": it follows from the due date and what is left. A bill with nothing left is paid, whatever its state. */
function statusOf(state: string | undefined, remaining: Money, pastDue: boolean): BillStatus {
  if (state === 'settled' || remaining.amount <= 0) return 'paid';
  if (state === 'onHold') return 'on-hold';
  if (pastDue) return 'overdue';
  return state === 'partiallyPaid' ? 'part-paid' : 'due';
}

/** Some lines of a bill, and how many it has. */
export interface Lines {
  charges: readonly Charge[];
  /** Absent where these are all of them. */
  of?: number;
}

/**
 * The bill with its lines, or the first of them. Its parts always add up: what a billing system does not itemise, or
 * what could not be read, stands as a line of its own where the customer sees it, once all lines are there.
 */
export function billOf(body: TmfBody, lines: Lines, setting: Setting, origin: string): Bill {
  const summary = billSummaryOf(body, setting, origin);
  const { total } = summary;
  const net = netOf(body, lines, total);
  const taxes = taxesOf(body, total.currency);
  const untaxed = subtract(total, sum([net, ...taxes.map(({ amount }) => amount)], total.currency));
  const charges = lines.charges.filter((charge) => charge.net.currency === total.currency);
  const applied = appliedOf(body, total.currency);
  return {
    ...summary,
    net,
    taxes: untaxed.amount === 0 ? taxes : [...taxes, { name: 'Tax, not itemised', rate: 0, amount: untaxed }],
    charges: lines.of === undefined ? whole(charges, net) : charges,
    ...(lines.of !== undefined && { lines: lines.of }),
    ...(applied.length > 0 && { applied }),
  };
}

function whole(charges: Charge[], net: Money): Charge[] {
  const missing = subtract(net, sum(charges.map((charge) => charge.net), net.currency));
  return missing.amount === 0 ? charges : [...charges, notItemised(missing)];
}

const notItemised = (net: Money): Charge => ({ id: NOT_ITEMISED, kind: net.amount < 0 ? 'credit' : 'one-off', name: 'Not itemised', net, taxRate: 0 });

/** What has settled a part of it: payments, and credits, which our systems refer to by the line they are. */
function appliedOf(body: TmfBody, currency: string): AppliedPayment[] {
  return records(body, 'appliedPayment').flatMap((entry) => {
    const amount = money(currency, entry, 'appliedAmount');
    if (amount?.currency !== currency || amount.amount === 0) return [];
    const [id, name] = [text(entry, 'payment', 'id'), text(entry, 'payment', 'name')];
    const isCredit = text(entry, 'payment', '@referredType') === 'AppliedCustomerBillingRate';
    return [{ kind: isCredit ? ('credit' as const) : ('payment' as const), amount, ...(id && { id }), ...(name && { name }) }];
  });
}

function netOf(body: TmfBody, { charges, of }: Lines, total: Money): Money {
  const stated = money(total.currency, body, 'taxExcludedAmount');
  if (stated && stated.currency !== total.currency) throw new Unreadable('taxExcludedAmount', 'currency');
  if (stated) return stated;
  const taxes = taxesOf(body, total.currency);
  // Of some lines alone nobody knows what all come to.
  if (taxes.length > 0 || of !== undefined) return subtract(total, sum(taxes.map(({ amount }) => amount), total.currency));
  return charges.map((charge) => charge.net).filter(({ currency }) => currency === total.currency).reduce(add, { ...total, amount: 0 });
}

function taxesOf(body: TmfBody, currency: string): Tax[] {
  return records(body, 'taxItem').flatMap((item) => {
    const amount = money(currency, item, 'taxAmount');
    if (amount?.currency !== currency) return [];
    return [{ name: text(item, 'taxCategory') ?? 'Tax', rate: number(item, 'taxRate') ?? 0, amount }];
  });
}
