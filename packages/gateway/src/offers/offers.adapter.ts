import type { LineOfBusiness, LocalDate, Offer, UsagePrice } from '@faceplate/contracts';
import type { OfferName, OfferRules, Trait } from '@faceplate/domain';
import { optional } from '../products/products.adapter.ts';
import { at, day, lastDay, meaningOf, MONTHS, needed, records, text, whole } from '../tmf/read.ts';
import type { Setting } from '../tmf/setting.ts';
import type { TmfBody } from '../upstream/types.ts';
import { applying, conditionsOf, offerPrice, partOf, type PricePart, sayable, usagePrices } from './price.adapter.ts';
import { type PromiseChoice, promisesIn } from './promise.adapter.ts';

/** The specification whose characteristics are the guide's questions. */
export const GUIDE_NAME = 'Guided selling';

/** An offer before anybody asks whether they may have it. */
export interface CatalogueEntry {
  offer: Omit<Offer, 'obstacles'>;
  rules: OfferRules;
  traits: Trait[];
  /** The same as its features, apart: what filters and comparisons go by. */
  facts: Fact[];
  /** What use beyond it costs. */
  beyond: UsagePrice[];
  /** Prices that hang on what is chosen. */
  extras: ExtraPrice[];
  /** Promises of service that can be chosen. */
  promises: PromiseChoice[];
  /** It has a specification, a choice of terms or parts: something may be chosen of it. */
  configurable: boolean;
}

