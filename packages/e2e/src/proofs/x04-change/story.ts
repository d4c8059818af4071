import { Chance } from '../g7-answers/chance.ts';
import { cents, type Line, Month, newId, round, taxed } from './line.ts';
import { atAnyRate, type Setting, type Strand, strandsOf } from './strands.ts';

/** Two bills of one account, all that is known of what they are for, and why they differ. */
export interface Story {
  before: Side;
  after: Side;
  products: Record<string, unknown>[];
  /** Cents by cause, as they came about; nothing that came to nothing. */
  expected: Map<string, number>;
}

export interface Side {
  id: string;
  month: Month;
  until: string;
  lines: Line[];
  net: number;
  taxes: { rate: number; amount: number }[];
  total: number;
}

/** What was slipped in, which no record speaks of. */
export interface Plants {
  /** Cents that are to be found unexplained, each of them. */
  amounts: number[];
}

const OLD_RATE = 19;
const NEW_RATE = 21;

interface Made {
  strands: Strand[];
  before: Month;
  after: Month;
  /** Last day of the newer bill, where it is longer than its month. */
  until?: string;
  /** The tax rate is another from the newer bill on. */
  isTaxed: boolean;
}

function made(chance: Chance): Made {
  const at = cents(chance, 1, 20);
  const [before, after] = [new Month(at - 1), new Month(at)];
  const setting: Setting = { chance, before, after, rate: OLD_RATE };
  const way = chance.below(16);
  if (way === 0) {
    const strands = Array.from({ length: cents(chance, 1, 4) }, () => chance.of(atAnyRate as readonly [typeof atAnyRate[number]])(setting));
    return { strands: strands.map(atNewRate), before, after, isTaxed: true };
  }
  if (way === 1) return longer(chance, before, after, at);
  return { strands: strandsOf(setting), before, after, isTaxed: false };
}

/** The newer lines bear the new tax on the same net. */
function atNewRate(strand: Strand): Strand {
  const after = strand.after.map((line) => ({ ...line, rate: NEW_RATE, gross: taxed(line.net, NEW_RATE) }));
  return { ...strand, after };
}

/** A bill of two months, by the day: no monthly price was agreed. */
function longer(chance: Chance, before: Month, after: Month, at: number): Made {
  const until = new Month(at + 1);
  const days = after.days + until.days;
  const strands = Array.from({ length: cents(chance, 1, 3) }, (): Strand => {
    const [id, daily] = [newId(), cents(chance, 20, 200)];
    const line = (length: number): Line => ({ id: newId(), kind: 'recurring', name: 'Leased line', product: id, net: daily * length, rate: OLD_RATE, gross: taxed(daily * length, OLD_RATE) });
    const told = { id, name: id, status: 'active', startDate: '2023-01-01', billingAccount: { id: 'acc1' }, relatedParty: [{ id: 'anna', role: 'owner' }] };
    return { cause: 'period-length', before: [line(before.days)], after: [line(days)], products: [told] };
  });
  return { strands, before, after, until: until.last, isTaxed: false };
}

const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0);

function sideOf(month: Month, until: string, lines: Line[], off: number): Side {
  const net = sum(lines.map((line) => line.net));
  const taxes = [...Map.groupBy(lines, ({ rate }) => rate)].map(([rate, own]) => ({ rate, amount: round((sum(own.map((line) => line.net)) * rate) / 100) }));
  return { id: newId(), month, until, lines, net, taxes, total: net + sum(taxes.map(({ amount }) => amount)) + off };
}

/** What is left between a bill and its lines because taxes are rounded. */
const roundingOf = ({ lines, net, taxes }: Side): number => net + sum(taxes.map(({ amount }) => amount)) - sum(lines.map(({ gross }) => gross));

/** At the old rate, and what the new one adds. */
function costOf(line: Line, isTaxed: boolean): { old: number; more: number } {
  const old = isTaxed ? taxed(line.net, OLD_RATE) : line.gross;
  return { old, more: line.gross - old };
}

