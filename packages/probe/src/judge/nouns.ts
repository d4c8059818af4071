import { better, type Need, reads, writes } from './need.ts';

/** The nouns of the self-service API, and what each asks: this is what portlets are hidden or limited by. */
export const NOUNS: Readonly<Record<string, readonly Need[]>> = {
  accounts: [reads('TMF666.billingAccount')],
  bills: [reads('TMF678.customerBill'), better('Bills show their total and no lines.', 'TMF678.appliedCustomerBillingRate')],
  orders: [reads('TMF622.productOrder')],
  products: [reads('TMF637.product')],
  offers: [
    reads('TMF620.productOffering'),
    reads('TMF620.productOfferingPrice'),
    better('The shop asks no questions that lead to an offer.', 'TMF620.productSpecification'),
    better('Offers are not matched with what kind of customer this is.', 'TMF629.customer'),
  ],
  cart: [writes('TMF663.shoppingCart'), reads('TMF620.productOffering')],
  tickets: [reads('TMF621.troubleTicket')],
  'service-levels': [reads('TMF623.sla'), reads('TMF623.availabilityInterval')],
  interactions: [reads('TMF683.partyInteraction')],
};
