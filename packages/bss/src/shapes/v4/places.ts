import type { Shapes } from '../notation.ts';

/** Places (TMF673, 674). */
export const places: Shapes = {
  GeographicAddress: {
    city: 'text', country: 'text', geographicLocation: 'GeographicLocationRefOrValue',
    geographicSubAddress: 'GeographicSubAddress[]', locality: 'text', postcode: 'text', stateOrProvince: 'text',
    streetName: 'text', streetNr: 'text', streetNrLast: 'text', streetNrLastSuffix: 'text', streetNrSuffix: 'text',
    streetSuffix: 'text', streetType: 'text',
  },
  GeographicAddressValidation: {
    alternateGeographicAddress: 'GeographicAddress[]', provideAlternative: 'flag', state: 'text',
    submittedGeographicAddress: 'GeographicAddress', validationDate: 'instant', validationResult: 'text',
    validGeographicAddress: 'GeographicAddress',
  },
  GeographicLocationRefOrValue: { bbox: 'number[]' },
  GeographicSite: {
    calendar: 'CalendarPeriod[]', code: 'text', description: 'text', place: 'PlaceRefOrValue[]',
    relatedParty: 'RelatedParty[]', siteRelationship: 'GeographicSiteRelationship[]', status: 'text',
  },
  GeographicSubAddress: {
    buildingName: 'text', levelNumber: 'text', levelType: 'text', privateStreetName: 'text',
    privateStreetNumber: 'text', subAddressType: 'text', subUnitNumber: 'text', subUnitType: 'text',
  },
  RelatedPlace: { role: 'text' },
  RelatedPlaceRefOrValue: { role: 'text' },
};
