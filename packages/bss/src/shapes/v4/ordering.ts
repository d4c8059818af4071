import type { Shapes } from '../notation.ts';

const productRefOrValue = {
  agreement: 'AgreementItemRef[]', billingAccount: 'BillingAccountRef', description: 'text', isBundle: 'flag',
  isCustomerVisible: 'flag', orderDate: 'instant', place: 'RelatedPlaceRefOrValue[]',
  product: 'ProductRefOrValue[]', productCharacteristic: 'Characteristic[]', productOffering: 'ProductOfferingRef',
  productOrderItem: 'RelatedProductOrderItem[]', productPrice: 'ProductPrice[]',
  productRelationship: 'ProductRelationship[]', productSerialNumber: 'text',
  productSpecification: 'ProductSpecificationRef', productTerm: 'ProductTerm[]', realizingResource: 'ResourceRef[]',
  realizingService: 'ServiceRef[]', relatedParty: 'RelatedParty[]', startDate: 'instant', status: 'text',
  terminationDate: 'instant',
} as const;

/** Products, carts, quotes, orders and what comes before them (TMF622, 637, 646, 648, 663, 679, 680). */
export const ordering: Shapes = {
  AgreementItemRef: { agreementItemId: 'text' },
  AlternateProductOfferingProposal: {
    alternateActivationDate: 'instant', alternateProduct: 'ProductRefOrValue',
    alternateProductOffering: 'ProductOfferingRef',
  },
  Appointment: {
    attachment: 'AttachmentRefOrValue[]', calendarEvent: 'CalendarEventRef', category: 'text',
    contactMedium: 'ContactMedium[]', creationDate: 'instant', description: 'text', externalId: 'text',
    lastUpdate: 'instant', note: 'Note[]', relatedEntity: 'RelatedEntity[]', relatedParty: 'RelatedParty[]',
    relatedPlace: 'RelatedPlaceRefOrValue', status: 'text', validFor: 'TimePeriod',
  },
  Authorization: {
    approver: 'RelatedParty[]', givenDate: 'instant', requestedDate: 'instant', signatureRepresentation: 'text',
    state: 'text',
  },
  CancelProductOrder: {
    cancellationReason: 'text', effectiveCancellationDate: 'instant', productOrder: 'ProductOrderRef',
    requestedCancellationDate: 'instant', state: 'text',
  },
  CartItem: {
    action: 'text', cartItem: 'CartItem[]', cartItemRelationship: 'CartItemRelationship[]', itemPrice: 'CartPrice[]',
    itemTerm: 'CartTerm[]', ItemTotalPrice: 'CartPrice[]', note: 'Note[]', product: 'ProductRefOrValue',
    productOffering: 'ProductOfferingRef', quantity: 'integer', status: 'text',
  },
  CartTerm: { description: 'text', duration: 'Quantity' },
  EligibilityUnavailabilityReason: { code: 'text', label: 'text' },
  OrderTerm: { description: 'text', duration: 'Quantity' },
  Product: productRefOrValue,
  ProductOfferingQualification: {
    category: 'CategoryRef', channel: 'ChannelRef', description: 'text', effectiveQualificationDate: 'instant',
    expectedPOQCompletionDate: 'instant', expirationDate: 'instant', instantSyncQualification: 'flag', note: 'Note[]',
    place: 'RelatedPlaceRefOrValue[]', productOfferingQualificationDate: 'instant',
    productOfferingQualificationItem: 'ProductOfferingQualificationItem[]', provideAlternative: 'flag',
    provideOnlyAvailable: 'flag', provideUnavailabilityReason: 'flag', qualificationResult: 'text',
    relatedParty: 'RelatedParty[]', requestedPOQCompletionDate: 'instant', state: 'text',
  },
  ProductOfferingQualificationItem: {
    action: 'text', alternateProductOfferingProposal: 'AlternateProductOfferingProposal[]',
    eligibilityUnavailabilityReason: 'EligibilityUnavailabilityReason[]', expectedActivationDate: 'instant',
    note: 'Note[]', product: 'ProductRefOrValue', productOffering: 'ProductOfferingRef',
    qualificationItemRelationship: 'QualificationItemRelationship[]', qualificationItemResult: 'text', state: 'text',
    terminationError: 'TerminationError[]',
  },
  ProductOfferingQualificationItemRef: {
    productOfferingQualificationHref: 'text', productOfferingQualificationId: 'text',
    productOfferingQualificationName: 'text',
  },
  ProductOrder: {
    agreement: 'AgreementRef[]', billingAccount: 'BillingAccountRef', cancellationDate: 'instant',
    cancellationReason: 'text', category: 'text', channel: 'RelatedChannel[]', completionDate: 'instant',
    description: 'text', expectedCompletionDate: 'instant', externalId: 'text', note: 'Note[]',
    notificationContact: 'text', orderDate: 'instant', orderTotalPrice: 'OrderPrice[]', payment: 'PaymentRef[]',
    priority: 'text', productOfferingQualification: 'ProductOfferingQualificationRef[]',
    productOrderItem: 'ProductOrderItem[]', quote: 'QuoteRef[]', relatedParty: 'RelatedParty[]',
    requestedCompletionDate: 'instant', requestedStartDate: 'instant', state: 'text',
  },
  ProductOrderItem: {
    action: 'text', appointment: 'AppointmentRef', billingAccount: 'BillingAccountRef', itemPrice: 'OrderPrice[]',
    itemTerm: 'OrderTerm[]', itemTotalPrice: 'OrderPrice[]', payment: 'PaymentRef[]', product: 'ProductRefOrValue',
    productOffering: 'ProductOfferingRef', productOfferingQualificationItem: 'ProductOfferingQualificationItemRef',
    productOrderItem: 'ProductOrderItem[]', productOrderItemRelationship: 'OrderItemRelationship[]',
    qualification: 'ProductOfferingQualificationRef[]', quantity: 'integer', quoteItem: 'QuoteItemRef', state: 'text',
  },
  ProductPrice: {
    billingAccount: 'BillingAccountRef', description: 'text', price: 'Price', priceType: 'text',
    productOfferingPrice: 'ProductOfferingPriceRef', productPriceAlteration: 'PriceAlteration[]',
    recurringChargePeriod: 'text', unitOfMeasure: 'text',
  },
  ProductRefOrValue: productRefOrValue,
  ProductRelationship: { product: 'ProductRefOrValue', relationshipType: 'text' },
  ProductTerm: { description: 'text', duration: 'Quantity', validFor: 'TimePeriod' },
  QualificationItemRelationship: { relationshipType: 'text' },
  QueryProductRecommendation: {
    category: 'CategoryRef[]', channel: 'ChannelRef[]', description: 'text', instantSyncRecommendation: 'flag',
    place: 'RelatedPlaceRefOrValue', productOrder: 'ProductOrderRef[]', productOrderItem: 'ItemRef[]',
    recommendationItem: 'RecommendationItem[]', recommendationType: 'text', relatedParty: 'RelatedParty',
    shoppingCart: 'ShoppingCartRef[]', shoppingCartItem: 'ItemRef[]', state: 'text', validFor: 'TimePeriod',
  },
  Quote: {
    agreement: 'AgreementRef[]', authorization: 'Authorization[]', billingAccount: 'BillingAccountRef[]',
    category: 'text', contactMedium: 'ContactMedium[]', description: 'text', effectiveQuoteCompletionDate: 'instant',
    expectedFulfillmentStartDate: 'instant', expectedQuoteCompletionDate: 'instant', externalId: 'text',
    instantSyncQuote: 'flag', note: 'Note[]', productOfferingQualification: 'ProductOfferingQualificationRef[]',
    quoteDate: 'instant', quoteItem: 'QuoteItem[]', quoteTotalPrice: 'QuotePrice[]', relatedParty: 'RelatedParty[]',
    requestedQuoteCompletionDate: 'instant', state: 'text', validFor: 'TimePeriod', version: 'text',
  },
  QuoteItem: {
    action: 'text', appointment: 'AppointmentRef[]', attachment: 'AttachmentRefOrValue[]', note: 'Note[]',
    product: 'ProductRefOrValue', productOffering: 'ProductOfferingRef',
    productOfferingQualificationItem: 'ProductOfferingQualificationItemRef', quantity: 'integer',
    quoteItem: 'QuoteItem[]', quoteItemAuthorization: 'Authorization[]', quoteItemPrice: 'QuotePrice[]',
    quoteItemRelationship: 'QuoteItemRelationship[]', relatedParty: 'RelatedParty[]', state: 'text',
  },
  QuoteItemRef: { quoteHref: 'text', quoteId: 'text', quoteName: 'text' },
  QuoteItemRelationship: { relationshipType: 'text' },
  QuotePrice: {
    description: 'text', price: 'Price', priceAlteration: 'PriceAlteration[]', priceType: 'text',
    productOfferingPrice: 'ProductOfferingPriceRef', recurringChargePeriod: 'text', unitOfMeasure: 'text',
  },
  RecommendationItem: { priority: 'integer', product: 'ProductRefOrValue', productOffering: 'ProductOfferingRef' },
  RelatedProductOrderItem: {
    orderItemAction: 'text', orderItemId: 'text', productOrderHref: 'text', productOrderId: 'text', role: 'text',
  },
  SearchTimeSlot: {
    availableTimeSlot: 'TimeSlot[]', relatedEntity: 'RelatedEntity[]', relatedParty: 'RelatedParty',
    relatedPlace: 'RelatedPlaceRefOrValue', requestedTimeSlot: 'TimeSlot[]', searchDate: 'instant',
    searchResult: 'text', status: 'text',
  },
  ShoppingCart: {
    cartItem: 'CartItem[]', cartTotalPrice: 'CartPrice[]', contactMedium: 'ContactMedium[]',
    relatedParty: 'RelatedParty[]', validFor: 'TimePeriod',
  },
  TimeSlot: { relatedParty: 'RelatedParty', validFor: 'TimePeriod' },
};
