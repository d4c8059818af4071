import type { Bill, Charge } from '@faceplate/contracts';
import { daysBetween } from './calendar.ts';
import { money, taxOn } from './money.ts';

/** Id of the line in which a gateway puts what a billing system did not itemise. It is no charge of anything. */
export const NOT_ITEMISED = 'not-itemised';

/** A line of a bill, reckoned with. Minor units. */
export interface Line {
  charge: Charge;
  net: number;
  rate: number;
  /** Tax included. */
  gross: number;
  /** Its price was agreed with tax in it, so that its tax is its own and no part of one that is reckoned once a rate. */
  own: boolean;
  /** What a bill covers in which it stands. */
  bill: Bill;
}

/** Tax in minor units; none where the rate makes no sense, so that what it should be stays without an explanation. */
export function taxIn(net: number, rate: number, currency: string): number {
  try {
    return taxOn(money(net, currency), rate).amount;
  } catch {
    return 0;
  }
}

/** A sum of minor units. @throws UnreadableAmount when it is too large to be exact. */
export function added(amounts: Iterable<number>, currency: string): number {
  let sum = 0;
  for (const amount of amounts) sum = money(sum + amount, currency).amount;
  return sum;
}

/** By how many minor units what is agreed with tax in it may be off the net with its tax: less than EN 16931 lets a whole bill be. */
const NEAR = 99;

/** The amount a line states with its tax counts when it is its net and tax, give or take the one unit by which systems round apart, or was agreed so. */
function grossOf({ net, gross, taxRate, taxIncluded = false }: Charge, currency: string): Pick<Line, 'gross' | 'own'> {
  const reckoned = net.amount + taxIn(net.amount, taxRate, currency);
  const off = gross?.currency === currency ? Math.abs(gross.amount - reckoned) : Infinity;
  const own = taxIncluded && off <= NEAR;
  return { gross: gross && (own || off <= 1) ? gross.amount : reckoned, own };
}

export function linesOf(bill: Bill): Line[] {
  const { currency } = bill.total;
  return bill.charges
    .filter(({ id, net }) => id !== NOT_ITEMISED && net.currency === currency)
    .map((charge) => ({ charge, bill, net: charge.net.amount, rate: charge.taxRate, ...grossOf(charge, currency) }));
}

/** What of a bill its lines do not come to. */
export interface Rest {
  rounding: number;
  unexplained: number;
}

interface Taxes {
  /** What the bill asks beyond the nets of its lines. */
  asked: number;
  /** Reckoned once for each rate on the sum of its lines (EN 16931, BR-CO-17), beside the taxes of lines that have their own. */
  byRate: number;
  /** The lines' own. */
  byLine: number;
  /** The taxes that it names by their rates. */
  named: number;
}

function taxesOf(bill: Bill, lines: readonly Line[]): Taxes {
  const { currency, amount } = bill.total;
  const net = added(lines.map((line) => line.net), currency);
  const gross = added(lines.map((line) => line.gross), currency);
  const named = added(bill.taxes.filter((tax) => tax.rate !== 0 && tax.amount.currency === currency).map((tax) => tax.amount.amount), currency);
  const agreed = lines.filter(({ own }) => own).map((line) => line.gross - line.net);
  const once = [...Map.groupBy(lines.filter(({ own }) => !own), ({ rate }) => rate)].map(([rate, some]) => taxIn(added(some.map((line) => line.net), currency), rate, currency));
  return { asked: amount - net, byRate: added([...agreed, ...once], currency), byLine: gross - net, named };
}

/**
 * What rounding makes of each bill, and what nothing does. A tax is reckoned once for each rate, or, where both bills
 * name their taxes so, line by line. Rounding is therefore never more than half a minor unit a line and rate,
 * and one for each line that states another tax than its rate makes.
 */
export function restsOf(before: { bill: Bill; lines: readonly Line[] }, after: { bill: Bill; lines: readonly Line[] }): [Rest, Rest] {
  const sides = [taxesOf(before.bill, before.lines), taxesOf(after.bill, after.lines)] as const;
  const linewise = sides.every(({ asked, named, byLine }) => asked === byLine && named === byLine) && sides.some(({ named, byRate }) => named !== byRate);
  const rest = ({ asked, byRate, byLine }: Taxes): Rest => (linewise ? { rounding: 0, unexplained: 0 } : { rounding: byRate - byLine, unexplained: asked - byRate });
  return [rest(sides[0]), rest(sides[1])];
}

/** Days charged of the days of the period; absent for a line that is for all of it. */
export function daysOf({ charge: { days, period }, bill }: Line): { charged: number; of: number } | undefined {
  if (days) return days.of > 0 && days.charged >= 0 && days.charged < days.of ? days : undefined;
  if (!period || period.from < bill.period.from || period.to > bill.period.to) return undefined;
  const charged = daysBetween(period.from, period.to) + 1;
  const of = daysBetween(bill.period.from, bill.period.to) + 1;
  return charged < of ? { charged, of } : undefined;
}

/** Numbers in a name count parts ("3 of 24"): without them it is the same thing month by month. */
export const stem = (name: string): string => name.replaceAll(/\d+/g, '#');
