import type { Asked } from '../conformance/asking.ts';

/** What happens next on every store. `‹7›` in a path, header or body stands for the id that step 7 made. */
export type Step =
  | { readonly at: number; readonly kind: 'ask'; readonly asked: Asked }
  /** All at once: which comes first is not ours to say, so only what came of them together is compared. */
  | { readonly at: number; readonly kind: 'race'; readonly asked: readonly Asked[] }
  /** The operator's own time passes. */
  | { readonly at: number; readonly kind: 'time'; readonly seconds: number };

/** What one step came to, as text that must be the same on every store. */
export interface Trace {
  readonly at: number;
  readonly text: string;
}

export const madeBy = (at: number): string => `‹${at}›`;

const PLACE = /‹(\d+)›/g;

/** The text with the ids that stand for their places; what was never made has a name that leads nowhere. */
export const withIds = (text: string, ids: ReadonlyMap<number, string>): string =>
  text.replace(PLACE, (_, at: string) => ids.get(Number(at)) ?? `nothing-${at}`);

export const requestsIn = (steps: readonly Step[]): number =>
  steps.reduce((sum, step) => sum + (step.kind === 'race' ? step.asked.length : step.kind === 'ask' ? 1 : 0), 0);