/** A story and what was slipped into it. */
export function storyOf(seed: number, plants: number): { story: Story; planted: Plants } {
  const chance = new Chance(seed);
  const { strands, before, after, until, isTaxed } = made(chance);
  const expected = new Map<string, number>();
  const add = (cause: string, amount: number) => expected.set(cause, (expected.get(cause) ?? 0) + amount);
  for (const strand of strands) tell(strand, isTaxed, add);
  const { amounts, off } = plant(chance, strands, { count: plants, isTaxed, isLonger: until !== undefined }, add);
  const [was, is] = [sideOf(before, before.last, strands.flatMap((one) => one.before), off.before), sideOf(after, until ?? after.last, strands.flatMap((one) => one.after), off.after)];
  add('rounding', roundingOf(is) - roundingOf(was));
  for (const [cause, amount] of expected) if (amount === 0) expected.delete(cause);
  return { story: { before: was, after: is, products: strands.flatMap(({ products }) => products), expected }, planted: { amounts } };
}

type Add = (cause: string, amount: number) => void;

/** Only what stood on the older bill had another tax. */
function tell({ cause, before, after }: Strand, isTaxed: boolean, add: Add): void {
  const isSame = sum(before.map(({ gross }) => gross)) === sum(after.map(({ gross }) => gross));
  const known = isTaxed && before.length > 0 && !isSame;
  const costs = after.map((line) => costOf(line, known));
  const difference = sum(costs.map(({ old }) => old)) - sum(before.map(({ gross }) => gross));
  add('tax-change', sum(costs.map(({ more }) => more)));
  if (cause !== undefined) add(cause, difference);
}

interface Slip {
  count: number;
  isTaxed: boolean;
  isLonger: boolean;
}

const PRICED = [undefined, 'proration-in', 'new-service', 'plan-change', 'price-change'];

interface Off {
  before: number;
  after: number;
}

/** Totals off by a little, prices that were raised in silence, a line that is gone though the service is not: each in a place of its own. */
function plant(chance: Chance, strands: readonly Strand[], { count, isTaxed, isLonger }: Slip, add: Add): { amounts: number[]; off: Off } {
  const off: Off = { before: 0, after: 0 };
  const amounts: number[] = [];
  const targets = isLonger ? [] : strands.filter(({ cause, after }) => PRICED.includes(cause) && after.some(({ kind }) => kind === 'recurring'));
  for (let nth = 0; nth < count; nth += 1) {
    const slip = chance.of([1, 1, -1, cents(chance, 2, 60)] as const);
    const isTotal = nth === 0 && (chance.below(3) === 0 || targets.length === 0);
    const target = isTotal ? undefined : targets.splice(chance.below(targets.length), 1)[0];
    if (!isTotal && !target) break;
    const amount = target ? inLine(chance, target, slip, { isTaxed, add }) : inTotal(chance, off, slip);
    amounts.push(amount);
    add('unexplained', amount);
  }
  return { amounts, off };
}

function inTotal(chance: Chance, off: Off, slip: number): number {
  if (chance.below(2) === 0) {
    off.before = slip;
    return -slip;
  }
  off.after = slip;
  return slip;
}

function inLine(chance: Chance, target: Strand, slip: number, { isTaxed, add }: { isTaxed: boolean; add: Add }): number {
  const line = target.after.find(({ kind }) => kind === 'recurring');
  if (!line) throw new Error('A target without a price');
  if (target.cause === undefined && target.after.length === 1 && chance.below(2) === 0) {
    target.after.length = 0;
    add('tax-change', -costOf(line, isTaxed).more);
    return -sum(target.before.map(({ gross }) => gross));
  }
  const raised: Line = { ...line, net: line.net + slip, gross: taxed(line.net + slip, line.rate) };
  target.after[target.after.indexOf(line)] = raised;
  const [now, then] = [costOf(raised, isTaxed), costOf(line, isTaxed)];
  add('tax-change', now.more - then.more);
  return now.old - then.old;
}
