import type { Cause } from '@faceplate/contracts';

/** So many causes a person takes in at a glance. */
const SHOWN = 6;

const isRest = ({ kind }: Cause) => kind === 'rounding' || kind === 'unexplained';

/** The largest causes, and the small ones that are shown as one. What nobody can explain is never among those. */
export function folded(causes: readonly Cause[]): { shown: Cause[]; small: Cause[]; rest: Cause[] } {
  const rest = causes.filter(isRest);
  const named = causes.filter((cause) => !isRest(cause)).toSorted((one, other) => Math.abs(other.amount.amount) - Math.abs(one.amount.amount));
  // One alone is shown as itself: "1 smaller cause" would say less in the same room.
  const most = named.length === SHOWN + 1 ? SHOWN + 1 : SHOWN;
  return { shown: named.slice(0, most), small: named.slice(most), rest };
}
