import type { Offering, Share } from '../catalogue/offering.ts';
import { numberOf } from '../catalogue/read.ts';
import { text } from '../simulator/course.ts';
import { possibleActions, usualAction } from './actions.ts';
import { defaultsOf, isRange, type Trait } from './characteristic.ts';
import type { Choice } from './choice.ts';
import { configure, type Configured, type ConfiguredPart, type Given } from './configured.ts';
import { faultsOf, valueFault } from './faults.ts';
import type { Shelf } from './shelf.ts';

/** The nearest whole step inside a range; an open end is not part of it. */
function intoRange(trait: Trait, value: unknown): unknown[] {
  const number = numberOf(value);
  const [range] = trait.allowed.filter(isRange);
  if (number === undefined || !range) return [];
  const { from = number, to = number } = range;
  const near = [Math.min(Math.max(number, from), to), from + 1, to - 1].toSorted((a, b) => Math.abs(a - number) - Math.abs(b - number));
  const inside = near.find((one) => valueFault(trait, one) === undefined);
  return inside === undefined ? [] : [inside];
}

/** Values that are in order, in place of those that are not; empty where the catalogue has none to propose. */
function mendedValues(trait: Trait, chosen: readonly unknown[]): unknown[] {
  if (!trait.isConfigurable) return defaultsOf(trait);
  const good = chosen.flatMap((value) => (valueFault(trait, value) === undefined ? [value] : intoRange(trait, value)));
  const usual = [...defaultsOf(trait), ...trait.allowed.filter((one) => !isRange(one) && one.value !== undefined).map(({ value }) => value)];
  const lacking = Math.max(0, Math.max(trait.least, chosen.length > 0 ? 1 : 0) - good.length);
  const more = usual.filter((value) => !good.includes(value)).slice(0, lacking);
  return [...new Set([...good, ...more])].slice(0, trait.most);
}

const clamped = ({ least, most }: Share, count: number): number => Math.min(Math.max(count, least), most);

function isGone({ inside }: ConfiguredPart): boolean {
  return inside === undefined || (inside.obstacle !== undefined && inside.obstacle.kind !== 'notAlone');
}

function mendedPart(part: ConfiguredPart, count: number, now: number): [string, Choice][] {
  const { share, inside } = part;
  if (!inside) return [];
  return [[share.id, { ...mended(inside, now), quantity: isGone(part) ? share.least : clamped(share, count) }]];
}

/** Fills a group up from its first parts, or takes from its last ones, until it holds as many as it must. */
function mendedGroup({ group: { least, most }, parts }: Configured['groups'][number], now: number): [string, Choice][] {
  const counts = parts.map((part) => (isGone(part) ? part.share.least : clamped(part.share, part.count)));
  const total = () => counts.reduce((sum, count) => sum + count, 0);
  for (const [at, part] of parts.entries()) {
    const room = isGone(part) ? 0 : part.share.most - (counts[at] ?? 0);
    counts[at] = (counts[at] ?? 0) + Math.min(room, Math.max(0, least - total()));
  }
  for (const [at, part] of [...parts.entries()].toReversed()) {
    const spare = (counts[at] ?? 0) - part.share.least;
    counts[at] = (counts[at] ?? 0) - Math.min(spare, Math.max(0, total() - most));
  }
  return parts.flatMap((part, at) => mendedPart(part, counts[at] ?? 0, now));
}

function mended(configured: Configured, now: number): Choice {
  const { choice, offering, traits, values, terms, quantity, parts, groups, existing } = configured;
  const names = terms.flatMap(({ name }) => text(name) ?? []);
  const actions = possibleActions(existing, now).map(({ action }) => action);
  return {
    offeringId: offering.id,
    productId: choice.productId,
    quantity: Math.max(1, Math.floor(Number.isFinite(quantity) ? quantity : 1)),
    values: new Map(traits.map((trait) => [trait.name, mendedValues(trait, values.get(trait.name) ?? [])])),
    named: new Set(),
    term: choice.term !== undefined && names.includes(choice.term) ? choice.term : undefined,
    action: choice.action !== undefined && actions.includes(choice.action) ? choice.action : usualAction(existing),
    parts: new Map([...parts.flatMap((part) => mendedPart(part, part.count, now)), ...groups.flatMap((group) => mendedGroup(group, now))]),
  };
}

/** What to offer in place of an offering that cannot be bought. */
function insteadOf({ offering, obstacle, existing }: Configured): Offering | undefined {
  if (!obstacle || existing) return offering;
  if ('successor' in obstacle) return obstacle.successor;
  return 'bundles' in obstacle ? obstacle.bundles[0] : undefined;
}

/** The nearest configuration that can be ordered; undefined where the catalogue alone cannot say one. */
export function alternative(shelf: Shelf, configured: Configured, given: Given): Configured | undefined {
  const offering = insteadOf(configured);
  if (!offering) return undefined;
  const start = offering === configured.offering ? configured : configure(shelf, offering, configured.choice, given);
  const found = configure(shelf, offering, mended(start, shelf.now), given);
  return faultsOf(found, shelf.now).length === 0 ? found : undefined;
}
