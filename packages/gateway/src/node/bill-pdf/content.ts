import type { Bill, Charge, Money } from '@faceplate/contracts';
import { sum, toDecimal } from '@faceplate/domain';
import type { Tenant } from '../../options.ts';

/** What the template prints, in the order it prints it; everything is text by now. */
export interface BillContent {
  title: string;
  operator: string;
  number: string;
  currency: string;
  footer: string;
  facts: [string, string][];
  sums: [string, string][];
  total: { label: string; amount: string };
  after: [string, string][];
  lines: { name: string; detail: string; period: string; tax: string; net: string }[];
}

/** Exact: the decimal goes to the formatter as text, never as a float. */
function inWords(money: Money): string {
  const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency: money.currency });
  return format.format(toDecimal(money) as Intl.StringNumericLiteral);
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const day = (date: string) => dayFormat.format(new Date(`${date}T00:00:00Z`));
const shortFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const short = (date: string) => shortFormat.format(new Date(`${date}T00:00:00Z`));
const percent = (rate: number) => `${rate} %`;

/** Two thousand lines are forty pages and two seconds; the screen has every one of them. */
const MOST_LINES = 2_000;

/** A long bill is printed by what was charged for, each with its number of lines; what is printed always adds up. */
function printable(charges: readonly Charge[]): Charge[] {
  if (charges.length <= MOST_LINES) return [...charges];
  const groups = [...Map.groupBy(charges, ({ name, taxRate, net }) => JSON.stringify([name, taxRate, net.currency])).values()];
  const kept = groups.slice(0, MOST_LINES - 1).map((lines) => together(lines));
  const rest = groups.slice(MOST_LINES - 1).flat();
  return rest.length === 0 ? kept : [...kept, { ...together(rest), name: 'Further charges' }];
}

function together(lines: readonly Charge[]): Charge {
  const { kind, name = '', taxRate = 0, net } = lines[0] ?? {};
  const currency = net?.currency ?? '';
  const value = lines.length;
  return { id: '', kind: kind ?? 'one-off', name, taxRate, net: sum(lines.map((line) => line.net), currency), quantity: { value, unit: value === 1 ? 'line' : 'lines' } };
}

export function billContent(bill: Bill, tenant: Tenant): BillContent {
  const paid = bill.remaining.amount <= 0;
  return {
    title: `Bill of ${day(bill.date)}`,
    operator: tenant.name,
    number: bill.number,
    currency: bill.total.currency,
    footer: `${tenant.name} · Bill ${bill.number}`,
    facts: [
      ['Account', bill.account.name],
      ['Period', `${day(bill.period.from)} to ${day(bill.period.to)}`],
      ['Date of the bill', day(bill.date)],
      ['Due on', day(bill.due)],
    ],
    sums: [['Net', inWords(bill.net)], ...bill.taxes.map(({ name, rate, amount }): [string, string] => [`${name} ${percent(rate)}`, inWords(amount)])],
    total: { label: 'Total', amount: inWords(bill.total) },
    after: [[paid ? 'Paid. Nothing is left to pay.' : 'Left to pay', inWords(bill.remaining)]],
    lines: printable(bill.charges).map(lineOf),
  };
}

function lineOf({ name, service, quantity, period, taxRate, net }: Charge): BillContent['lines'][number] {
  const amount = quantity && `${quantity.value} ${quantity.unit}`;
  return {
    name,
    detail: [service?.name, amount].filter((part) => part !== undefined && part !== '').join(' · '),
    period: period ? (period.from === period.to ? short(period.from) : `${short(period.from)} to ${short(period.to)}`) : '',
    tax: percent(taxRate),
    net: inWords(net),
  };
}
