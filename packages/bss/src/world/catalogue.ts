import { money, VAT } from '../customer-bill/amounts.ts';
import { choiceUse } from './choices.ts';
import { capabilitiesFor, deviceSold, writeDevices } from './devices.ts';
import { type Draft, known } from './draft.ts';
import { EXTRA_OFFERS } from './extra-offers.ts';
import type { Category, Edition, Family } from './family.ts';
import { explained } from './glossary.ts';
import { GUIDE_NAME, QUESTIONS } from './guide.ts';
import { HOME_OFFERS } from './home-offers.ts';
import { MOBILE_OFFERS } from './mobile-offers.ts';
import { usagePricesOf } from './usage-prices.ts';
import { dayIn, iso } from './zone.ts';

const FAMILIES: readonly Family[] = [...MOBILE_OFFERS, ...HOME_OFFERS, ...EXTRA_OFFERS];
const CATEGORIES: readonly Category[] = ['Mobile', 'Fixed', 'TV', 'Devices', 'Add-ons'];

/** One version of an offering, as products and orders refer to it. */
export interface Offer {
  id: string;
  name: string;
  family: Family;
  edition: Edition;
}

/** What the rest of the world asks the catalogue. */
export class Catalogue {
  readonly #offers: readonly Offer[];

  constructor(offers: readonly Offer[]) {
    this.#offers = offers;
  }

