import type { Shapes } from '../notation.ts';

const partyAccount = {
  accountBalance: 'AccountBalance[]', accountRelationship: 'AccountRelationship[]', accountType: 'text',
  billStructure: 'BillStructure', contact: 'Contact[]', creditLimit: 'Money',
  defaultPaymentMethod: 'PaymentMethodRef', description: 'text', financialAccount: 'FinancialAccountRef',
  lastModified: 'instant', paymentPlan: 'PaymentPlan[]', paymentStatus: 'text', relatedParty: 'RelatedParty[]',
  state: 'text', taxExemption: 'AccountTaxExemption[]',
} as const;

/** Accounts, bills and their lines (TMF666, 678). */
export const billing: Shapes = {
  AccountTaxExemption: {
    certificateNumber: 'text', issuingJurisdiction: 'text', reason: 'text', validFor: 'TimePeriod',
  },
  AppliedBillingRateCharacteristic: { value: 'any', valueType: 'text' },
  AppliedCustomerBillingRate: {
    appliedTax: 'AppliedBillingTaxRate[]', bill: 'BillRef', billingAccount: 'BillingAccountRef',
    characteristic: 'AppliedBillingRateCharacteristic[]', date: 'instant', description: 'text', isBilled: 'flag',
    periodCoverage: 'TimePeriod', product: 'ProductRef', taxExcludedAmount: 'Money', taxIncludedAmount: 'Money',
    type: 'text',
  },
  BillFormatRefOrValue: { description: 'text', isRef: 'flag' },
  BillPresentationMediaRefOrValue: { description: 'text', isRef: 'flag' },
  BillingAccount: partyAccount,
  BillingCycleSpecificationRefOrValue: {
    billingDateShift: 'integer', billingPeriod: 'text', chargeDateOffset: 'integer', creditDateOffset: 'integer',
    dateShift: 'integer', description: 'text', frequency: 'text', isRef: 'flag', mailingDateOffset: 'integer',
    paymentDueDateOffset: 'integer', validFor: 'TimePeriod',
  },
  Cash: {
    account: 'AccountRef[]', authorizationCode: 'text', description: 'text', isPreferred: 'flag',
    relatedParty: 'RelatedParty', relatedPlace: 'RelatedPlace', status: 'text', statusDate: 'instant',
    statusReason: 'text', validFor: 'TimePeriod',
  },
  Contact: {
    contactMedium: 'ContactMedium[]', contactName: 'text', contactType: 'text', partyRoleType: 'text',
    relatedParty: 'RelatedParty', validFor: 'TimePeriod',
  },
  CustomerBill: {
    amountDue: 'Money', appliedPayment: 'AppliedPayment[]', billDate: 'instant',
    billDocument: 'AttachmentRefOrValue[]', billingAccount: 'BillingAccountRef', billingPeriod: 'TimePeriod',
    billNo: 'text', category: 'text', financialAccount: 'FinancialAccountRef', lastUpdate: 'instant',
    nextBillDate: 'instant', paymentDueDate: 'instant', paymentMethod: 'PaymentMethodRef',
    relatedParty: 'RelatedPartyRef[]', remainingAmount: 'Money', runType: 'text', state: 'text',
    taxExcludedAmount: 'Money', taxIncludedAmount: 'Money', taxItem: 'TaxItem[]',
  },
  CustomerBillOnDemand: {
    billingAccount: 'BillingAccountRef', customerBill: 'BillRef', description: 'text', lastUpdate: 'text',
    relatedParty: 'RelatedPartyRef', state: 'text',
  },
  FinancialAccount: {
    accountBalance: 'AccountBalance[]', accountRelationship: 'AccountRelationship[]', accountType: 'text',
    contact: 'Contact[]', creditLimit: 'Money', description: 'text', lastModified: 'instant',
    relatedParty: 'RelatedParty[]', state: 'text', taxExemption: 'AccountTaxExemption[]',
  },
  FinancialAccountRef: { accountBalance: 'AccountBalance' },
  PartyAccount: partyAccount,
  RelatedPartyRef: { role: 'text' },
  SettlementAccount: partyAccount,
};
