import { sum, taxOn } from './amounts.ts';
import type { Charge } from './charge.ts';

export interface Totals {
  net: number;
  taxes: { rate: number; amount: number }[];
  total: number;
}

type Line = Pick<Charge, 'net' | 'rate'>;

/** Tax is reckoned once for each rate on the sum of its lines, so cents do not drift with the number of lines. */
export function totalsOf(charges: readonly Line[]): Totals {
  const net = sum(charges.map((charge) => charge.net));
  const taxes = [...Map.groupBy(charges, ({ rate }) => rate)].map(([rate, lines]) => ({
    rate,
    amount: taxOn(sum(lines.map((line) => line.net)), rate),
  }));
  return { net, taxes, total: net + sum(taxes.map(({ amount }) => amount)) };
}

/** A credit and what of it has to wait for the next bill. */
interface Capped {
  charges: Charge[];
  left: Charge[];
}

/**
 * Credits take at most what there is to pay at their own tax rate, oldest
 * first, so that no bill and no tax of it falls below nothing; the rest waits.
 */
export function capCredits(charges: readonly Charge[]): Capped {
  const room = new Map<number, number>();
  for (const { kind, net, rate } of charges) if (kind !== 'credit') room.set(rate, (room.get(rate) ?? 0) + net);
  const credits = charges.filter(({ kind }) => kind === 'credit').toSorted((one, other) => one.at - other.at);
  const capped: Capped = { charges: charges.filter(({ kind }) => kind !== 'credit'), left: [] };
  for (const credit of credits) {
    const taken = Math.min(-credit.net, Math.max(0, room.get(credit.rate) ?? 0));
    room.set(credit.rate, (room.get(credit.rate) ?? 0) - taken);
    if (taken > 0) capped.charges.push({ ...credit, net: -taken });
    if (taken < -credit.net) capped.left.push({ ...credit, net: credit.net + taken });
  }
  return capped;
}
