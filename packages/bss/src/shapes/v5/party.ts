import type { Shapes } from '../notation.ts';

const contactMedium = { contactType: 'text', preferred: 'flag', validFor: 'TimePeriod' } as const;

const partyRole = {
  account: 'AccountRef[]', agreement: 'AgreementRef[]', characteristic: 'Characteristic[]',
  contactMedium: 'ContactMedium[]', creditProfile: 'CreditProfile[]', description: 'text', engagedParty: 'PartyRef',
  partyRoleSpecification: 'PartyRoleSpecificationRef', paymentMethod: 'PaymentMethodRef[]',
  relatedParty: 'RelatedPartyOrPartyRole[]', role: 'text', status: 'text', statusReason: 'text',
  validFor: 'TimePeriod',
} as const;

/** People, organisations, their roles and dealings with us (TMF629, 632, 669, 683). */
export const party: Shapes = {
  BusinessPartner: partyRole,
  Consumer: partyRole,
  ContactMedium: contactMedium,
  Customer: partyRole,
  EmailContactMedium: { ...contactMedium, emailAddress: 'text' },
  FaxContactMedium: { ...contactMedium, faxNumber: 'text' },
  GeographicAddressContactMedium: {
    ...contactMedium,
    city: 'text', country: 'text', geographicAddress: 'GeographicAddressRef', postCode: 'text',
    stateOrProvince: 'text', street1: 'text', street2: 'text',
  },
  Individual: {
    aristocraticTitle: 'text', birthDate: 'instant', contactMedium: 'ContactMedium[]', countryOfBirth: 'text',
    creditRating: 'PartyCreditProfile[]', deathDate: 'instant', disability: 'Disability[]',
    externalReference: 'ExternalIdentifier[]', familyName: 'text', familyNamePrefix: 'text', formattedName: 'text',
    gender: 'text', generation: 'text', givenName: 'text', individualIdentification: 'IndividualIdentification[]',
    languageAbility: 'LanguageAbility[]', legalName: 'text', location: 'text', maritalStatus: 'text',
    middleName: 'text', nationality: 'text', otherName: 'OtherNameIndividual[]',
    partyCharacteristic: 'Characteristic[]', placeOfBirth: 'text', preferredGivenName: 'text',
    relatedParty: 'RelatedPartyOrPartyRole[]', skill: 'Skill[]', status: 'text',
    taxExemptionCertificate: 'TaxExemptionCertificate[]', title: 'text',
  },
  InteractionItem: {
    attachment: 'AttachmentRefOrValue[]', creationDate: 'instant',
    interactionItemRelationship: 'InteractionItemRelationship[]', interactionItemType: 'text',
    item: 'RelatedEntityRefOrValue', itemDate: 'TimePeriod', lastUpdate: 'instant', note: 'Note[]', reason: 'text',
    relatedChannel: 'RelatedChannel[]', relatedParty: 'RelatedPartyRefOrPartyRoleRef[]', resolution: 'text',
  },
  InteractionItemRelationship: { relationshipType: 'text' },
  Organization: {
    contactMedium: 'ContactMedium[]', creditRating: 'PartyCreditProfile[]', existsDuring: 'TimePeriod',
    externalReference: 'ExternalIdentifier[]', isHeadOffice: 'flag', isLegalEntity: 'flag', nameType: 'text',
    organizationChildRelationship: 'OrganizationChildRelationship[]',
    organizationIdentification: 'OrganizationIdentification[]',
    organizationParentRelationship: 'OrganizationParentRelationship', organizationType: 'text',
    otherName: 'OtherNameOrganization[]', partyCharacteristic: 'Characteristic[]',
    relatedParty: 'RelatedPartyOrPartyRole[]', status: 'text', taxExemptionCertificate: 'TaxExemptionCertificate[]',
    tradingName: 'text',
  },
  PartyInteraction: {
    attachment: 'AttachmentRefOrValue[]', creationDate: 'instant', description: 'text', direction: 'text',
    externalIdentifier: 'ExternalIdentifier[]', interactionDate: 'TimePeriod', interactionItem: 'InteractionItem[]',
    interactionRelationship: 'InteractionRelationship[]', lastUpdate: 'instant', note: 'Note[]', reason: 'text',
    relatedChannel: 'RelatedChannel[]', relatedParty: 'RelatedPartyOrPartyRole[]', status: 'text',
    statusChangeDate: 'instant',
  },
  PartyRole: partyRole,
  PartyRoleRef: { partyId: 'text', partyName: 'text' },
  PartyRoleSpecification: {
    agreementSpecification: 'AgreementSpecificationRef[]', attachment: 'AttachmentRefOrValue[]',
    constraint: 'ConstraintRef[]', description: 'text', entitySpecRelationship: 'EntitySpecificationRelationship[]',
    isBundle: 'flag', lastUpdate: 'instant', lifecycleStatus: 'text',
    permissionSpecificationSet: 'PermissionSpecificationSetRef[]', relatedParty: 'RelatedPartyRefOrPartyRoleRef[]',
    specCharacteristic: 'CharacteristicSpecification[]', status: 'text', targetEntitySchema: 'TargetEntitySchema',
    validFor: 'TimePeriod', version: 'text',
  },
  PhoneContactMedium: { ...contactMedium, phoneNumber: 'text' },
  Producer: partyRole,
  RelatedPartyOrPartyRole: { partyOrPartyRole: 'PartyOrPartyRole', role: 'text' },
  RelatedPartyRefOrPartyRoleRef: { partyOrPartyRole: 'PartyRefOrPartyRoleRef', role: 'text' },
  SocialContactMedium: { ...contactMedium, socialNetworkId: 'text' },
  Supplier: partyRole,
  TaxDefinition: { jurisdictionLevel: 'text', jurisdictionName: 'text', taxType: 'text', validFor: 'TimePeriod' },
  TaxExemptionCertificate: {
    attachment: 'AttachmentRefOrValue', certificateNumber: 'text', issuingJurisdiction: 'text', reason: 'text',
    taxDefinition: 'TaxDefinition[]', validFor: 'TimePeriod',
  },
};
