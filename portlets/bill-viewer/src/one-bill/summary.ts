import type { AppliedPayment, Bill, BillChange, Cause, Charge, Money } from '@faceplate/contracts';
import { add } from '@faceplate/domain';

/** So many groups a person takes in at a glance. */
const SHOWN = 3;

export interface Group {
  /** Of a service; empty for what belongs to the whole account. */
  readonly name: string;
  readonly amount: Money;
}

export interface Groups {
  readonly shown: readonly Group[];
  /** How many more there are, and what they come to. */
  readonly more: { readonly count: number; readonly amount: Money } | undefined;
  /** Amounts are with tax; otherwise every one of them is before it. */
  readonly taxed: boolean;
}

/** What the bill is for, dearest first. Nothing where not all its lines are here: a part would pass for the whole. */
export function groupsOf({ charges, lines }: Pick<Bill, 'charges' | 'lines'>): Groups | undefined {
  const [first] = charges;
  if (!first || (lines ?? 0) > charges.length) return undefined;
  const taxed = charges.every(({ gross }) => gross !== undefined);
  const amountOf = ({ gross, net }: Charge) => (taxed && gross) || net;
  const groups = [...Map.groupBy(charges, ({ service }) => service?.name ?? '')]
    .map(([name, some]) => ({ name, amount: some.map(amountOf).reduce(add) }))
    .toSorted((one, other) => other.amount.amount - one.amount.amount);
  // One alone is shown as itself.
  const most = groups.length === SHOWN + 1 ? SHOWN + 1 : SHOWN;
  const rest = groups.slice(most).map(({ amount }) => amount);
  return { shown: groups.slice(0, most), more: rest.length > 0 ? { count: rest.length, amount: rest.reduce(add) } : undefined, taxed };
}

/** What has settled a part of the bill, told apart by how. Where that is not told, what is no longer open was paid. */
export function settledOf({ applied, total, remaining }: Pick<Bill, 'applied' | 'total' | 'remaining'>): Record<AppliedPayment['kind'], Money> {
  const none = { ...total, amount: 0 };
  const settled = { ...total, amount: total.amount - remaining.amount };
  const credit = (applied ?? []).filter(({ kind }) => kind === 'credit').map(({ amount }) => amount).reduce(add, none);
  return { credit, payment: { ...settled, amount: settled.amount - credit.amount } };
}

/** The cause that says most: the one that makes up more than half of the difference. */
export function mainCause({ causes, difference }: Pick<BillChange, 'causes' | 'difference'>): Cause | undefined {
  const isMost = ({ kind, amount: { amount } }: Cause) =>
    kind !== 'rounding' && kind !== 'unexplained' && amount * difference.amount > 0 && Math.abs(amount) * 2 > Math.abs(difference.amount);
  return causes.toSorted((one, other) => Math.abs(other.amount.amount) - Math.abs(one.amount.amount)).find(isMost);
}
