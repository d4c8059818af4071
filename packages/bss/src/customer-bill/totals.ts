import { sum, taxOn } from './amounts.ts';
import type { Charge } from './charge.ts';

export interface Totals {
  net: number;
  taxes: { rate: number; amount: number }[];
  total: number;
}

type Line = Pick<Charge, 'net' | 'tax' | 'rate'>;

/**
 * Of a price told tax included just that is owed (98/6/EC): its tax is what it has beyond its net, line by line. Of the
 * others tax is reckoned once for each rate on their sum, so cents do not drift with the number of lines.
 */
export function totalsOf(charges: readonly Line[]): Totals {
  const net = sum(charges.map((charge) => charge.net));
  const taxes = [...Map.groupBy(charges, ({ rate }) => rate)].map(([rate, lines]) => ({ rate, amount: taxesOf(lines, rate) }));
  return { net, taxes, total: net + sum(taxes.map(({ amount }) => amount)) };
}

function taxesOf(lines: readonly Line[], rate: number): number {
  const untaxed = lines.filter(({ tax }) => tax === undefined);
  return sum(lines.map(({ tax = 0 }) => tax)) + taxOn(sum(untaxed.map(({ net }) => net)), rate);
}

/** A credit and what of it has to wait for the next bill. */
interface Capped {
  charges: Charge[];
  left: Charge[];
}

/** What there is left to pay at a rate. */
interface Room {
  net: number;
  tax: number;
}

/**
 * Credits take at most what there is to pay at their own tax rate, oldest
 * first, so that no bill and no tax of it falls below nothing; the rest waits.
 */
export function capCredits(charges: readonly Charge[]): Capped {
  const others = charges.filter(({ kind }) => kind !== 'credit');
  const room = new Map([...Map.groupBy(others, ({ rate }) => rate)].map(([rate, lines]): [number, Room] => [rate, roomOf(lines, rate)]));
  const credits = charges.filter(({ kind }) => kind === 'credit').toSorted((one, other) => one.at - other.at);
  const capped: Capped = { charges: others, left: [] };
  for (const credit of credits) {
    const { rate, net, tax = taxOn(net, rate) } = credit;
    const free = room.get(rate) ?? { net: 0, tax: 0 };
    const taken = { net: Math.min(-net, free.net), tax: Math.min(-tax, free.tax) };
    const left = { net: net + taken.net, tax: tax + taken.tax };
    room.set(rate, { net: free.net - taken.net, tax: free.tax - taken.tax });
    if (isSomething(taken)) capped.charges.push({ ...credit, net: 0 - taken.net, tax: 0 - taken.tax });
    if (isSomething(left)) capped.left.push({ ...credit, ...left });
  }
  return capped;
}

const isSomething = ({ net, tax }: Room): boolean => net !== 0 || tax !== 0;

const roomOf = (lines: readonly Line[], rate: number): Room => ({ net: Math.max(0, sum(lines.map(({ net }) => net))), tax: Math.max(0, taxesOf(lines, rate)) });
