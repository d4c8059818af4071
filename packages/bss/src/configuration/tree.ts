import type { Share } from '../catalogue/offering.ts';
import { isOnSale } from '../catalogue/sale.ts';
import { sayable } from '../catalogue/read.ts';
import { text } from '../simulator/course.ts';
import type { JsonObject } from '../surface/body.ts';
import { possibleActions, usualAction } from './actions.ts';
import { admits, type Allowed, isRange, type Trait } from './characteristic.ts';
import type { Configured, ConfiguredPart } from './configured.ts';
import { configurationPrices } from './price.ts';
import type { Shelf } from './shelf.ts';

/** v5's class of a characteristic for a value. */
function classOf(value: unknown): string {
  if (typeof value === 'boolean') return 'BooleanCharacteristic';
  if (typeof value === 'number') return Number.isInteger(value) ? 'IntegerCharacteristic' : 'NumberCharacteristic';
  if (Array.isArray(value)) return 'ObjectArrayCharacteristic';
  return typeof value === 'object' ? 'ObjectCharacteristic' : 'StringCharacteristic';
}

const characteristicOf = (name: string, value: unknown): JsonObject => ({ '@type': classOf(value), name, value });

function valueBody({ name, isConfigurable }: Trait, allowed: Allowed, isSelected: boolean, value: unknown): JsonObject {
  const { from, to, interval, unit, pattern } = allowed;
  return {
    '@type': 'ConfigurationCharacteristicValue',
    isSelectable: isConfigurable,
    isSelected,
    ...(isRange(allowed) && { rangeInterval: interval }),
    ...(from !== undefined && { valueFrom: from }),
    ...(to !== undefined && { valueTo: to }),
    ...(unit !== undefined && { unitOfMeasure: unit }),
    ...(pattern !== undefined && { regex: pattern }),
    ...(value !== undefined && { characteristicValue: characteristicOf(name, value) }),
  };
}

const FREE: Allowed = { value: undefined, from: undefined, to: undefined, interval: 'closed', unit: undefined, pattern: undefined, isDefault: false };

/** Every value that may be chosen, then those that were and stand in no list: free text, a number in a range. */
function valuesBody(trait: Trait, chosen: readonly unknown[]): JsonObject[] {
  const listed = trait.allowed.map((allowed) => {
    const isChosen = chosen.some((value) => admits(allowed, value));
    const own = isRange(allowed) ? chosen.find((value) => admits(allowed, value)) : allowed.value;
    return valueBody(trait, allowed, isChosen, own);
  });
  const free = trait.allowed.length === 0 ? chosen.map((value) => valueBody(trait, FREE, true, value)) : [];
  return [...listed, ...free];
}

function traitBody(trait: Trait, chosen: readonly unknown[]): JsonObject {
  const { id, name, description, valueType, least, most, pattern, isConfigurable, relations } = trait;
  return {
    '@type': 'ConfigurationCharacteristic',
    id,
    name,
    ...(description !== undefined && { description }),
    valueType,
    minCardinality: least,
    maxCardinality: most,
    ...(pattern !== undefined && { regex: pattern }),
    isConfigurable,
    ...(relations.length > 0 && {
      configurationCharacteristicRelationship: relations.map((one) => ({
        '@type': 'ConfigurationCharacteristicRelationship',
        id: sayable(one['id']) ?? sayable(one['name']),
        relationshipType: sayable(one['relationshipType']),
      })),
    }),
    configurationCharacteristicValue: valuesBody(trait, chosen),
  };
}

const termsBody = ({ terms, term }: Configured): JsonObject[] =>
  terms.map((one) => ({
    '@type': 'ConfigurationTerm',
    name: text(one['name']),
    ...(text(one['description']) !== undefined && { description: one['description'] }),
    ...(one['duration'] !== undefined && { duration: one['duration'] }),
    ...(one['validFor'] !== undefined && { validFor: one['validFor'] }),
    isSelectable: terms.length > 1,
    isSelected: text(one['name']) === term,
  }));

