import type { Shapes } from '../notation.ts';

/** Carts, orders and the qualification of offerings (TMF622, 663, 679). */
export const ordering: Shapes = {
  AlternateProductOfferingProposal: {
    alternateActivationDate: 'instant', alternateProduct: 'ProductRefOrValue',
    alternateProductOffering: 'ProductOfferingRef', promotion: 'PromotionRef',
  },
  CancelProductOrder: {
    cancellationReason: 'text', creationDate: 'instant', effectiveCancellationDate: 'instant',
    productOrder: 'ProductOrderRef', requestedCancellationDate: 'instant', state: 'text',
  },
  CartItem: {
    action: 'text', cartItem: 'CartItem[]', cartItemRelationship: 'CartItemRelationship[]', itemPrice: 'CartPrice[]',
    itemTerm: 'CartTerm[]', itemTotalPrice: 'CartPrice[]', note: 'Note[]', product: 'ProductRefOrValue',
    productOffering: 'ProductOfferingRef', quantity: 'integer', status: 'text',
  },
  CartTerm: { description: 'text', duration: 'Duration' },
  CheckProductOfferingQualification: {
    channel: 'ChannelRef', checkProductOfferingQualificationItem: 'CheckProductOfferingQualificationItem[]',
    creationDate: 'instant', description: 'text', effectiveQualificationDate: 'instant',
    expectedQualificationCompletionDate: 'instant', expirationDate: 'instant', instantSyncQualification: 'flag',
    note: 'Note[]', provideAlternative: 'flag', provideOnlyAvailable: 'flag', provideResultReason: 'flag',
    qualificationResult: 'text', relatedParty: 'RelatedPartyOrPartyRole[]',
    requestedQualificationCompletionDate: 'instant', state: 'text',
  },
  CheckProductOfferingQualificationItem: {
    action: 'text', alternateProductOfferingProposal: 'AlternateProductOfferingProposal[]', category: 'CategoryRef',
    CheckProductOfferingQualificationItem: 'CheckProductOfferingQualificationItem[]',
    eligibilityResultReason: 'EligibilityResultReason[]', expectedActivationDate: 'instant', note: 'Note[]',
    product: 'ProductRefOrValue', productOffering: 'ProductOfferingRef', promotion: 'PromotionRef',
    qualificationItemRelationship: 'ProductOfferingQualificationItemRelationship[]', qualificationItemResult: 'text',
    state: 'text', terminationError: 'TerminationError[]',
  },
  EligibilityResultReason: { code: 'text', label: 'text' },
  OrderRelationship: { relationshipType: 'text' },
  OrderTerm: { description: 'text', duration: 'Duration' },
  ProductOfferingQualificationItemRef: {
    itemId: 'text', productOfferingQualificationHref: 'text', productOfferingQualificationId: 'text',
    productOfferingQualificationName: 'text',
  },
  ProductOfferingQualificationItemRelationship: { relationshipType: 'text' },
  ProductOrder: {
    agreement: 'AgreementRef[]', billingAccount: 'BillingAccountRef', cancellationDate: 'instant',
    cancellationReason: 'text', category: 'text', channel: 'RelatedChannel[]', completionDate: 'instant',
    creationDate: 'instant', description: 'text', expectedCompletionDate: 'instant',
    externalId: 'ExternalIdentifier[]', note: 'Note[]', notificationContact: 'text',
    orderRelationship: 'OrderRelationship[]', orderTotalPrice: 'OrderPrice[]', payment: 'PaymentRef[]',
    priority: 'text', productOfferingQualification: 'ProductOfferingQualificationRef[]',
    productOrderErrorMessage: 'ProductOrderErrorMessage[]', productOrderItem: 'ProductOrderItem[]',
    productOrderJeopardyAlert: 'ProductOrderJeopardyAlert[]', productOrderMilestone: 'ProductOrderMilestone[]',
    quote: 'QuoteRef[]', relatedParty: 'RelatedPartyRefOrPartyRoleRef[]', requestedCompletionDate: 'instant',
    requestedInitialState: 'text', requestedStartDate: 'instant', state: 'text',
  },
  ProductOrderErrorMessage: {
    code: 'text', message: 'text', productOrderItem: 'ProductOrderItemRef[]', reason: 'text', referenceError: 'text',
    status: 'text', timestamp: 'instant',
  },
  ProductOrderItem: {
    action: 'text', appointment: 'AppointmentRef', billingAccount: 'BillingAccountRef', itemPrice: 'OrderPrice[]',
    itemTerm: 'OrderTerm[]', itemTotalPrice: 'OrderPrice[]', note: 'Note[]', payment: 'PaymentRef[]',
    product: 'ProductRefOrValue', productOffering: 'ProductOfferingRef',
    productOfferingQualificationItem: 'ProductOfferingQualificationItemRef', productOrderItem: 'ProductOrderItem[]',
    productOrderItemRelationship: 'OrderItemRelationship[]', qualification: 'ProductOfferingQualificationRef[]',
    quantity: 'integer', quoteItem: 'QuoteItemRef', state: 'text',
  },
  ProductOrderItemRef: { ProductOrderHref: 'text', productOrderId: 'text', productOrderItemId: 'text' },
  ProductOrderJeopardyAlert: {
    alertDate: 'instant', exception: 'text', jeopardyType: 'text', message: 'text',
    productOrderItem: 'ProductOrderItemRef[]',
  },
  ProductOrderMilestone: {
    description: 'text', message: 'text', milestoneDate: 'instant', productOrderItem: 'ProductOrderItemRef[]',
    status: 'text',
  },
  QueryProductOfferingQualification: {
    channel: 'ChannelRef', creationDate: 'instant', description: 'text', effectiveQualificationDate: 'instant',
    expectedQualificationCompletionDate: 'instant', expirationDate: 'instant', instantSyncQualification: 'flag',
    note: 'Note[]', qualifiedProductOfferingItem: 'QueryProductOfferingQualificationItem[]',
    relatedParty: 'RelatedPartyOrPartyRole[]', requestedQualificationCompletionDate: 'instant',
    searchCriteria: 'QueryProductOfferingQualificationItem', state: 'text',
  },
  QueryProductOfferingQualificationItem: {
    category: 'CategoryRef', product: 'ProductRefOrValue', productOffering: 'ProductOfferingRef',
    promotion: 'PromotionRef', qualificationItemRelationship: 'ProductOfferingQualificationItemRelationship[]',
  },
  QuoteItemRef: { quoteHref: 'text', quoteId: 'text', quoteItemId: 'text' },
  ShoppingCart: {
    cartItem: 'CartItem[]', cartTotalPrice: 'CartPrice[]', contactMedium: 'ContactMedium[]', creationDate: 'instant',
    lastUpdate: 'instant', relatedParty: 'RelatedPartyOrPartyRole[]', validFor: 'TimePeriod',
  },
};
