import type { Shapes } from '../notation.ts';

/** The catalogue (TMF620). */
export const catalogue: Shapes = {
  BundledProductOffering: { bundledProductOfferingOption: 'BundledProductOfferingOption', lifecycleStatus: 'text' },
  BundledProductSpecification: { lifecycleStatus: 'text' },
  Catalog: {
    catalogType: 'text', category: 'CategoryRef[]', description: 'text', lastUpdate: 'instant',
    lifecycleStatus: 'text', relatedParty: 'RelatedParty[]', validFor: 'TimePeriod', version: 'text',
  },
  Category: {
    description: 'text', isRoot: 'flag', lastUpdate: 'instant', lifecycleStatus: 'text', parentId: 'text',
    productOffering: 'ProductOfferingRef[]', subCategory: 'CategoryRef[]', validFor: 'TimePeriod', version: 'text',
  },
  POPAlteration: {
    applicationDuration: 'Duration', description: 'text', price: 'ProductPriceValue', priceType: 'text',
    priority: 'integer', recurringChargePeriod: 'text', unitOfMeasure: 'Quantity', validFor: 'TimePeriod',
  },
  ProductOffering: {
    agreement: 'AgreementRef[]', attachment: 'AttachmentRefOrValue[]',
    bundledProductOffering: 'BundledProductOffering[]', category: 'CategoryRef[]', channel: 'ChannelRef[]',
    description: 'text', isBundle: 'flag', isSellable: 'flag', lastUpdate: 'instant', lifecycleStatus: 'text',
    marketSegment: 'MarketSegmentRef[]', place: 'PlaceRef[]',
    prodSpecCharValueUse: 'ProductSpecificationCharacteristicValueUse[]',
    productOfferingPrice: 'ProductOfferingPriceRefOrValue[]',
    productOfferingRelationship: 'ProductOfferingRelationship[]', productOfferingTerm: 'ProductOfferingTerm[]',
    productSpecification: 'ProductSpecificationRef', resourceCandidate: 'ResourceCandidateRef',
    serviceCandidate: 'ServiceCandidateRef', serviceLevelAgreement: 'SLARef', statusReason: 'text',
    validFor: 'TimePeriod', version: 'text',
  },
  ProductOfferingPrice: {
    bundledPopRelationship: 'BundledProductOfferingPriceRelationship[]', constraint: 'ConstraintRef[]',
    description: 'text', isBundle: 'flag', lastUpdate: 'instant', lifecycleStatus: 'text', percentage: 'number',
    place: 'PlaceRef[]', popRelationship: 'ProductOfferingPriceRelationship[]', price: 'Money', priceType: 'text',
    pricingLogicAlgorithm: 'PricingLogicAlgorithm[]',
    prodSpecCharValueUse: 'ProductSpecificationCharacteristicValueUse[]',
    productOfferingTerm: 'ProductOfferingTerm[]', recurringChargePeriodLength: 'integer',
    recurringChargePeriodType: 'text', tax: 'TaxItem[]', unitOfMeasure: 'Quantity', validFor: 'TimePeriod',
    version: 'text',
  },
  ProductOfferingPriceRefOrValue: {
    constraint: 'ConstraintRef[]', description: 'text', lastUpdate: 'instant', lifecycleStatus: 'text',
    price: 'ProductPriceValue', priceAlteration: 'POPAlteration[]', priceType: 'text', recurringChargePeriod: 'text',
    recurringChargePeriodLength: 'integer', unitOfMeasure: 'Quantity', validFor: 'TimePeriod', version: 'text',
  },
  ProductOfferingPriceRelationship: { relationshipType: 'text', role: 'text' },
  ProductOfferingRelationship: { relationshipType: 'text', role: 'text', validFor: 'TimePeriod' },
  ProductPriceValue: {
    dutyFreeAmount: 'Money', percentage: 'number', taxCategory: 'text', taxIncludedAmount: 'Money', taxRate: 'number',
  },
  ProductSpecification: {
    attachment: 'AttachmentRefOrValue[]', brand: 'text', bundledProductSpecification: 'BundledProductSpecification[]',
    description: 'text', isBundle: 'flag', lastUpdate: 'instant', lifecycleStatus: 'text', productNumber: 'text',
    productSpecCharacteristic: 'ProductSpecificationCharacteristic[]',
    productSpecificationRelationship: 'ProductSpecificationRelationship[]', relatedParty: 'RelatedParty[]',
    resourceSpecification: 'ResourceSpecificationRef[]', serviceSpecification: 'ServiceSpecificationRef[]',
    targetProductSchema: 'TargetProductSchema', validFor: 'TimePeriod', version: 'text',
  },
  ProductSpecificationCharacteristic: {
    '@valueSchemaLocation': 'text', configurable: 'flag', description: 'text', extensible: 'flag', isUnique: 'flag',
    maxCardinality: 'integer', minCardinality: 'integer',
    productSpecCharacteristicValue: 'CharacteristicValueSpecification[]',
    productSpecCharRelationship: 'ProductSpecificationCharacteristicRelationship[]', regex: 'text',
    validFor: 'TimePeriod', valueType: 'text',
  },
  ProductSpecificationCharacteristicRelationship: {
    charSpecSeq: 'integer', relationshipType: 'text', validFor: 'TimePeriod',
  },
  ProductSpecificationRelationship: { relationshipType: 'text', validFor: 'TimePeriod' },
};