function actionsBody({ existing, choice }: Configured, now: number): JsonObject[] {
  const chosen = choice.action ?? usualAction(existing);
  return possibleActions(existing, now).map((one) => ({ '@type': 'ConfigurationAction', ...one, isSelected: one.action === chosen }));
}

const offeringRef = ({ offering: { id, name, version } }: Configured): JsonObject => ({
  '@type': 'ProductOfferingRef',
  '@referredType': 'ProductOffering',
  id,
  name,
  ...(version !== '' && { version }),
});

function specificationRef({ offering: { specification } }: Configured): JsonObject {
  if (!specification) return {};
  return { productSpecification: { '@type': 'ProductSpecificationRef', '@referredType': 'ProductSpecification', ...specification } };
}

const optionOf = ({ least, most, usual }: Share): JsonObject => ({
  '@type': 'BundledProductOfferingOption',
  numberRelOfferLowerLimit: least,
  numberRelOfferUpperLimit: most,
  numberRelOfferDefault: usual,
});

/** A part need not be sold by itself, but it must not be off the market. */
const canBeTaken = (shelf: Shelf, { obstacle, offering }: Configured): boolean =>
  obstacle === undefined || obstacle.kind === 'notAlone' || isOnSale(offering, shelf.now);

function partBody(shelf: Shelf, { share, count, inside }: ConfiguredPart, id: string): JsonObject {
  const isPossible = inside !== undefined && canBeTaken(shelf, inside);
  const body = inside ? bodyOf(shelf, inside, id) : { '@type': 'ProductConfiguration', id, productOffering: { '@type': 'ProductOfferingRef', id: share.id, name: share.name } };
  return {
    ...body,
    quantity: count,
    isSelectable: isPossible && share.most > share.least,
    isSelected: count > 0,
    isVisible: share.most > 0 && (isPossible || count > 0),
    bundledProductOfferingOption: optionOf(share),
  };
}

function childrenBody(shelf: Shelf, { parts, groups }: Configured, id: string): JsonObject {
  const own = parts.map((part, index) => partBody(shelf, part, `${id}.${index + 1}`));
  const grouped = groups.map(({ group, parts: inside }, at): JsonObject => {
    const place = `${id}.${own.length + at + 1}`;
    return {
      '@type': 'ProductConfiguration',
      id: place,
      isSelectable: false,
      isSelected: inside.some(({ count }) => count > 0),
      isVisible: true,
      bundledGroupProductOffering: {
        '@type': 'BundledGroupProductOffering',
        id: group.id,
        name: group.name,
        bundledGroupProductOfferingOption: {
          '@type': 'BundledGroupProductOfferingOption',
          numberRelOfferLowerLimit: group.least,
          numberRelOfferUpperLimit: group.most,
        },
      },
      productConfiguration: inside.map((part, index) => partBody(shelf, part, `${place}.${index + 1}`)),
    };
  });
  const children = [...own, ...grouped];
  return children.length > 0 ? { productConfiguration: children } : {};
}

function bodyOf(shelf: Shelf, configured: Configured, id: string): JsonObject {
  const { traits, values, offering, quantity } = configured;
  return {
    '@type': 'ProductConfiguration',
    id,
    quantity,
    productOffering: offeringRef(configured),
    ...specificationRef(configured),
    configurationTerm: termsBody(configured),
    configurationPrice: configurationPrices(shelf, offering, values),
    configurationCharacteristic: traits.map((trait) => traitBody(trait, values.get(trait.name) ?? [])),
    ...childrenBody(shelf, configured, id),
  };
}

function productBody({ existing }: Configured): JsonObject {
  if (!existing) return {};
  const { id, name } = existing.owned;
  return { product: { '@type': 'ProductRef', '@referredType': 'Product', id, name } };
}

/** The TMF760 tree of a configuration: what can be chosen, what is, and what it costs. */
export function treeOf(shelf: Shelf, configured: Configured, id: string): JsonObject {
  const isPossible = configured.existing !== undefined || configured.obstacle === undefined;
  return {
    ...bodyOf(shelf, configured, id),
    ...productBody(configured),
    isSelectable: isPossible,
    isSelected: isPossible,
    isVisible: true,
    configurationAction: actionsBody(configured, shelf.now),
  };
}
