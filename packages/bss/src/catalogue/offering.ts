import { objects, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { isObject, type JsonObject } from '../surface/body.ts';
import { numberOf, type Period, periodOf, type Ref, refOf, refsOf, wholeOf } from './read.ts';

/** How many of an offering a bundle takes; nothing said means exactly one. */
export interface Share extends Ref {
  least: number;
  most: number;
  usual: number;
}

/** A TMF620 productOffering (v4), read once: what others have posted is not trusted. */
export interface Offering extends Ref {
  version: string;
  lifecycleStatus: string;
  isSellable: boolean;
  isBundle: boolean;
  validFor: Period;
  categories: readonly string[];
  /** Lower case; none means everybody. */
  segments: readonly string[];
  requires: readonly Ref[];
  excludes: readonly Ref[];
  /** The older version that this one took the place of. */
  replaces: readonly Ref[];
  /** What a device must be able to do for it: `eSIM`, `Fibre port`. */
  capabilities: readonly string[];
  parts: readonly Share[];
  priceIds: readonly string[];
  specification: Ref | undefined;
  /** Months of the longest commitment; 0 without one. */
  termMonths: number;
  /** Names of characteristics to the value it comes with. */
  features: ReadonlyMap<string, unknown>;
  body: Resource;
}

const related = (body: Resource, type: string): Ref[] =>
  objects(body['productOfferingRelationship'])
    .filter((one) => text(one['relationshipType'])?.toLowerCase() === type.toLowerCase())
    .flatMap((one) => refOf(one) ?? []);

function shareOf(value: JsonObject): Share[] {
  const part = refOf(value);
  if (!part) return [];
  const option = isObject(value['bundledProductOfferingOption']) ? value['bundledProductOfferingOption'] : {};
  const least = wholeOf(option['numberRelOfferLowerLimit']) ?? 1;
  const most = Math.max(least, wholeOf(option['numberRelOfferUpperLimit']) ?? Math.max(1, least));
  const usual = wholeOf(option['numberRelOfferDefault']) ?? least;
  return [{ ...part, least, most, usual: Math.min(Math.max(usual, least), most) }];
}

function monthsOf(term: JsonObject): number {
  const [duration] = objects(term['duration']);
  const amount = wholeOf(duration?.['amount']) ?? 0;
  return /^year/i.test(text(duration?.['units']) ?? '') ? amount * 12 : amount;
}

function featuresOf(body: Resource): Map<string, unknown> {
  const pairs = objects(body['prodSpecCharValueUse']).flatMap((use): [string, unknown][] => {
    const name = text(use['name']);
    const values = objects(use['productSpecCharacteristicValue']);
    const value = (values.find(({ isDefault }) => isDefault === true) ?? values[0])?.['value'];
    return name === undefined || value === undefined ? [] : [[name, value]];
  });
  return new Map(pairs);
}

export function offeringOf(body: Resource): Offering {
  return {
    id: body.id,
    name: text(body['name']) ?? body.id,
    version: text(body['version']) ?? '',
    lifecycleStatus: text(body['lifecycleStatus']) ?? 'Active',
    isSellable: body['isSellable'] !== false,
    isBundle: body['isBundle'] === true,
    validFor: periodOf(body['validFor']),
    categories: refsOf(body['category']).map(({ name }) => name),
    segments: objects(body['marketSegment']).flatMap(({ name }) => text(name)?.toLowerCase() ?? []),
    requires: related(body, 'requires'),
    excludes: related(body, 'excludes'),
    replaces: related(body, 'replaces'),
    capabilities: related(body, 'requiresCapability').map(({ name }) => name),
    parts: objects(body['bundledProductOffering']).flatMap(shareOf),
    priceIds: refsOf(body['productOfferingPrice']).map(({ id }) => id),
    specification: refOf(body['productSpecification']),
    termMonths: Math.max(0, ...objects(body['productOfferingTerm']).map(monthsOf)),
    features: featuresOf(body),
    body,
  };
}

/** A characteristic of the offering as a number: `Download`, in Mbit/s. */
export function featureNumber({ features }: Offering, name: string): number | undefined {
  return numberOf(features.get(name));
}
