import type { Shapes } from '../notation.ts';

/** What many of v4's APIs share. */
export const common: Shapes = {
  AccountRef: { description: 'text' },
  AttachmentRefOrValue: {
    attachmentType: 'text', content: 'text', description: 'text', mimeType: 'text', size: 'Quantity', url: 'text',
    validFor: 'TimePeriod',
  },
  Characteristic: { characteristicRelationship: 'CharacteristicRelationship[]', value: 'any', valueType: 'text' },
  CharacteristicValueSpecification: {
    isDefault: 'flag', rangeInterval: 'text', regex: 'text', unitOfMeasure: 'text', validFor: 'TimePeriod',
    value: 'any', valueFrom: 'integer', valueTo: 'integer', valueType: 'text',
  },
  ContactMedium: {
    characteristic: 'MediumCharacteristic', mediumType: 'text', preferred: 'flag', validFor: 'TimePeriod',
  },
  MediumCharacteristic: {
    city: 'text', contactType: 'text', country: 'text', emailAddress: 'text', faxNumber: 'text', phoneNumber: 'text',
    postCode: 'text', socialNetworkId: 'text', stateOrProvince: 'text', street1: 'text', street2: 'text',
  },
  RelatedChannel: { role: 'text' },
  RelatedEntity: { role: 'text' },
  RelatedEntityRefOrValue: { role: 'text' },
  RelatedParty: { role: 'text' },
  ResourceRef: { value: 'text' },
};
