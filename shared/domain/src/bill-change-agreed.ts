import type { Money } from '@faceplate/contracts';
import type { Term } from './bill-change-facts.ts';
import { added, daysOf, type Line, taxIn } from './bill-change-line.ts';
import { money, netOf, share } from './money.ts';

/** Systems take the part by days of the net price, or of the price with its tax; a unit may lie between the two. */
export type Manner = 'net' | 'gross';

/** What a line should come to, tax included, were it charged by these terms; `undefined` where they name no price for its day. */
function agreedFor(line: Line, terms: readonly Term[], manner: Manner): number | undefined {
  const day = line.charge.period?.from ?? line.bill.period.from;
  // Before the first of the terms it was as it was at first.
  const term = terms.findLast(({ from }) => from === undefined || from <= day) ?? terms[0];
  if (term?.monthly?.currency !== line.bill.total.currency) return undefined;
  return partOf(line, term.monthly, manner);
}

function partOf(line: Line, monthly: Money, manner: Manner): number | undefined {
  const { charged, of } = daysOf(line) ?? { charged: 1, of: 1 };
  try {
    if (manner === 'gross') return share(monthly, charged, of).amount;
    const net = share(netOf(monthly, line.rate), charged, of).amount;
    return net === line.net ? line.gross : net + taxIn(net, line.rate, monthly.currency);
  } catch {
    return undefined;
  }
}

/** What lines should come to by their terms; `undefined` where that cannot be said of one of them. */
export function agreed(lines: readonly Line[], terms: readonly Term[], currency: string, manner: Manner): number | undefined {
  const each = lines.map((line) => agreedFor(line, terms, manner));
  return each.every((amount) => amount !== undefined) ? added(each, currency) : undefined;
}

/** Whether a part of a month is that part of this full price. */
export function isPartOf(part: Line, full: Line): boolean {
  const days = daysOf(part);
  if (!days || daysOf(full)) return false;
  const price = (amount: number) => share(money(amount, part.bill.total.currency), days.charged, days.of).amount;
  return price(full.net) === part.net || price(full.gross) === part.gross;
}
