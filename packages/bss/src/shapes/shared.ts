import type { Shapes } from './notation.ts';

/** What v4 and v5 have alike. */
export const shared: Shapes = {
  AccountBalance: { amount: 'Money', balanceType: 'text', validFor: 'TimePeriod' },
  AccountRelationship: { account: 'AccountRef', relationshipType: 'text', validFor: 'TimePeriod' },
  AppliedBillingTaxRate: { taxAmount: 'Money', taxCategory: 'text', taxRate: 'number' },
  AppliedPayment: { appliedAmount: 'Money', payment: 'PaymentRef' },
  AppointmentRef: { description: 'text' },
  Attachment: {
    attachmentType: 'text', content: 'text', description: 'text', mimeType: 'text', size: 'Quantity', url: 'text',
    validFor: 'TimePeriod',
  },
  BillFormat: { description: 'text' },
  BillPresentationMedia: { description: 'text' },
  BillStructure: {
    cycleSpecification: 'BillingCycleSpecificationRefOrValue', format: 'BillFormatRefOrValue',
    presentationMedia: 'BillPresentationMediaRefOrValue[]',
  },
  BillingCycleSpecification: {
    billingDateShift: 'integer', billingPeriod: 'text', chargeDateOffset: 'integer', creditDateOffset: 'integer',
    description: 'text', frequency: 'text', mailingDateOffset: 'integer', paymentDueDateOffset: 'integer',
    validFor: 'TimePeriod',
  },
  BundledProductOfferingOption: {
    numberRelOfferDefault: 'integer', numberRelOfferLowerLimit: 'integer', numberRelOfferUpperLimit: 'integer',
  },
  CalendarPeriod: { day: 'text', hourPeriod: 'HourPeriod[]', status: 'text', timeZone: 'text' },
  CartItemRelationship: { relationshipType: 'text' },
  CartPrice: {
    description: 'text', price: 'Price', priceAlteration: 'PriceAlteration[]', priceType: 'text',
    productOfferingPrice: 'ProductOfferingPriceRef', recurringChargePeriod: 'text', unitOfMeasure: 'text',
  },
  CategoryRef: { version: 'text' },
  CharacteristicRelationship: { relationshipType: 'text' },
  CharacteristicSpecification: {
    '@valueSchemaLocation': 'text', characteristicValueSpecification: 'CharacteristicValueSpecification[]',
    charSpecRelationship: 'CharacteristicSpecificationRelationship[]', configurable: 'flag', description: 'text',
    extensible: 'flag', isUnique: 'flag', maxCardinality: 'integer', minCardinality: 'integer', regex: 'text',
    validFor: 'TimePeriod', valueType: 'text',
  },
  CharacteristicSpecificationRelationship: {
    characteristicSpecificationId: 'text', parentSpecificationHref: 'text', parentSpecificationId: 'text',
    relationshipType: 'text', validFor: 'TimePeriod',
  },
  ConstraintRef: { version: 'text' },
  CreditProfile: {
    creditProfileDate: 'instant', creditRiskRating: 'integer', creditScore: 'integer', validFor: 'TimePeriod',
  },
  Disability: { disabilityCode: 'text', disabilityName: 'text', validFor: 'TimePeriod' },
  Duration: { amount: 'integer', units: 'text' },
  EntitySpecificationRelationship: {
    associationSpec: 'AssociationSpecificationRef', relationshipType: 'text', role: 'text', validFor: 'TimePeriod',
  },
  EventRef: { eventTime: 'instant' },
  ExportJob: {
    completionDate: 'instant', contentType: 'text', creationDate: 'instant', errorLog: 'text', path: 'text',
    query: 'text', status: 'text', url: 'text',
  },
  ExternalIdentifier: { externalIdentifierType: 'text', owner: 'text' },
  Feature: {
    constraint: 'ConstraintRef[]', featureCharacteristic: 'Characteristic[]',
    featureRelationship: 'FeatureRelationship[]', isBundle: 'flag', isEnabled: 'flag',
  },
  FeatureRelationship: { relationshipType: 'text', validFor: 'TimePeriod' },
  GeographicSiteRelationship: { relationshipType: 'text', role: 'text', validFor: 'TimePeriod' },
  HourPeriod: { endHour: 'text', startHour: 'text' },
  ImpactPattern: { characteristic: 'Characteristic[]', description: 'text' },
  ImportJob: {
    completionDate: 'instant', contentType: 'text', creationDate: 'instant', errorLog: 'text', path: 'text',
    status: 'text', url: 'text',
  },
  IndividualIdentification: {
    attachment: 'AttachmentRefOrValue', identificationId: 'text', identificationType: 'text',
    issuingAuthority: 'text', issuingDate: 'instant', validFor: 'TimePeriod',
  },
  InteractionRelationship: { relationshipType: 'text' },
  ItemRef: { entityHref: 'text', entityId: 'text', itemId: 'text' },
  LanguageAbility: {
    isFavouriteLanguage: 'flag', languageCode: 'text', languageName: 'text', listeningProficiency: 'text',
    readingProficiency: 'text', speakingProficiency: 'text', validFor: 'TimePeriod', writingProficiency: 'text',
  },
  Money: { unit: 'text', value: 'number' },
  Note: { author: 'text', date: 'instant', text: 'text' },
  OrderItemRelationship: { relationshipType: 'text' },
  OrderPrice: {
    billingAccount: 'BillingAccountRef', description: 'text', price: 'Price', priceAlteration: 'PriceAlteration[]',
    priceType: 'text', productOfferingPrice: 'ProductOfferingPriceRef', recurringChargePeriod: 'text',
    unitOfMeasure: 'text',
  },
  OrganizationChildRelationship: { organization: 'OrganizationRef', relationshipType: 'text' },
  OrganizationIdentification: {
    attachment: 'AttachmentRefOrValue', identificationId: 'text', identificationType: 'text',
    issuingAuthority: 'text', issuingDate: 'instant', validFor: 'TimePeriod',
  },
  OrganizationParentRelationship: { organization: 'OrganizationRef', relationshipType: 'text' },
  OtherNameIndividual: {
    aristocraticTitle: 'text', familyName: 'text', familyNamePrefix: 'text', formattedName: 'text', fullName: 'text',
    generation: 'text', givenName: 'text', legalName: 'text', middleName: 'text', preferredGivenName: 'text',
    title: 'text', validFor: 'TimePeriod',
  },
  OtherNameOrganization: { nameType: 'text', tradingName: 'text', validFor: 'TimePeriod' },
  PartyAccountRef: { description: 'text', status: 'text' },
  PartyCreditProfile: {
    creditAgencyName: 'text', creditAgencyType: 'text', ratingReference: 'text', ratingScore: 'integer',
    validFor: 'TimePeriod',
  },
  PaymentPlan: {
    numberOfPayments: 'integer', paymentFrequency: 'text', paymentMethod: 'PaymentMethodRef', planType: 'text',
    priority: 'integer', status: 'text', totalAmount: 'Money', validFor: 'TimePeriod',
  },
  Price: { dutyFreeAmount: 'Money', percentage: 'number', taxIncludedAmount: 'Money', taxRate: 'number' },
  PriceAlteration: {
    applicationDuration: 'integer', description: 'text', price: 'Price', priceType: 'text', priority: 'integer',
    productOfferingPrice: 'ProductOfferingPriceRef', recurringChargePeriod: 'text', unitOfMeasure: 'text',
  },
  PricingLogicAlgorithm: { description: 'text', plaSpecId: 'text', validFor: 'TimePeriod' },
  ProductOfferingTerm: { description: 'text', duration: 'Duration', validFor: 'TimePeriod' },
  ProductSpecificationCharacteristicValueUse: {
    description: 'text', maxCardinality: 'integer', minCardinality: 'integer',
    productSpecCharacteristicValue: 'CharacteristicValueSpecification[]',
    productSpecification: 'ProductSpecificationRef', validFor: 'TimePeriod', valueType: 'text',
  },
  ProductSpecificationRef: { targetProductSchema: 'TargetProductSchema', version: 'text' },
  Quantity: { amount: 'number', units: 'text' },
  RelatedServiceOrderItem: {
    itemAction: 'text', itemId: 'text', role: 'text', serviceOrderHref: 'text', serviceOrderId: 'text',
  },
  ResourceAlarmRef: { changeRequest: 'EntityRef' },
  ResourceCandidateRef: { version: 'text' },
  ResourceSpecificationRef: { version: 'text' },
  ServiceCandidateRef: { version: 'text' },
  ServiceRelationship: {
    relationshipType: 'text', service: 'ServiceRefOrValue', serviceRelationshipCharacteristic: 'Characteristic[]',
  },
  ServiceSpecificationRef: { version: 'text' },
  Skill: { comment: 'text', evaluatedLevel: 'text', skillCode: 'text', skillName: 'text', validFor: 'TimePeriod' },
  TaxItem: { taxAmount: 'Money', taxCategory: 'text', taxRate: 'number' },
  TerminationError: { value: 'text' },
  TimePeriod: { endDateTime: 'instant', startDateTime: 'instant' },
  TrackingRecord: {
    characteristic: 'Characteristic[]', description: 'text', systemId: 'text', time: 'instant', user: 'text',
  },
  TroubleTicketRelationship: { relationshipType: 'text' },
  UsageConsumptionProductRef: { consumptionSummary: 'ConsumptionSummary[]' },
};
