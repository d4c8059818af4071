import type { Charge } from '@faceplate/contracts';
import { type Draft, sumOf } from './bill-change-draft.ts';
import { added, type Line, taxIn } from './bill-change-line.ts';

interface AtOldRates {
  /** The newer lines, each with the tax that it would have borne before. */
  lines: Line[];
  /** What the other rates make, one cause for each change. */
  drafts: Draft[];
}

/** Takes another tax rate out of the newer lines, so that what is left of a difference is the price's own. */
export function atOldRates(before: readonly Line[], after: readonly Line[], keyOf: (charge: Charge) => string): AtOldRates {
  const known = Map.groupBy(before, ({ charge }) => keyOf(charge));
  const taken = new Map<string, Draft>();
  const lines = after.map((line) => {
    const old = known.get(keyOf(line.charge)) ?? [];
    const rate = theRate(old);
    if (rate === undefined || rate === line.rate || isSameGross(old, line)) return line;
    const currency = line.bill.total.currency;
    // What it bore before is known where the net has stayed; a price agreed with tax in it may be a unit off the net and its tax.
    const gross = old.find(({ net }) => net === line.net)?.gross ?? line.net + taxIn(line.net, rate, currency);
    keep(taken, rate, line, gross, currency);
    return { ...line, rate, gross };
  });
  return { lines, drafts: [...taken.values()] };
}

function theRate(lines: readonly Line[]): number | undefined {
  const [rate, ...others] = new Set(lines.map((line) => line.rate));
  return others.length === 0 ? rate : undefined;
}

/** Where the price with its tax has stayed, nothing has changed for the customer. */
const isSameGross = (old: readonly Line[], line: Line): boolean => sumOf(old, line.bill.total.currency) === line.gross;

function keep(taken: Map<string, Draft>, rate: number, line: Line, gross: number, currency: string): void {
  const name = `${rate} % → ${line.rate} %`;
  const known = taken.get(name) ?? { kind: 'tax-change', name, amount: 0, before: 0, after: 0, chargeIds: [] };
  const sum = (one: number, other: number) => added([one, other], currency);
  taken.set(name, {
    ...known,
    amount: sum(known.amount, line.gross - gross),
    before: sum(known.before, gross),
    after: sum(known.after, line.gross),
    chargeIds: [...known.chargeIds, line.charge.id],
  });
}