  /** The version that was on sale so many months ago. */
  sold(key: string, monthsAgo = 0): Offer {
    const isSold = ({ since, until = -Infinity }: Edition) => since >= monthsAgo && until < monthsAgo;
    return known(this.#versions(key).find(({ edition }) => isSold(edition)), `${key} of ${monthsAgo} months ago`);
  }

  /** So many months ago, or when it was first sold if that was later. */
  soldSince(key: string, monthsAgo: number): number {
    return Math.min(monthsAgo, Math.max(...this.#versions(key).map(({ edition }) => edition.since)));
  }

  #versions(key: string): readonly Offer[] {
    return this.#offers.filter(({ family }) => family.key === key);
  }
}

/** Writes categories, specifications, prices and offerings. */
export function writeCatalogue(draft: Draft): Catalogue {
  const common = { lastUpdate: iso(dayIn(draft.month - 1)), lifecycleStatus: 'Active', version: '1.0' };
  for (const name of CATEGORIES) {
    draft.add('category', { id: categoryId(draft, name), name, ...common, isRoot: true });
    draft.add('productSpecification', { id: specificationId(draft, name), name: `${name} product`, ...common, brand: 'Meridian Telecom', isBundle: false });
  }
  draft.add('catalog', {
    id: draft.id('catalog'),
    name: 'Meridian Telecom',
    ...common,
    catalogType: 'ProductCatalog',
    category: CATEGORIES.map((name) => ({ id: categoryId(draft, name), name, '@referredType': 'Category' })),
  });
  writeGuide(draft, common);
  writeDevices(draft, common);
  const offers = FAMILIES.flatMap((family) =>
    family.editions.map((edition) => ({ id: offerId(draft, family, edition), name: family.name, family, edition })),
  );
  for (const offer of offers) writeOffering(draft, offer, offers);
  return new Catalogue(offers);
}

const categoryId = (draft: Draft, name: string) => draft.id('category', name);
const specificationId = (draft: Draft, name: string) => draft.id('specification', name);
const offerId = (draft: Draft, { key }: Family, { version }: Edition) => draft.id('offering', key, version);

function writeGuide(draft: Draft, common: object): void {
  draft.add('productSpecification', {
    id: specificationId(draft, GUIDE_NAME),
    name: GUIDE_NAME,
    ...common,
    isBundle: false,
    productSpecCharacteristic: QUESTIONS.map(({ name, text, answers, known = {} }) => ({
      name,
      description: text,
      valueType: 'string',
      configurable: true,
      productSpecCharacteristicValue: answers.map((value) => ({ value, valueType: 'string', ...(known[value] && { knownBy: known[value] }) })),
    })),
  });
}

/** A device is of its own kind, everything else of its category's. */
function specificationOf(draft: Draft, { family, edition }: Offer) {
  const { category } = family;
  return deviceSold(draft, family, edition.version) ?? { id: specificationId(draft, category), name: `${category} product` };
}

function writeOffering(draft: Draft, offer: Offer, all: readonly Offer[]): void {
  const { id, name, family, edition } = offer;
  const retired = edition.until !== undefined;
  draft.add('productOffering', {
    id,
    name,
    description: family.about,
    version: edition.version,
    lastUpdate: iso(dayIn(draft.month - Math.max(edition.until ?? edition.since, 0))),
    lifecycleStatus: retired ? 'Retired' : 'Active',
    validFor: saleTime(draft, edition),
    isBundle: family.bundles !== undefined,
    isSellable: !retired,
    category: [{ id: categoryId(draft, family.category), name: family.category, '@referredType': 'Category' }],
    productSpecification: specificationOf(draft, offer),
    productOfferingPrice: [...writePrices(draft, offer), ...usagePricesOf(draft, family, { lastUpdate: iso(dayIn(draft.month - 1)) })],
    prodSpecCharValueUse: [...features(family), ...(family.choices ?? []).map(choiceUse), ...fits(draft, family, edition)],
    productOfferingTerm: [{ name: 'Commitment', duration: { amount: family.term, units: 'month' } }],
    marketSegment: family.segments.map((segment) => ({ id: draft.id('segment', segment), name: segment })),
    ...(family.bundles && { bundledProductOffering: references(family.bundles, all) }),
    productOfferingRelationship: [...relationships(offer, all), ...as('requiresCapability', capabilitiesFor(draft, family))],
  });
}

function saleTime(draft: Draft, { since, until }: Edition) {
  return {
    startDateTime: iso(dayIn(draft.month - since)),
    ...(until !== undefined && { endDateTime: iso(dayIn(draft.month - until)) }),
  };
}

function writePrices(draft: Draft, { id, family, edition }: Offer) {
  const written: { id: string; name: string }[] = [];
  const write = (name: string, cents: number, more: object) => {
    const price = { id: draft.id('price', id, name), name: `${family.name}: ${name}` };
    draft.add('productOfferingPrice', {
      ...price,
      version: edition.version,
      isBundle: false,
      lifecycleStatus: 'Active',
      lastUpdate: iso(dayIn(draft.month - Math.max(edition.since, 0))),
      price: money(cents),
      tax: [{ taxCategory: 'VAT', taxRate: VAT }],
      validFor: saleTime(draft, edition),
      ...more,
    });
    written.push(price);
  };
  const monthly = { recurringChargePeriodType: 'month', recurringChargePeriodLength: 1 };
  write('monthly price', edition.monthly, { priceType: 'recurring', ...monthly });
  if (family.once) write('set-up', family.once, { priceType: 'oneTime' });
  for (const { name, values } of family.choices ?? []) {
    for (const { value, extra } of values) {
      const when = [{ name, productSpecCharacteristicValue: [{ value }] }];
      if (extra) write(`${name} ${value}`, extra, { priceType: 'recurring', ...monthly, prodSpecCharValueUse: when });
    }
  }
  if (family.promotion) {
    const { months, off } = family.promotion;
    const term = [{ name: 'Promotion', duration: { amount: months, units: 'month' } }];
    write('welcome discount', -off, { priceType: 'discount', ...monthly, productOfferingTerm: term });
  }
  return written;
}

function features({ features: list }: Family) {
  return list.map((feature) => {
    const [name, value, unit] = feature;
    return { name, ...explained(feature), valueType: typeof value, productSpecCharacteristicValue: [{ value, ...(unit && { unitOfMeasure: unit }), isDefault: true }] };
  });
}

function fits(draft: Draft, family: Family, edition: Edition) {
  return QUESTIONS.map((question) => ({
    name: question.name,
    description: question.says(family, edition),
    valueType: 'string',
    productSpecification: { id: specificationId(draft, GUIDE_NAME), name: GUIDE_NAME },
    productSpecCharacteristicValue: question.met(family).map((value, index) => ({ value, isDefault: index === 0 })),
  }));
}

/** The version on sale of each family. */
function references(keys: readonly string[], all: readonly Offer[]) {
  return all
    .filter(({ family, edition }) => keys.includes(family.key) && edition.until === undefined && edition.since >= 0)
    .map(({ id, name }) => ({ id, name }));
}

const as = (relationshipType: string, targets: { id: string; name: string }[]) =>
  targets.map((target) => ({ ...target, relationshipType }));

function relationships({ family, edition }: Offer, all: readonly Offer[]) {
  const versions = (keys: readonly string[]) =>
    all.filter((other) => keys.includes(other.family.key)).map(({ id, name }) => ({ id, name }));
  const before = all.filter((other) => other.family === family && other.edition.until === edition.since);
  return [
    // A customer may hold an older version of what is required, so every version counts.
    ...as('requires', versions(family.requires ?? [])),
    ...as('excludes', versions(family.excludes ?? [])),
    ...as('replaces', before.map(({ id, name }) => ({ id, name }))),
  ];
}
