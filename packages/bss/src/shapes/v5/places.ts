import type { Shapes } from '../notation.ts';

/** Places, as they stand within other things. */
export const places: Shapes = {
  GeographicAddress: {
    city: 'text', country: 'text', countryCode: 'StandardIdentifier[]', externalIdentifier: 'ExternalIdentifier[]',
    geographicAddressRelationship: 'GeographicAddressRelationship[]', geographicAddressType: 'text',
    geographicLocation: 'GeographicLocationRefOrValue', geographicSite: 'GeographicSiteRefOrValue',
    geographicSubAddress: 'GeographicSubAddress[]', locality: 'text', postcode: 'text', stateOrProvince: 'text',
    streetName: 'text', streetNr: 'text', streetNrLast: 'text', streetNrLastSuffix: 'text', streetNrSuffix: 'text',
    streetSuffix: 'text', streetType: 'text',
  },
  GeographicAddressRelationship: { relationshipType: 'text' },
  GeographicLocation: { bbox: 'number[]', externalIdentifier: 'ExternalIdentifier[]' },
  GeographicSite: {
    calendar: 'CalendarPeriod[]', code: 'text', contactMedium: 'ContactMedium[]', creationDate: 'instant',
    description: 'text', externalIdentifier: 'ExternalIdentifier[]', place: 'PlaceRefOrValue[]',
    relatedParty: 'RelatedPartyOrPartyRole[]', siteCategory: 'text', siteFeature: 'GeographicSiteFeature[]',
    siteRelationship: 'GeographicSiteRelationship[]', status: 'text',
  },
  GeographicSiteFeature: {
    attachment: 'AttachmentRefOrValue[]', featureCategory: 'text[]', featureCharacteristic: 'Characteristic[]',
    featureRelationship: 'FeatureRelationship[]', isBundle: 'flag', isEnabled: 'flag', note: 'Note[]',
    policyConstraint: 'PolicyRef[]', relatedParty: 'RelatedPartyRefOrPartyRoleRef[]', validFor: 'CalendarPeriod[]',
  },
  GeographicSubAddress: {
    buildingName: 'text', levelNumber: 'text', levelType: 'text', privateStreetName: 'text',
    privateStreetNumber: 'text', subAddressType: 'text', subUnit: 'GeographicSubAddressUnit[]',
  },
  GeographicSubAddressUnit: { subUnitNumber: 'text', subUnitType: 'text' },
  RelatedPlaceRefOrValue: { place: 'PlaceRefOrValue', role: 'text' },
  StandardIdentifier: { format: 'text', value: 'text' },
};
