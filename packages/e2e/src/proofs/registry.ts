import { strictPolicy } from './g5-strict-policy.ts';
import type { Proof } from './proof.ts';
import { bytes } from './v4-bytes.ts';

/** Every proof there is, by its number. */
export const PROOFS: readonly Proof[] = [strictPolicy, bytes];

/**
 * The proofs asked for by number, all when none is.
 *
 * @throws Error when there is no proof of that number.
 */
export function chosenProofs(ids: readonly string[], all = PROOFS): readonly Proof[] {
  if (ids.length === 0) return all;
  return ids.map((id) => {
    const found = all.find((proof) => proof.id === id.toUpperCase());
    if (!found) throw new Error(`There is no proof ${id}. There are: ${all.map((one) => one.id).join(', ')}.`);
    return found;
  });
}
