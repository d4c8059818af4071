import type { TrailStep } from '@faceplate/contracts';
import { sum } from '@faceplate/domain';

/** A step as it stands on the page: lines of one bill that go back to one order are one step. */
export interface ShownStep extends TrailStep {
  /** How many lines it stands for, where they are several. */
  lines?: number;
}

export function folded(steps: readonly TrailStep[]): ShownStep[] {
  const groups = Object.values(Object.groupBy(steps, (step, at) => (step.kind === 'line' ? `${step.correlation} ${step.bill?.id} ${step.amount?.currency}` : `${at} alone`)));
  return groups
    .flatMap((group = []) => (group[0] ? [{ at: steps.indexOf(group[0]), step: asOne(group[0], group) }] : []))
    .toSorted((one, other) => one.at - other.at)
    .map(({ step }) => step);
}

function asOne(first: TrailStep, group: readonly TrailStep[]): ShownStep {
  if (group.length === 1 || !first.amount) return first;
  return { ...first, amount: sum(group.flatMap(({ amount }) => amount ?? []), first.amount.currency), lines: group.length };
}
