import { better, type Need, reads, writes } from './need.ts';

/** The nouns of the self-service API, and what each asks: this is what portlets are hidden or limited by. */
export const NOUNS: Readonly<Record<string, readonly Need[]>> = {
  accounts: [reads('TMF666.billingAccount')],
  bills: [reads('TMF678.customerBill'), better('Bills show their total and no lines.', 'TMF678.appliedCustomerBillingRate')],
  'interim-bills': [reads('TMF678.customerBill'), reads('TMF666.billingAccount'), writes('TMF678.customerBillOnDemand')],
  disputes: [reads('TMF678.customerBill'), writes('TMF621.troubleTicket')],
  payments: [reads('TMF678.customerBill'), writes('TMF676.payment'), better('Ways to pay that the operator keeps are not offered.', 'TMF670.paymentMethod')],
  usage: [
    reads('TMF635.usage', 'TMF677.queryUsageConsumption', 'TMF654.bucket'),
    better('What is left of an allowance is not known.', 'TMF677.queryUsageConsumption', 'TMF654.bucket'),
    better('Use is not told day by day.', 'TMF635.usage'),
  ],
  orders: [reads('TMF622.productOrder')],
  products: [reads('TMF637.product')],
  offers: [
    reads('TMF620.productOffering'),
    reads('TMF620.productOfferingPrice'),
    better('The shop asks no questions that lead to an offer.', 'TMF620.productSpecification'),
    better('Offers are not matched with what kind of customer this is.', 'TMF629.customer'),
  ],
  places: [reads('TMF673.geographicAddress'), better('A slip in an address is not put right.', 'TMF645.checkServiceQualification')],
  availability: [writes('TMF645.checkServiceQualification'), reads('TMF673.geographicAddress')],
  cart: [writes('TMF663.shoppingCart'), reads('TMF620.productOffering')],
  tickets: [reads('TMF621.troubleTicket')],
  'service-levels': [reads('TMF623.sla'), reads('TMF623.availabilityInterval')],
  interactions: [reads('TMF683.partyInteraction')],
};
