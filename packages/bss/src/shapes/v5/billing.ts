import type { Shapes } from '../notation.ts';

const partyAccount = {
  accountBalance: 'AccountBalance[]', accountRelationship: 'AccountRelationship[]', accountType: 'text',
  billStructure: 'BillStructure', contact: 'Contact[]', creditLimit: 'Money',
  defaultPaymentMethod: 'PaymentMethodRef', description: 'text', financialAccount: 'FinancialAccountRef',
  lastUpdate: 'instant', paymentPlan: 'PaymentPlan[]', paymentStatus: 'text',
  relatedParty: 'RelatedPartyRefOrPartyRoleRef[]', state: 'text', taxExemption: 'TaxExemptionCertificate[]',
} as const;

/** Accounts, bills and their lines (TMF666, 678). */
export const billing: Shapes = {
  AppliedCustomerBillingRate: {
    appliedBillingRateType: 'text', appliedTax: 'AppliedBillingTaxRate[]', bill: 'CustomerBillRef',
    billingAccount: 'BillingAccountRef', characteristic: 'Characteristic[]', date: 'instant', description: 'text',
    isBilled: 'flag', periodCoverage: 'TimePeriod', product: 'ProductRef', taxExcludedAmount: 'Money',
    taxIncludedAmount: 'Money',
  },
  BillCycle: {
    BillCycleSpecification: 'BillCycleSpecificationRef', billingDate: 'instant', billingPeriod: 'text',
    chargeDate: 'instant', creditDate: 'instant', description: 'text', mailingDate: 'instant',
    paymentDueDate: 'instant', validFor: 'TimePeriod',
  },
  BillCycleSpecificationRef: { description: 'text' },
  BillingAccount: { ...partyAccount, ratingType: 'text' },
  Contact: {
    contactMedium: 'ContactMedium[]', contactName: 'text', contactType: 'text', partyRoleType: 'text',
    relatedParty: 'RelatedPartyRefOrPartyRoleRef', validFor: 'TimePeriod',
  },
  CustomerBill: {
    amountDue: 'Money', appliedPayment: 'AppliedPayment[]', billCycle: 'BillCycleRef', billDate: 'instant',
    billDocument: 'AttachmentRefOrValue[]', billingAccount: 'BillingAccountRef', billingPeriod: 'TimePeriod',
    billNo: 'text', category: 'text', financialAccount: 'FinancialAccountRef', lastUpdate: 'instant',
    nextBillDate: 'instant', paymentDueDate: 'instant', paymentMethod: 'PaymentMethodRef',
    relatedParty: 'RelatedPartyRefOrPartyRoleRef[]', remainingAmount: 'Money', runType: 'text', state: 'text',
    taxExcludedAmount: 'Money', taxIncludedAmount: 'Money', taxItem: 'TaxItem[]',
  },
  CustomerBillOnDemand: {
    billingAccount: 'BillingAccountRef', customerBill: 'CustomerBillRef', description: 'text', lastUpdate: 'text',
    relatedParty: 'RelatedPartyRefOrPartyRoleRef', state: 'text',
  },
  FinancialAccount: {
    accountBalance: 'AccountBalance[]', accountRelationship: 'AccountRelationship[]', accountType: 'text',
    contact: 'Contact[]', creditLimit: 'Money', description: 'text', lastUpdate: 'instant',
    relatedParty: 'RelatedPartyRefOrPartyRoleRef[]', state: 'text', taxExemption: 'TaxExemptionCertificate[]',
  },
  PartyAccount: partyAccount,
  SettlementAccount: partyAccount,
};
