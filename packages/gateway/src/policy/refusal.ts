import { notFound, Refusal } from '../problem.ts';
import type { Denial } from './decide.ts';

export const signInFirst = (): Refusal => new Refusal({ status: 401, code: 'signed-out', title: 'Sign in to go on.' });

const SAID = {
  persona: ['not-allowed', 'This is not open to your kind of sign-in.'],
  'unknown-action': ['not-allowed', 'This is not open to your kind of sign-in.'],
  channel: ['not-here', 'This can be done in the portal itself only.'],
  acting: ['not-while-acting', 'This cannot be done while acting for a customer.'],
  'over-limit': ['over-limit', 'This costs more than you may spend.'],
} as const;

/** A denial as the person reads it. What is not theirs is answered exactly like what is not there. */
export function refusalFor(denial: Denial): Refusal {
  if (denial.reason === 'foreign') return notFound();
  if (denial.reason === 'session-over' || denial.reason === 'signed-out') return signInFirst();
  if (denial.reason === 'step-up') {
    const { acr, maxAge } = denial;
    return new Refusal({ status: 403, code: 'step-up-needed', title: 'Confirm that it is you to go on.', maxAge, ...(acr !== undefined && { acr }) });
  }
  const [code, title] = SAID[denial.reason];
  return new Refusal({ status: 403, code, title });
}