/** A price for whoever chooses so. */
export interface ExtraPrice {
  part: PricePart;
  when: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface Fact {
  name: string;
  /** Without its unit. */
  value: string;
  unit?: string;
  help?: string;
}

const LINES: Readonly<Record<string, LineOfBusiness>> = { mobile: 'mobile', fixed: 'fixed', tv: 'tv', devices: 'device' };

/** A TMF620 productOffering with its prices. `prices` holds every price of the catalogue by id. */
export function entryOf(body: TmfBody, prices: ReadonlyMap<string, TmfBody>, setting: Setting): CatalogueEntry {
  const rules = rulesOf(body, setting.zone);
  const uses = records(body, 'prodSpecCharValueUse');
  const said = uses.filter((use) => text(use, 'productSpecification', 'name') !== GUIDE_NAME);
  const all = pricesOf(body, prices);
  const priced = applying(all, defaultsOf(said), { zone: setting.zone, today: pricedOn(rules, all, setting) });
  return {
    rules,
    traits: uses.flatMap(traitOf),
    facts: said.flatMap(factOf),
    beyond: usagePrices(priced, setting.currency),
    extras: all.flatMap((price) => extraOf(price, setting.currency)),
    promises: said.flatMap((use) => promisesIn(use)),
    configurable: isConfigurable(body, said),
    offer: {
      id: rules.id,
      name: rules.name,
      description: text(body, 'description') ?? '',
      lineOfBusiness: meaningOf(LINES, text(body, 'category', 'name')?.toLowerCase()) ?? 'other',
      bundled: records(body, 'bundledProductOffering').flatMap((one) => text(one, 'name') ?? []),
      version: text(body, 'version') ?? '',
      termMonths: termOf(body),
      price: offerPrice(priced, setting.currency),
      features: said.flatMap(featureOf),
      sold: rules.sold,
      ...optional({ category: categoryOf(body), validFrom: rules.validFrom, validUntil: rules.validUntil }),
    },
  };
}

/** What is sold has the price of today; what is not, that of the last day on which it was, or the first on which it will be. */
function pricedOn({ sold, validFrom, validUntil }: OfferRules, prices: readonly TmfBody[], { zone, today }: Setting): LocalDate {
  if (validFrom !== undefined && today < validFrom) return validFrom;
  if (validUntil !== undefined && validUntil < today) return validUntil;
  if (sold) return today;
  const ends = prices.map((price) => lastDay(zone, price, 'validFor', 'endDateTime') ?? today).toSorted();
  const last = ends.at(-1) ?? today;
  return last < today ? last : today;
}

export function rulesOf(body: TmfBody, zone: string): OfferRules {
  const id = needed(text(body, 'id'), 'id');
  const related = (type: string): OfferName[] =>
    records(body, 'productOfferingRelationship').flatMap((one) => (text(one, 'relationshipType')?.toLowerCase() === type ? (referenceOf(one) ?? []) : []));
  return {
    id,
    name: needed(text(body, 'name'), 'name'),
    segments: records(body, 'marketSegment').flatMap((segment) => text(segment, 'name')?.toLowerCase() ?? []),
    requires: related('requires'),
    excludes: related('excludes'),
    replaces: related('replaces'),
    sold: body['isSellable'] !== false && /^(active|launched)$/i.test(text(body, 'lifecycleStatus') ?? 'active'),
    ...saleTime(body, zone),
  };
}

function saleTime(body: TmfBody, zone: string): { validFrom?: LocalDate; validUntil?: LocalDate } {
  return optional({ validFrom: day(zone, body, 'validFor', 'startDateTime'), validUntil: lastDay(zone, body, 'validFor', 'endDateTime') });
}

function referenceOf(one: TmfBody): OfferName | undefined {
  const id = text(one, 'id');
  return id ? { id, name: text(one, 'name') ?? id } : undefined;
}

/** Prices come as references in the standard, and whole in the field. One that is named and not there has no price to show. */
function pricesOf(body: TmfBody, prices: ReadonlyMap<string, TmfBody>): TmfBody[] {
  return records(body, 'productOfferingPrice').map((one) => (one['price'] === undefined ? needed(prices.get(text(one, 'id') ?? ''), 'productOfferingPrice') : one));
}

function termOf(body: TmfBody): number {
  const months = records(body, 'productOfferingTerm').map((term) => {
    const amount = whole(MONTHS, term, 'duration', 'amount') ?? 0;
    return /^year/i.test(text(term, 'duration', 'units') ?? '') ? amount * 12 : amount;
  });
  return Math.max(0, ...months);
}

const YES_NO: Readonly<Record<string, string>> = { true: 'Yes', false: 'No' };

function valuesOf(use: TmfBody): string[] {
  return records(use, 'productSpecCharacteristicValue').flatMap((one) => {
    const value = text(one, 'value') ?? meaningOf(YES_NO, String(at(one, 'value')));
    const unit = text(one, 'unitOfMeasure');
    return value ? [unit ? `${value} ${unit}` : value] : [];
  });
}

/** `limitation` is an extension of ours: what the figure does not say by itself. */
function featureOf(use: TmfBody): Offer['features'] {
  const name = text(use, 'name');
  const value = valuesOf(use).join(', ');
  return name && value ? [{ name, value, ...optional({ help: text(use, 'description'), limit: text(use, 'limitation') }) }] : [];
}

function factOf(use: TmfBody): Fact[] {
  const name = text(use, 'name');
  const [only, ...others] = records(use, 'productSpecCharacteristicValue');
  if (!name || !only) return [];
  const bare = text(only, 'value') ?? meaningOf(YES_NO, String(at(only, 'value')));
  const value = others.length === 0 ? bare : valuesOf(use).join(', ');
  const unit = others.length === 0 ? text(only, 'unitOfMeasure') : undefined;
  return value ? [{ name, value, ...optional({ unit, help: text(use, 'description') }) }] : [];
}

/** The values an offer comes with when nobody chooses. */
export function defaultsOf(uses: readonly TmfBody[]): Map<string, string> {
  const pairs = uses.flatMap((use): [string, string][] => {
    const values = records(use, 'productSpecCharacteristicValue');
    const usual = values.find((one) => one['isDefault'] === true) ?? (values.length === 1 ? values[0] : undefined);
    const [name, value] = [text(use, 'name'), sayable(at(usual, 'value'))];
    return name === undefined || value === undefined ? [] : [[name, value]];
  });
  return new Map(pairs);
}

function extraOf(price: TmfBody, currency: string): ExtraPrice[] {
  const when = conditionsOf(price);
  const part = when.size > 0 ? partOf(price, currency) : undefined;
  return part ? [{ part, when }] : [];
}

/** The first category that is said; without an id its name tells it apart. */
function categoryOf(body: TmfBody): Offer['category'] {
  const name = text(body, 'category', 'name');
  return name === undefined ? undefined : { id: text(body, 'category', 'id') ?? name, name };
}

/** Whether something can be chosen is told by the catalogue; what exactly, by the operator's configurator. */
function isConfigurable(body: TmfBody, uses: readonly TmfBody[]): boolean {
  return (
    body['isConfigurable'] === true ||
    records(body, 'productOfferingTerm').length > 1 ||
    records(body, 'bundledProductOffering').some((part) => at(part, 'bundledProductOfferingOption') !== undefined) ||
    records(body, 'bundledGroupProductOffering').length > 0 ||
    uses.some((use) => records(use, 'productSpecCharacteristicValue').length > 1)
  );
}

function traitOf(use: TmfBody): Trait[] {
  const name = text(use, 'name');
  return name ? [{ name, values: valuesOf(use), says: text(use, 'description') ?? valuesOf(use).join(', ') }] : [];
}
