import type { Shapes } from '../notation.ts';

/** Product configuration (TMF760). */
export const configuration: Shapes = {
  CheckProductConfiguration: {
    channel: 'ChannelRef', checkProductConfigurationItem: 'CheckProductConfigurationItem[]',
    contextCharacteristic: 'Characteristic[]', contextEntity: 'EntityRef', instantSync: 'flag',
    provideAlternatives: 'flag', relatedParty: 'RelatedPartyRefOrPartyRoleRef[]', state: 'text',
  },
  CheckProductConfigurationItem: {
    alternateProductConfigurationProposal: 'ProductConfiguration[]', contextItem: 'ItemRef',
    productConfiguration: 'ProductConfiguration', productConfigurationItem: 'CheckProductConfigurationItem[]',
    productConfigurationItemRelationship: 'ProductConfigurationItemRelationship[]', state: 'text',
    stateReason: 'StateReason[]',
  },
  ConfigurationAction: { action: 'text', description: 'text', isSelected: 'flag' },
  ConfigurationCharacteristic: {
    configurationCharacteristicRelationship: 'ConfigurationCharacteristicRelationship[]',
    configurationCharacteristicValue: 'ConfigurationCharacteristicValue[]', description: 'text',
    isConfigurable: 'flag', maxCardinality: 'integer', minCardinality: 'integer', regex: 'text', valueType: 'text',
  },
  ConfigurationCharacteristicRelationship: { relationshipType: 'text' },
  ConfigurationCharacteristicValue: {
    characteristicValue: 'Characteristic', isSelectable: 'flag', isSelected: 'flag', rangeInterval: 'text',
    regex: 'text', unitOfMeasure: 'text', valueFrom: 'integer', valueTo: 'integer',
  },
  ConfigurationPrice: {
    description: 'text', price: 'Price', priceAlteration: 'PriceAlteration[]', priceType: 'text',
    productOfferingPrice: 'ProductOfferingPriceRef', recurringChargePeriod: 'Quantity', unitOfMeasure: 'text',
  },
  ConfigurationTerm: {
    description: 'text', duration: 'Duration', isSelectable: 'flag', isSelected: 'flag', validFor: 'TimePeriod',
  },
  ProductConfiguration: {
    bundledGroupProductOffering: 'BundledGroupProductOffering',
    bundledProductOfferingOption: 'BundledProductOfferingOption', configurationAction: 'ConfigurationAction[]',
    configurationCharacteristic: 'ConfigurationCharacteristic[]', configurationPrice: 'ConfigurationPrice[]',
    configurationTerm: 'ConfigurationTerm[]', isSelectable: 'flag', isSelected: 'flag', isVisible: 'flag',
    policy: 'PolicyRef[]', product: 'ProductRefOrValue', productConfiguration: 'ProductConfiguration[]',
    productOffering: 'ProductOfferingRef', productSpecification: 'ProductSpecificationRef', quantity: 'number',
    version: 'text',
  },
  ProductConfigurationItemRelationship: { relationshipType: 'text' },
  QueryProductConfiguration: {
    channel: 'ChannelRef', computedProductConfigurationItem: 'QueryProductConfigurationItem[]',
    contextCharacteristic: 'Characteristic[]', contextEntity: 'EntityRef', instantSync: 'flag',
    relatedParty: 'RelatedPartyRefOrPartyRoleRef[]',
    requestProductConfigurationItem: 'QueryProductConfigurationItem[]', state: 'text',
  },
  QueryProductConfigurationItem: {
    contextItem: 'ItemRef', productConfiguration: 'ProductConfiguration',
    productConfigurationItemRelationship: 'ProductConfigurationItemRelationship[]',
    queryProductConfigurationItem: 'QueryProductConfigurationItem[]', state: 'text', stateReason: 'StateReason[]',
  },
  StateReason: { code: 'text', label: 'text' },
};
