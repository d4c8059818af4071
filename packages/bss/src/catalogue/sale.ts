import type { Offering } from './offering.ts';

/** What stands between an offering and anybody buying it today. */
export type SaleObstacle =
  | { kind: 'retired'; successor: Offering | undefined }
  | { kind: 'notYet'; from: number }
  | { kind: 'noLonger'; until: number; successor: Offering | undefined }
  | { kind: 'notAlone'; bundles: readonly Offering[] }
  | { kind: 'notReady'; lifecycleStatus: string };

/** `lifecycleStatus` is free text in TMF620; these words mean that it is on the market. */
const ON_MARKET = /^(active|launched)$/i;
const OFF_MARKET = /^(retired|obsolete)$/i;

/** The newest successor that can be bought at this moment. */
function successorOnSale(offering: Offering, all: ReadonlyMap<string, Offering>, now: number): Offering | undefined {
  const seen = new Set([offering.id]);
  let found: Offering | undefined;
  // A version may have several heirs, and a catalogue may lead in circles.
  let line: Offering[] = [offering];
  while (line.length > 0) {
    const ids = new Set(line.map(({ id }) => id));
    line = [...all.values()].filter(({ id, replaces }) => !seen.has(id) && replaces.some((old) => ids.has(old.id)));
    for (const next of line) {
      seen.add(next.id);
      if (isOnSale(next, now)) found = next;
    }
  }
  return found;
}

/**
 * Whether an offering may be bought now: on the market by its status, within
 * `validFor`, and sellable on its own. What somebody owns already is untouched
 * by this: an old version stays as it was bought.
 */
export function saleObstacle(offering: Offering, all: ReadonlyMap<string, Offering>, now: number): SaleObstacle | undefined {
  if (isOnSale(offering, now)) return undefined;
  const { lifecycleStatus, validFor } = offering;
  if (OFF_MARKET.test(lifecycleStatus)) return { kind: 'retired', successor: successorOnSale(offering, all, now) };
  if (!ON_MARKET.test(lifecycleStatus)) return { kind: 'notReady', lifecycleStatus };
  if (now < validFor.from) return { kind: 'notYet', from: validFor.from };
  if (now >= validFor.until) {
    return { kind: 'noLonger', until: validFor.until, successor: successorOnSale(offering, all, now) };
  }
  return { kind: 'notAlone', bundles: bundlesWith(offering, all, now) };
}

export function isOnSale({ lifecycleStatus, validFor, isSellable }: Offering, now: number): boolean {
  return ON_MARKET.test(lifecycleStatus) && isSellable && validFor.from <= now && now < validFor.until;
}

function bundlesWith({ id }: Offering, all: ReadonlyMap<string, Offering>, now: number): Offering[] {
  return [...all.values()].filter((bundle) => isOnSale(bundle, now) && bundle.parts.some((part) => part.id === id));
}
