import type { Shapes } from '../notation.ts';

/** The whole of a customer (TMF717). */
export const customer360: Shapes = {
  Customer360: {
    account: 'Customer360AccountVO[]', agreement: 'Customer360AgreementVO[]',
    appointment: 'Customer360AppointmentVO[]', customer: 'Customer360CustomerVO',
    customerBill: 'Customer360CustomerBillVO[]', loyaltyAccount: 'Customer360LoyaltyAccountVO[]',
    partyInteraction: 'Customer360PartyInteractionVO[]', paymentMethod: 'Customer360PaymentMethodVO[]',
    product: 'Customer360ProductVO[]', productOrder: 'Customer360ProductOrderVO[]',
    promotion: 'Customer360PromotionVO[]', quote: 'Customer360QuoteVO[]',
    recommendation: 'Customer360RecommendationVO[]', serviceProblem: 'Customer360ServiceProblemVO[]',
    troubleTicket: 'Customer360TroubleTicketVO[]', validFor: 'TimePeriod',
  },
  Customer360AccountVO: { accountType: 'text', description: 'text', lastUpdate: 'instant', state: 'text' },
  Customer360AgreementVO: {
    agreementPeriod: 'TimePeriod', agreementSpecification: 'AgreementSpecificationRef', agreementType: 'text',
    status: 'text',
  },
  Customer360AppointmentVO: {
    calendarEvent: 'CalendarEventRef', category: 'text', creationDate: 'instant', description: 'text',
    externalId: 'text', lastUpdate: 'instant', status: 'text', validFor: 'TimePeriod',
  },
  Customer360CustomerBillVO: { billNo: 'text', category: 'text', state: 'text' },
  Customer360CustomerVO: {
    contactMedium: 'ContactMedium[]', engagedParty: 'PartyRef', relatedParty: 'RelatedPartyOrPartyRole[]',
    status: 'text', validFor: 'TimePeriod',
  },
  Customer360LoyaltyAccountVO: { accountBalance: 'any', state: 'text' },
  Customer360PartyInteractionVO: {
    description: 'text', interactionDate: 'TimePeriod', reason: 'text', status: 'text',
  },
  Customer360PaymentMethodVO: { description: 'text', isPreferred: 'flag', status: 'text', validFor: 'TimePeriod' },
  Customer360ProductOrderVO: {
    category: 'text', completionDate: 'instant', creationDate: 'instant', description: 'text',
    expectedCompletionDate: 'instant', externalId: 'text', priority: 'text', state: 'text',
  },
  Customer360ProductVO: { description: 'text', productOffering: 'ProductOfferingRef', status: 'text' },
  Customer360PromotionVO: {
    description: 'text', lastUpdate: 'instant', lifecycleStatus: 'text', type: 'text', validFor: 'TimePeriod',
  },
  Customer360QuoteVO: {
    category: 'text', description: 'text', effectiveQuoteCompletionDate: 'instant',
    expectedFulfillmentStartDate: 'instant', expectedQuoteCompletionDate: 'instant', state: 'text',
    validFor: 'TimePeriod', version: 'text',
  },
  Customer360RecommendationVO: {
    category: 'CategoryRef', description: 'text', recommendationType: 'text', validFor: 'TimePeriod',
  },
  Customer360ServiceProblemVO: {
    affectedService: 'ServiceRef[]', category: 'text', description: 'text', originatingSystem: 'text',
    priority: 'integer', status: 'text',
  },
  Customer360TroubleTicketVO: {
    creationDate: 'instant', description: 'text', expectedResolutionDate: 'instant', externalIdentifier: 'text',
    lastUpdate: 'instant', priority: 'text', requestedResolutionDate: 'instant', severity: 'text', status: 'text',
    statusChangeDate: 'instant', statusChangeReason: 'text', ticketType: 'text',
  },
};
