import { sum, taxOn } from './amounts.ts';
import type { Charge } from './charge.ts';
import { totalsOf } from './totals.ts';

/** Minor units by which the tax of a rate may be off what the rate makes of the sum: EN 16931's own rules let it be less than one euro (BR-CO-17, BR-S-09). */
const TOLERANCE = 100;

/** Prices with tax in them; what was granted or taken off stands elsewhere as it is. */
const mayMove = ({ kind, tax = 0 }: Charge): boolean => tax > 0 && kind !== 'credit';

/** How many cents have to go from tax to net (or the other way, below nothing) so that a rate is within the tolerance. */
function toMove(lines: readonly Charge[], rate: number): number {
  const { net, taxes } = totalsOf(lines);
  const off = sum(taxes.map(({ amount }) => amount)) - taxOn(net, rate);
  return Math.abs(off) < TOLERANCE ? 0 : Math.sign(off) * Math.ceil((Math.abs(off) - TOLERANCE + 1) / (1 + rate / 100));
}

/**
 * Hundreds of lines that are all rounded the same way, as a company's hundred phones at one price, come to a tax that no
 * invoice may state. As many of them as it takes have a cent of their price in the net instead of the tax, or the other
 * way round: what is owed stays what was agreed.
 */
export function withinTolerance(charges: readonly Charge[]): Charge[] {
  const moves = new Map([...Map.groupBy(charges, ({ rate }) => rate)].map(([rate, lines]) => [rate, toMove(lines, rate)]));
  return charges.map((charge) => {
    const { rate, net, tax = 0 } = charge;
    const left = moves.get(rate) ?? 0;
    if (left === 0 || !mayMove(charge)) return charge;
    const cent = Math.sign(left);
    moves.set(rate, left - cent);
    return { ...charge, net: net + cent, tax: tax - cent };
  });
}
