import type { Offering, Share } from '../catalogue/offering.ts';
import { saleObstacle, type SaleObstacle } from '../catalogue/sale.ts';
import { objects, text } from '../simulator/course.ts';
import type { JsonObject } from '../surface/body.ts';
import { defaultsOf, type Trait, traitsOf } from './characteristic.ts';
import { type Choice, NOTHING } from './choice.ts';
import { type Group, groupsOf } from './parts.ts';
import type { Existing, Shelf } from './shelf.ts';

/** A part of a bundle as it stands. */
export interface ConfiguredPart {
  share: Share;
  count: number;
  /** Undefined where the catalogue names an offering that it does not have. */
  inside: Configured | undefined;
}

/** An offering with everything that was chosen, and the catalogue's own choice for all the rest. */
export interface Configured {
  choice: Choice;
  offering: Offering;
  traits: readonly Trait[];
  values: ReadonlyMap<string, readonly unknown[]>;
  terms: readonly JsonObject[];
  /** Name of the term that holds; undefined where there is none. */
  term: string | undefined;
  quantity: number;
  parts: readonly ConfiguredPart[];
  groups: readonly { group: Group; parts: readonly ConfiguredPart[] }[];
  /** Why it cannot be bought now, if it cannot. */
  obstacle: SaleObstacle | undefined;
  existing: Existing | undefined;
}

/** What is known beside the choice itself. */
export interface Given {
  existing?: Existing | undefined;
  /** Answers of a guide, by name: they stand where nothing was chosen. */
  context?: ReadonlyMap<string, unknown>;
}

/** Bundles in bundles end here, in depth and in all; a catalogue may lead in circles, or grow without end. */
const DEEPEST = 6;
const MOST_PARTS = 500;

function ownedValues({ body }: Existing, name: string): unknown[] | undefined {
  const found = objects(body['productCharacteristic']).find((one) => one['name'] === name);
  return found && [found['value']].flat();
}

function valuesOf(traits: readonly Trait[], choice: Choice, { existing, context }: Given): Map<string, readonly unknown[]> {
  return new Map(
    traits.map((trait) => {
      const { name } = trait;
      const told = context?.get(name);
      const chosen = choice.values.get(name) ?? (existing && ownedValues(existing, name)) ?? (told === undefined ? undefined : [told]);
      return [name, chosen ?? defaultsOf(trait)];
    }),
  );
}

interface Walk {
  shelf: Shelf;
  given: Given;
  /** Offerings around this one, to end circles. */
  around: readonly string[];
  room: { left: number };
}

function partOf(walk: Walk, share: Share, choice: Choice): ConfiguredPart {
  const chosen = choice.parts.get(share.id);
  const offering = walk.shelf.catalogue.offerings.get(share.id);
  const isEnd = walk.around.length >= DEEPEST || walk.around.includes(share.id) || walk.room.left === 0;
  walk.room.left = Math.max(0, walk.room.left - 1);
  // What is owned is the whole; its values say nothing of a part.
  const inner: Walk = { ...walk, given: { ...walk.given, existing: undefined } };
  return {
    share,
    count: chosen?.quantity ?? share.usual,
    inside: offering && !isEnd ? walkInto(inner, offering, chosen ?? NOTHING) : undefined,
  };
}

function walkInto(walk: Walk, offering: Offering, choice: Choice): Configured {
  const { shelf, given } = walk;
  const traits = traitsOf(offering.body, shelf.specifications.get(offering.specification?.id ?? ''));
  const terms = objects(offering.body['productOfferingTerm']);
  const inner: Walk = { ...walk, around: [...walk.around, offering.id] };
  return {
    choice,
    offering,
    traits,
    values: valuesOf(traits, choice, given),
    terms,
    term: choice.term ?? text(terms[0]?.['name']),
    quantity: choice.quantity ?? 1,
    parts: offering.parts.map((share) => partOf(inner, share, choice)),
    groups: groupsOf(offering).map((group) => ({ group, parts: group.parts.map((share) => partOf(inner, share, choice)) })),
    obstacle: saleObstacle(offering, shelf.catalogue.offerings, shelf.now),
    existing: given.existing,
  };
}

/** What a choice comes to: its own values, and the catalogue's where it says nothing. */
export function configure(shelf: Shelf, offering: Offering, choice: Choice, given: Given = {}): Configured {
  return walkInto({ shelf, given, around: [], room: { left: MOST_PARTS } }, offering, choice);
}

export const allParts = ({ parts, groups }: Configured): ConfiguredPart[] => [...parts, ...groups.flatMap((one) => one.parts)];
