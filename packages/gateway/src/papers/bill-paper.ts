import type { Bill, Charge, Money } from '@faceplate/contracts';
import { subtract, sum } from '@faceplate/domain';
import type { Seller, Tenant } from '../options.ts';
import { type Formats, formatsOf, kept } from './formats.ts';
import type { Cell, Paper, PaperTable } from './paper.ts';
import type { Recipient } from './buyer.ts';
import { recipientLines } from './recipient.ts';
import type { Locale } from './words.ts';

export interface Printed {
  locale?: Locale | undefined;
  /** More lines than this are printed by what was charged for, each with its number of lines; what is printed always adds up. */
  mostLines?: number;
  recipient?: Recipient | undefined;
}

/** A bill as it is read on paper: what it is, what it comes to, what is left of it, and every line. */
export function billPaper(bill: Bill, tenant: Pick<Tenant, 'name' | 'seller'>, { locale = 'en', mostLines = Infinity, recipient }: Printed = {}): Paper {
  const formats = formatsOf(locale);
  const { say, day } = formats;
  return {
    locale,
    dir: formats.dir,
    title: say('billOf', day(bill.date)),
    operator: tenant.seller?.name ?? tenant.name,
    sender: senderOf(tenant.seller, formats),
    ...(recipient && { recipient: { title: say('billTo'), lines: recipientLines(recipient, tenant, locale) } }),
    facts: [
      [say('bill'), bill.number],
      [say('account'), bill.account.name],
      [say('period'), formats.period(bill.period)],
      [say('dateOfBill'), day(bill.date)],
      [say('dueOn'), day(bill.due)],
    ],
    tables: [summary(bill, formats), chargesOf(bill, formats, mostLines)],
    notes: payTo(bill, tenant.seller, formats),
    footer: [tenant.name, `${say('bill')} ${kept(locale, bill.number)}`].join(' · '),
    pages: say('page', '{0}', '{1}'),
  };
}

export function senderOf(seller: Seller | undefined, { locale, say }: Formats): string[] {
  if (!seller) return [];
  const { address, vatId, contact } = seller;
  return [`${address.street}, ${address.postCode} ${address.city}`, ...(vatId === undefined ? [] : [say('vatId', vatId)]), ...(contact ? [`${kept(locale, contact.phone)} · ${contact.email}`] : [])];
}

const payTo = (bill: Bill, seller: Seller | undefined, { say }: Formats): string[] =>
  seller?.iban === undefined || toPay(bill).amount <= 0 ? [] : [say('payTo', seller.name, spaced(seller.iban), bill.number)];

export const spaced = (iban: string): string => iban.replaceAll(/(.{4})(?=.)/g, '$1 ');

/** What is owed and not held back. */
export const toPay = ({ remaining, disputed }: Bill): Money => (disputed ? subtract(remaining, disputed) : remaining);

const COLUMNS = (title: string, amount: string): PaperTable['columns'] => [{ title, kind: 'text', width: 'wide' }, { title: amount, kind: 'figure', width: 'fit' }];

/** From the net to what is left. Every step of the way is on the paper, so that a reader can reckon it. */
function summary(bill: Bill, formats: Formats): PaperTable {
  const { say, money, rate } = formats;
  const row = (text: string, amount: Money, strong = false) => ({ cells: [{ text }, { text: money(amount) }], ...(strong && { strong }) });
  const settled = subtract(bill.total, bill.remaining);
  const named = (bill.applied ?? []).filter(({ amount }) => amount.currency === bill.total.currency);
  const unnamed = subtract(settled, sum(named.map(({ amount }) => amount), bill.total.currency));
  const steps = unnamed.amount === 0 ? named : settled.amount === 0 ? [] : [{ kind: 'payment' as const, amount: settled }];
  const minus = ({ amount, currency }: Money): Money => ({ amount: 0 - amount, currency });
  return {
    heading: say('summary'),
    columns: COLUMNS(say('amount'), bill.total.currency),
    rows: [
      row(say('net'), bill.net),
      ...bill.taxes.map((tax) => row(kept(formats.locale, `${tax.name} ${rate(tax.rate)}`), tax.amount)),
      row(say('total'), bill.total, true),
      ...steps.map((step) => row([say(step.kind === 'credit' ? 'credited' : 'paidSoFar'), 'name' in step ? step.name : undefined].filter((part) => part !== undefined).join(': '), minus(step.amount))),
      row(say(bill.remaining.amount <= 0 ? 'paid' : 'leftToPay'), bill.remaining, true),
      ...(bill.disputed ? [row(say('disputed'), minus(bill.disputed)), row(say('payNow'), toPay(bill), true)] : []),
    ],
  };
}

function chargesOf(bill: Bill, formats: Formats, mostLines: number): PaperTable {
  const { say, money, rate, period } = formats;
  const lines = printable(bill.charges, mostLines, formats);
  return {
    heading: say('charges'),
    columns: [
      { title: say('charge'), kind: 'text', width: 'wide' },
      { title: say('period'), kind: 'text', width: 'wide' },
      { title: say('tax'), kind: 'figure', width: 'fit' },
      { title: say('net'), kind: 'figure', width: 'fit' },
    ],
    rows: lines.map(({ charge, more }) => ({
      cells: [nameOf(charge, formats, more), { text: charge.period ? period(charge.period, true) : '' }, { text: rate(charge.taxRate) }, { text: money(charge.net) }],
    })),
  };
}

interface PrintedLine {
  charge: Charge;
  /** How many lines it stands for. */
  more?: number;
}

function nameOf(charge: Charge, formats: Formats, lines: number | undefined): Cell {
  const { say } = formats;
  if (lines !== undefined) return { text: charge.name, detail: [lines === 1 ? say('line') : say('lines', String(lines))] };
  const detail = detailsOf(charge, formats);
  return { text: charge.name, ...(detail.length > 0 && { detail }) };
}

/** What the line is for, and how its amount came about. */
function detailsOf({ account, service, quantity, included, tiers, days, dispute }: Charge, { locale, say, money, number }: Formats): string[] {
  const amount = quantity && kept(locale, `${number(quantity.value)} ${quantity.unit}`);
  const free = included && say('included', number(included.value), included.unit);
  const used = [account && kept(locale, account.name), service && kept(locale, service.name), amount, free].filter((part) => part !== undefined && part !== '').join(' · ');
  return [
    ...(used === '' ? [] : [used]),
    ...(tiers ?? []).map((tier) => say('step', number(tier.quantity), money(tier.each), money(tier.amount))),
    ...(days ? [say('days', String(days.charged), String(days.of))] : []),
    ...(dispute?.open === true ? [say('lineDisputed', money(dispute.amount))] : []),
  ];
}

function printable(charges: readonly Charge[], most: number, { say }: Formats): PrintedLine[] {
  if (charges.length <= most) return charges.map((charge) => ({ charge }));
  const groups = [...Map.groupBy(charges, ({ name, taxRate, net }) => JSON.stringify([name, taxRate, net.currency])).values()];
  const kept = groups.slice(0, most - 1).map(together);
  const rest = groups.slice(most - 1).flat();
  if (rest.length === 0) return kept;
  return [...kept, ...[...Map.groupBy(rest, ({ taxRate }) => taxRate).values()].map((lines) => ({ ...together(lines), charge: { ...together(lines).charge, name: say('further') } }))];
}

function together(lines: readonly Charge[]): PrintedLine {
  const { kind = 'one-off', name = '', taxRate = 0, net } = lines[0] ?? {};
  return { charge: { id: '', kind, name, taxRate, net: sum(lines.map((line) => line.net), net?.currency ?? '') }, more: lines.length };
}
