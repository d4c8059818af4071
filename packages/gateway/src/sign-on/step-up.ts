/**
 * "Proved anew, just now": what a step-up asks unless configured otherwise. A provider that has no word for it gives it
 * by `max_age` alone.
 */
export const FRESH = 'urn:faceplate:fresh';

/** Seconds a proof counts as fresh. */
const FRESH_FOR = 300;
/** A day: longer is no step-up. */
const MOST = 86_400;

export interface StepUp {
  /** How the person must prove who they are, in our words. */
  acr: string;
  /** How long ago they may have, in seconds. */
  maxAge: number;
}

/** Reads `stepUp`, a word for the strength or a number of seconds, with `maxAge` beside a word; `undefined` when it is neither. */
export function readStepUp(asked: string | undefined, maxAge: string | undefined): StepUp | undefined {
  if (asked === undefined) return undefined;
  if (/^\d{1,6}$/.test(asked)) return { acr: FRESH, maxAge: seconds(asked) };
  return /^[\w:./-]{1,100}$/.test(asked) ? { acr: asked, maxAge: seconds(maxAge) } : undefined;
}

function seconds(text: string | undefined): number {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Math.min(Number(text), MOST) : FRESH_FOR;
}
