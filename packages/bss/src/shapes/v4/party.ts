import type { Shapes } from '../notation.ts';

const partyRole = {
  account: 'AccountRef[]', agreement: 'AgreementRef[]', characteristic: 'Characteristic[]',
  contactMedium: 'ContactMedium[]', creditProfile: 'CreditProfile[]', engagedParty: 'RelatedParty',
  paymentMethod: 'PaymentMethodRef[]', relatedParty: 'RelatedParty[]', status: 'text', statusReason: 'text',
  validFor: 'TimePeriod',
} as const;

/** People, organisations, their roles, rights and dealings with us (TMF629, 632, 669, 672, 681, 683). */
export const party: Shapes = {
  AssetUserRole: { manageableAsset: 'EntityRef', userRole: 'UserRoleRef' },
  CommunicationMessage: {
    attachment: 'Attachment[]', characteristic: 'Characteristic[]', content: 'text', description: 'text',
    logFlag: 'flag', messageType: 'text', priority: 'text', receiver: 'Receiver[]', scheduledSendTime: 'instant',
    sender: 'Sender', sendTime: 'instant', sendTimeComplete: 'instant', state: 'text', subject: 'text',
    tryTimes: 'integer',
  },
  Customer: partyRole,
  Entitlement: { action: 'text', function: 'text' },
  ExternalReference: { externalReferenceType: 'text' },
  Individual: {
    aristocraticTitle: 'text', birthDate: 'instant', contactMedium: 'ContactMedium[]', countryOfBirth: 'text',
    creditRating: 'PartyCreditProfile[]', deathDate: 'instant', disability: 'Disability[]',
    externalReference: 'ExternalReference[]', familyName: 'text', familyNamePrefix: 'text', formattedName: 'text',
    fullName: 'text', gender: 'text', generation: 'text', givenName: 'text',
    individualIdentification: 'IndividualIdentification[]', languageAbility: 'LanguageAbility[]', legalName: 'text',
    location: 'text', maritalStatus: 'text', middleName: 'text', nationality: 'text',
    otherName: 'OtherNameIndividual[]', partyCharacteristic: 'Characteristic[]', placeOfBirth: 'text',
    preferredGivenName: 'text', relatedParty: 'RelatedParty[]', skill: 'Skill[]', status: 'text',
    taxExemptionCertificate: 'TaxExemptionCertificate[]', title: 'text',
  },
  InteractionItem: {
    attachment: 'AttachmentRefOrValue[]', channel: 'RelatedChannel[]', creationDate: 'instant',
    item: 'RelatedEntityRefOrValue', itemDate: 'TimePeriod', note: 'Note[]', reason: 'text',
    relatedParty: 'RelatedParty[]', resolution: 'text',
  },
  Organization: {
    contactMedium: 'ContactMedium[]', creditRating: 'PartyCreditProfile[]', existsDuring: 'TimePeriod',
    externalReference: 'ExternalReference[]', isHeadOffice: 'flag', isLegalEntity: 'flag', nameType: 'text',
    organizationChildRelationship: 'OrganizationChildRelationship[]',
    organizationIdentification: 'OrganizationIdentification[]',
    organizationParentRelationship: 'OrganizationParentRelationship', organizationType: 'text',
    otherName: 'OtherNameOrganization[]', partyCharacteristic: 'Characteristic[]', relatedParty: 'RelatedParty[]',
    status: 'text', taxExemptionCertificate: 'TaxExemptionCertificate[]', tradingName: 'text',
  },
  PartyInteraction: {
    attachment: 'AttachmentRefOrValue[]', channel: 'RelatedChannel[]', creationDate: 'instant', description: 'text',
    direction: 'text', interactionDate: 'TimePeriod', interactionItem: 'InteractionItem[]',
    interactionRelationship: 'InteractionRelationship[]', note: 'Note[]', reason: 'text',
    relatedParty: 'RelatedParty[]', status: 'text', statusChangeDate: 'instant',
  },
  PartyRole: partyRole,
  Permission: {
    assetUserRole: 'AssetUserRole[]', creationDate: 'instant', description: 'text', granter: 'RelatedParty',
    privilege: 'Privilege[]', user: 'RelatedParty', validFor: 'TimePeriod',
  },
  Privilege: { action: 'text', function: 'text', manageableAsset: 'EntityRef' },
  Receiver: { appUserId: 'text', email: 'text', ip: 'text', party: 'RelatedParty', phoneNumber: 'text' },
  Sender: { email: 'text', party: 'RelatedParty', phoneNumber: 'text' },
  TaxDefinition: { taxType: 'text' },
  TaxExemptionCertificate: {
    attachment: 'AttachmentRefOrValue', taxDefinition: 'TaxDefinition[]', validFor: 'TimePeriod',
  },
  UserRole: { entitlement: 'Entitlement[]', involvementRole: 'text' },
};
