import { CheckStep, type DeskCheck } from '@faceplate/contracts';

/** What is looked at before a form, in the order it is told. */
export const ORDER: readonly CheckStep[] = CheckStep.options;

/** What makes a form needless when it is found; a test and an answer only help. */
const DEFLECTS: ReadonlySet<CheckStep> = new Set<CheckStep>(['right', 'suspension', 'incident', 'planned', 'ticket']);

/** Planned work that has not begun explains nothing yet. */
const holdsNow = ({ step, troubles = [] }: DeskCheck, now: number): boolean => step !== 'planned' || troubles.some(({ from }) => from === undefined || Date.parse(from) <= now);

/** All checks in their order, each once, whatever order they came in; one that is missing could not be asked. */
export function inOrder(checks: readonly DeskCheck[]): DeskCheck[] {
  return ORDER.map((step) => checks.find((one) => one.step === step) ?? { step, state: 'not-asked' });
}

/** The first check that found what makes a form needless. What could not be asked never stands in the way. */
export function stopOf(checks: readonly DeskCheck[], now: Date): CheckStep | undefined {
  return inOrder(checks).find((check) => check.state === 'found' && DEFLECTS.has(check.step) && holdsNow(check, now.getTime()))?.step;
}
