import type { Bill, BillStatus, BillSummary, Charge, Money, Tax } from '@faceplate/contracts';
import { add, subtract, sum } from '@faceplate/domain';
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
  };
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

/**
 * The whole bill. Its parts always add up: what a billing system does not itemise, or what could not be read, stands
 * as a line of its own where the customer sees it.
 */
export function billOf(body: TmfBody, charges: readonly Charge[], setting: Setting, origin: string): Bill {
  const summary = billSummaryOf(body, setting, origin);
  const { total } = summary;
  const net = netOf(body, charges, total);
  const taxes = taxesOf(body, total.currency);
  const untaxed = subtract(total, sum([net, ...taxes.map(({ amount }) => amount)], total.currency));
  const lines = charges.filter((charge) => charge.net.currency === total.currency);
  const missing = subtract(net, sum(lines.map((charge) => charge.net), total.currency));
  return {
    ...summary,
    net,
    taxes: untaxed.amount === 0 ? taxes : [...taxes, { name: 'Tax, not itemised', rate: 0, amount: untaxed }],
    charges: missing.amount === 0 ? lines : [...lines, notItemised(missing)],
  };
}

const notItemised = (net: Money): Charge => ({ id: 'not-itemised', kind: net.amount < 0 ? 'credit' : 'one-off', name: 'Not itemised', net, taxRate: 0 });

function netOf(body: TmfBody, charges: readonly Charge[], total: Money): Money {
  const stated = money(total.currency, body, 'taxExcludedAmount');
  if (stated && stated.currency !== total.currency) throw new Unreadable('taxExcludedAmount', 'currency');
  if (stated) return stated;
  const taxes = taxesOf(body, total.currency);
  if (taxes.length > 0) return subtract(total, sum(taxes.map(({ amount }) => amount), total.currency));
  return charges.map((charge) => charge.net).filter(({ currency }) => currency === total.currency).reduce(add, { ...total, amount: 0 });
}

function taxesOf(body: TmfBody, currency: string): Tax[] {
  return records(body, 'taxItem').flatMap((item) => {
    const amount = money(currency, item, 'taxAmount');
    if (amount?.currency !== currency) return [];
    return [{ name: text(item, 'taxCategory') ?? 'Tax', rate: number(item, 'taxRate') ?? 0, amount }];
  });
}
