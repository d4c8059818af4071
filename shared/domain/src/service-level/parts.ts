import type { Span } from '../calendar.ts';
import { plannedOf, type Reckoning, reckon, stretchOf, weightOf } from './reckoning.ts';
import { intersect, lengthOf, merge, type Stretch, without } from './spans.ts';
import type { AvailabilityStretch, ServiceLevelTerms } from './terms.ts';

/** What became of a part of what was recorded. */
export type PartKind =
  | 'down'
  | 'left-out'
  | 'unknown'
  | 'outside-hours'
  | 'in-maintenance'
  | 'in-waiting'
  | 'too-short'
  | 'not-planned'
  | 'known-down'
  | 'overlap';

/** One stretch, cut to the window, with all of it accounted for: `parts` add up to its length. */
export interface StretchParts {
  stretch: AvailabilityStretch;
  /** Seconds since 1970, half-open. */
  from: number;
  to: number;
  parts: readonly { kind: PartKind; seconds: number }[];
  /** What it adds to the window's `downHundredths`. */
  downHundredths: number;
}

/** Sets that are asked one after the other; the first that has a second keeps it. */
type Sieve = readonly (readonly [PartKind, readonly Stretch[]])[];

const ALL: readonly Stretch[] = [{ from: -Infinity, to: Infinity }];

function sieved(within: readonly Stretch[], sieve: Sieve): { kind: PartKind; seconds: number }[] {
  let left = merge(within);
  return sieve.flatMap(([kind, set]) => {
    const seconds = lengthOf(intersect(left, set));
    left = without(left, set);
    return seconds > 0 ? [{ kind, seconds }] : [];
  });
}

/** What each kind's seconds may have become, in the order of the rules; `taken` is what earlier stretches of the kind have borne. */
function sieveOf(stretch: AvailabilityStretch, reckoning: Reckoning, terms: ServiceLevelTerms, now: Date, taken: readonly Stretch[]): Sieve {
  const { open, maintenance, waiting, unknown, levels, disturbed } = reckoning;
  const outside: Sieve[number] = ['outside-hours', without(ALL, open)];
  const down = merge(levels.flatMap((level) => level.down));
  if (stretch.kind === 'maintenance') return [outside, ['overlap', taken], ['left-out', plannedOf(stretch, terms, now)], ['not-planned', ALL]];
  if (stretch.kind === 'waiting-for-you') return [outside, ['in-maintenance', maintenance], ['overlap', taken], ['left-out', ALL]];
  const left: Sieve = [outside, ['in-maintenance', maintenance], ['in-waiting', waiting]];
  if (stretch.kind === 'no-data') return [...left, ['overlap', taken], ['unknown', unknown], [terms.gaps === 'down' ? 'down' : 'known-down', terms.gaps === 'down' ? gapsDown(reckoning) : down], ['known-down', ALL]];
  return [...left, ['too-short', without(ALL, disturbed)], ['overlap', taken], ['down', ALL]];
}

/** Under the policy that no data is down, the last level is what was not known. */
const gapsDown = ({ levels }: Reckoning): readonly Stretch[] => levels.at(-1)?.down ?? [];

/** The second-by-second answer to "what is this figure made of": every stretch that touches the window, oldest first. */
export function partsOf(stretches: readonly AvailabilityStretch[], window: Span, terms: ServiceLevelTerms, now: Date): StretchParts[] {
  const reckoning = reckon(stretches, window, terms, now);
  const taken = new Map<string, Stretch[]>();
  const age = (one: AvailabilityStretch, other: AvailabilityStretch) => +one.from - +other.from || one.id.localeCompare(other.id);
  // The heavier bears what two have in common; of equals the one that began first.
  const bearing = stretches.toSorted((one, other) => weightOf(other) - weightOf(one) || age(one, other));
  const found = bearing.flatMap((stretch): StretchParts[] => {
    const within = intersect(merge([stretchOf(stretch, now)]), reckoning.window);
    const [whole] = within;
    if (!whole) return [];
    const group = weightOf(stretch) > 0 ? 'disturbance' : stretch.kind;
    const before = taken.get(group) ?? [];
    const parts = sieved(within, sieveOf(stretch, reckoning, terms, now, before));
    // Planned work that does not count as planned takes nothing from what does.
    taken.set(group, merge([...before, ...(stretch.kind === 'maintenance' ? intersect(plannedOf(stretch, terms, now), within) : within)]));
    const seconds = parts.find(({ kind }) => kind === 'down')?.seconds ?? 0;
    return [{ stretch, ...whole, parts, downHundredths: seconds * (stretch.kind === 'no-data' ? 100 : weightOf(stretch)) }];
  });
  return found.toSorted((one, other) => age(one.stretch, other.stretch));
}
