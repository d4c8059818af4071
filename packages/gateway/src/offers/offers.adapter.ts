import type { LineOfBusiness, LocalDate, Offer } from '@faceplate/contracts';
import type { OfferName, OfferRules, Trait } from '@faceplate/domain';
import { optional } from '../products/products.adapter.ts';
import { at, day, lastDay, meaningOf, MONTHS, needed, records, text, whole } from '../tmf/read.ts';
import type { Setting } from '../tmf/setting.ts';
import type { TmfBody } from '../upstream/types.ts';
import { offerPrice } from './price.adapter.ts';

/** The specification whose characteristics are the guide's questions. */
export const GUIDE_NAME = 'Guided selling';

/** An offer before anybody asks whether they may have it. */
export interface CatalogueEntry {
  offer: Omit<Offer, 'obstacles'>;
  rules: OfferRules;
  traits: Trait[];
}

const LINES: Readonly<Record<string, LineOfBusiness>> = { mobile: 'mobile', fixed: 'fixed', tv: 'tv', devices: 'device' };

/** A TMF620 productOffering with its prices. `prices` holds every price of the catalogue by id. */
export function entryOf(body: TmfBody, prices: ReadonlyMap<string, TmfBody>, setting: Setting): CatalogueEntry {
  const rules = rulesOf(body, setting.zone);
  const uses = records(body, 'prodSpecCharValueUse');
  return {
    rules,
    traits: uses.flatMap(traitOf),
    offer: {
      id: rules.id,
      name: rules.name,
      description: text(body, 'description') ?? '',
      lineOfBusiness: meaningOf(LINES, text(body, 'category', 'name')?.toLowerCase()) ?? 'other',
      bundled: records(body, 'bundledProductOffering').flatMap((one) => text(one, 'name') ?? []),
      version: text(body, 'version') ?? '',
      termMonths: termOf(body),
      price: offerPrice(pricesOf(body, prices), setting.currency),
      features: uses.filter((use) => text(use, 'productSpecification', 'name') !== GUIDE_NAME).flatMap(featureOf),
      ...optional({ validFrom: rules.validFrom, validUntil: rules.validUntil }),
    },
  };
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

function featureOf(use: TmfBody): Offer['features'] {
  const name = text(use, 'name');
  const value = valuesOf(use).join(', ');
  return name && value ? [{ name, value }] : [];
}

function traitOf(use: TmfBody): Trait[] {
  const name = text(use, 'name');
  return name ? [{ name, values: valuesOf(use), says: text(use, 'description') ?? valuesOf(use).join(', ') }] : [];
}
