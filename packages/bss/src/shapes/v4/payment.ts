import type { Shapes } from '../notation.ts';

const paymentItself = {
  account: 'AccountRef', amount: 'Money', authorizationCode: 'text', channel: 'ChannelRef', correlatorId: 'text',
  description: 'text', paymentDate: 'instant', paymentItem: 'PaymentItem[]',
  paymentMethod: 'PaymentMethodRefOrValue', pointOfInteraction: 'PointOfInteraction',
  relatedParty: 'RelatedParty[]', status: 'text', statusDate: 'instant', taxAmount: 'Money', totalAmount: 'Money',
} as const;

const paymentMethod = {
  account: 'AccountRef[]', authorizationCode: 'text', description: 'text', isPreferred: 'flag',
  relatedParty: 'RelatedParty', relatedPlace: 'RelatedPlace', status: 'text', statusDate: 'instant',
  statusReason: 'text', validFor: 'TimePeriod',
} as const;

/** Payments, refunds and the ways to pay (TMF670, 676). Some of TMF676's own names end in a blank. */
export const payment: Shapes = {
  AuthorizePayment: {
    authorizedPayment: 'PaymentRefOrValue', 'authorizedPayment ': 'PaymentRefOrValue',
    authorizedPaymentDate: 'instant', 'authorizedPaymentDate ': 'instant', authorizePaymentDate: 'instant',
    'authorizePaymentDate ': 'instant', state: 'text',
  },
  BankAccountDebit: {
    ...paymentMethod,
    accountNumber: 'text', accountNumberType: 'text', bank: 'text', BIC: 'text', owner: 'text',
  },
  BankAccountTransfer: {
    ...paymentMethod,
    accountNumber: 'text', accountNumberType: 'text', bank: 'text', BIC: 'text', owner: 'text',
  },
  BankCard: {
    ...paymentMethod,
    bank: 'text', brand: 'text', cardNumber: 'text', cardType: 'text', cvv: 'text',
    expirationDate: 'instant', lastFourDigits: 'text', nameOnCard: 'text',
  },
  Check: { ...paymentMethod, bank: 'text', checkId: 'text', drawer: 'text', payee: 'text', signedDate: 'instant' },
  DigitalWallet: { ...paymentMethod, service: 'text', walletId: 'text', walletUrl: 'text' },
  DirectDebit: {
    ...paymentMethod,
    accountNumber: 'text', accountNumberType: 'text', attachment: 'AttachmentRefOrValue[]',
    bank: 'text', BIC: 'text', cancellationDate: 'instant', firstDebitDate: 'instant',
    lastDebitDate: 'instant', mandateCategory: 'text', mandateId: 'text', mandateStatus: 'text',
    mandateStatusDate: 'instant', mandateType: 'text', owner: 'text', reference: 'text',
    signature: 'text', signatureDate: 'instant',
  },
  InitiatePayment: {
    authorizedPayment: 'AuthorizePaymentRef', 'authorizedPayment ': 'AuthorizePaymentRef',
    initiatedPayment: 'PaymentRefOrValue', 'initiatedPayment ': 'PaymentRefOrValue', InitiatedPaymentDate: 'instant',
    'InitiatedPaymentDate ': 'instant', InitiatePaymentDate: 'instant', 'InitiatePaymentDate ': 'instant',
    state: 'text',
  },
  Payment: paymentItself,
  PaymentItem: { amount: 'Money', item: 'EntityRef', taxAmount: 'Money', totalAmount: 'Money' },
  PaymentMethod: paymentMethod,
  PaymentMethodRefOrValue: { ...paymentMethod, relatedParty: 'RelatedPartyRef' },
  PaymentRefOrValue: paymentItself,
  PointOfInteraction: {
    modeOfEntry: 'text', resource: 'ResourceRef', retrievalReferenceNumber: 'text', transactionDate: 'instant',
  },
  Refund: {
    account: 'AccountRef', amount: 'Money', authorizationCode: 'text', channel: 'ChannelRef', correlatorId: 'text',
    description: 'text', payment: 'PaymentRef', paymentMethod: 'PaymentMethodRefOrValue', refundDate: 'instant',
    requestor: 'RelatedParty', status: 'text', statusDate: 'instant', taxAmount: 'Money', totalAmount: 'Money',
  },
  TokenizedCard: {
    ...paymentMethod,
    brand: 'text', cardType: 'text', countryOfIssue: 'text', expirationDate: 'instant',
    issuer: 'text', lastFourDigits: 'text', token: 'text', tokenType: 'text',
  },
  Voucher: {
    ...paymentMethod,
    campaign: 'text', code: 'text', discount: 'text', expirationDate: 'instant', value: 'Quantity',
  },
};
