import { better, changes, type Need, reads, writes } from './need.ts';

/** A row of the feature list. */
export interface Feature {
  readonly id: string;
  readonly name: string;
  /** Faceplate does it today; the others say what this landscape would carry. */
  readonly now: boolean;
  readonly needs: readonly Need[];
}

const now = (id: string, name: string, ...needs: Need[]): Feature => ({ id, name, now: true, needs });
const later = (id: string, name: string, ...needs: Need[]): Feature => ({ id, name, now: false, needs });

const people = [reads('TMF632.individual'), reads('TMF669.partyRole'), reads('TMF666.billingAccount')];
const bills = reads('TMF678.customerBill');
const lines = reads('TMF678.appliedCustomerBillingRate');
const orders = reads('TMF622.productOrder');
const products = reads('TMF637.product');
const offers = reads('TMF620.productOffering');
const prices = reads('TMF620.productOfferingPrice');
const tickets = reads('TMF621.troubleTicket');
const sla = reads('TMF623.sla');
const uptime = reads('TMF623.availabilityInterval');
const companies = reads('TMF632.organization');
const noLines = better('Only the total is shown, no lines.', 'TMF678.appliedCustomerBillingRate');
const noAccount = better('Balances of the account are not shown.', 'TMF666.billingAccount');
const noProducts = better('It is not known what the customer already has.', 'TMF637.product');
const usage = reads('TMF635.usage', 'TMF677.queryUsageConsumption', 'TMF654.bucket');

const platform: readonly Feature[] = [
  now('P06', 'Signing in knows the person, their company and their accounts', ...people, better('What one person grants another is not known.', 'TMF672.permission')),
  now('P07', 'Everybody sees their own data alone', ...people),
  later('P08', 'Changes show without a reload', reads('events.hub')),
  now('P09', 'Private, business and dealer customers in one portal', ...people, better('Companies and their branches are not told apart.', 'TMF632.organization')),
  later('P10', 'Mobile, fixed and TV lines side by side', products),
  now('P11', 'Several systems behind one page', reads('TMF666.billingAccount'), bills),
  now('P12', 'A payment can be followed from order to ledger', reads('TMF676.payment'), bills, orders),
  later('P16', 'An agent takes over where the customer stopped', ...people, reads('TMF683.partyInteraction')),
  now('P17', 'A new kind of product sells without a release', offers, prices, { ...writes('TMF760.queryProductConfiguration'), lacking: 'Options of a product are not configurable.' }),
  later('P19', 'Staff use the same pages as customers', ...people),
];

const fulfilment: readonly Feature[] = [
  now('F01', 'Browse what is sold', offers, prices),
  now('F02', 'Guided selling with a few questions', offers, prices, better('No questions lead to an offer; the list is there.', 'TMF620.productSpecification')),
  now('F03', 'A cart that becomes an order', offers, prices, writes('TMF663.shoppingCart'), writes('TMF622.productOrder')),
  now('F04', 'Can it be had at this address', writes('TMF645.checkServiceQualification'), better('Addresses are typed by hand.', 'TMF673.geographicAddress')),
  now('F05', 'May this customer have it, and why not', offers, reads('TMF629.customer'), noProducts),
  now('F06', 'Does it fit what is owned already', offers, products),
  now('F07', 'A quote for a price', writes('TMF648.quote')),
  now('F08', 'Where an order stands, line by line', orders),
  now('F09', 'Pay while ordering', writes('TMF676.payment'), better('Stored ways of paying are not offered.', 'TMF670.paymentMethod')),
  now('F10', 'Choose the day of the installation', reads('TMF646.appointment'), writes('TMF646.searchTimeSlot')),
  now('F11', 'Choose a service level', reads('TMF657.serviceLevelObjective')),
  now('F12', 'A visitor becomes a customer', writes('TMF632.individual'), writes('TMF629.customer'), writes('TMF666.billingAccount')),
  now('F13', 'See and look after what one has', products),
  later('F14', 'Change the plan, with the price beforehand', products, offers, prices, writes('TMF622.productOrder')),
  later('F15', 'Choose which messages one gets', reads('TMF681.communicationMessage')),
  now('F16', 'Help articles', reads('TMF667.document')),
  later('F17', 'Reach an agent, with the context', reads('TMF683.partyInteraction')),
  now('F18', 'Reports on orders and service levels', orders, better('Orders alone are reported, no service levels.', 'TMF623.sla')),
  now('F19', 'Several products in one order', offers, writes('TMF622.productOrder')),
  now('F20', 'Answer what an order waits for', changes('TMF622.productOrder')),
  now('F21', 'From order to active without a hand', orders, reads('TMF638.service')),
  later('F22', 'Numbers, SIM cards, devices', products, reads('TMF639.resource')),
];

const corporate: readonly Feature[] = [
  later('C01', 'Order many at once', offers, writes('TMF622.productOrder')),
  later('C02', 'Order along the company’s tree', companies, writes('TMF622.productOrder'), better('Sites are not known, addresses are typed.', 'TMF674.geographicSite')),
  later('C03', 'Change many lines at once', products, writes('TMF622.productOrder')),
  later('C04', 'Who may order what', companies, reads('TMF672.permission')),
  later('C05', 'Approvals', reads('TMF701.processFlow')),
  later('C06', 'Stock of devices and SIM cards', reads('TMF639.resource')),
  later('C07', 'Users and their roles', companies, reads('TMF669.partyRole'), reads('TMF672.userRole')),
  later('C08', 'Contacts of a company', companies),
  now('C09', 'Tickets for a branch or many sites', companies, writes('TMF621.troubleTicket')),
  later('C10', 'Approval of requests', reads('TMF701.processFlow'), tickets),
];

const assurance: readonly Feature[] = [
  now('A01', 'One desk for every kind of trouble', tickets),
  now('A02', 'Promised and kept service levels', sla, uptime),
  now('A03', 'What is left of a service level', sla, uptime),
  now('A04', 'Current and past tickets', tickets),
  later('A05', 'One reference for a request through all systems', tickets, orders),
  now('A06', 'Requests for a change', writes('TMF621.troubleTicket')),
  later('A07', 'Trouble seen before it is felt', reads('TMF638.service'), reads('TMF681.communicationMessage')),
  later('A08', 'Reports on tickets and service levels', sla, uptime, tickets),
  now('A09', 'Report trouble', writes('TMF621.troubleTicket'), noProducts),
  now('A10', 'Add to a ticket', changes('TMF621.troubleTicket')),
  now('A11', 'Close and reopen a ticket', changes('TMF621.troubleTicket')),
  later('A12', 'Register for online services', ...people),
  later('A13', 'Keep one’s own data right', changes('TMF632.individual')),
  later('A14', 'Address book', reads('TMF673.geographicAddress')),
  later('A15', 'Share an account with others', reads('TMF672.permission'), reads('TMF669.partyRole')),
  now('A16', 'Known outages', reads('TMF656.serviceProblem')),
  now('A17', 'Test one’s own line', writes('TMF653.serviceTest')),
  now('A18', 'Trouble is reported for one’s own products only', products),
  now('A19', 'Escalate a ticket', changes('TMF621.troubleTicket')),
  now('A20', 'Credit for a service level that was missed', reads('TMF623.slaViolation'), lines),
  now('A21', 'A visit for a repair', reads('TMF646.appointment'), writes('TMF646.searchTimeSlot')),
  now('A22', 'Calendar of planned work', reads('TMF656.serviceProblem', 'TMF623.availabilityInterval')),
];

const billing: readonly Feature[] = [
  now('B01', 'All bills in one place', bills, noAccount),
  now('B02', 'What is owed right now', reads('TMF666.billingAccount'), bills),
  now('B03', 'Pay bills', bills, writes('TMF676.payment')),
  now('B04', 'Dispute a line', bills, lines, writes('TMF621.troubleTicket')),
  now('B05', 'Ask for an adjustment', bills, writes('TMF621.troubleTicket')),
  later('B06', 'Ask for a higher credit limit', reads('TMF666.billingAccount'), writes('TMF621.troubleTicket')),
  now('B07', 'Offers that would have cost less', writes('TMF680.queryProductRecommendation'), usage),
  later('B08', 'Accounts of several billing systems', reads('TMF666.billingAccount')),
  now('B09', 'One bill for several accounts, where the operator’s billing heeds it', bills, lines, changes('TMF666.billingAccount')),
  now('B10', 'Reports over own bills', bills, lines),
  later('B11', 'How close a block is, and the ways out', reads('TMF666.billingAccount')),
  now('B12', 'The bill as a paper', bills, noLines),
  now('B13', 'Every charge of a bill', bills, lines),
  now('B14', 'Charges not billed yet', lines, reads('TMF666.billingAccount')),
  now('B15', 'Usage, summed and in detail', usage, better('What is left of an allowance is not known.', 'TMF677.queryUsageConsumption', 'TMF654.bucket')),
  now('B16', 'A bill, a statement or a letter when one needs it', bills, reads('TMF666.billingAccount'), reads('TMF676.payment'), { ...writes('TMF678.customerBillOnDemand'), lacking: 'No bill is made before its time.' }),
  later('B17', 'Prepaid balance and top-up', reads('TMF654.bucket'), writes('TMF654.topupBalance')),
  later('B18', 'How bills are sent', reads('TMF666.billingAccount'), better('Only what is set today is shown, no choice.', 'TMF666.billPresentationMedia')),
  later('B19', 'Ways of paying, and paying by itself', writes('TMF670.paymentMethod')),
  later('B20', 'Pay by instalments', reads('TMF666.billingAccount'), writes('TMF676.payment')),
  later('B21', 'Costs by branch and cost centre', bills, lines, companies),
  now('B22', 'Bills as files for accounting', bills, lines),
  now('B23', 'Why this bill is higher', bills, lines, better('Without products, what changed has no event to name.', 'TMF637.product')),
];

const customer: readonly Feature[] = [
  later('K01', 'The customer at a glance', reads('TMF717.customer360', 'TMF629.customer')),
  later('K02', 'Customer data in every channel', reads('TMF629.customer'), reads('TMF632.individual')),
  later('K03', 'Name, address, contact', changes('TMF632.individual')),
  later('K04', 'The company’s tree', companies),
  now('K05', 'Products one has', products),
  now('K06', 'Past and current orders', orders),
  now('K07', 'Past and current tickets', tickets),
  now('K08', 'Every contact with the operator', reads('TMF683.partyInteraction')),
  later('K09', 'Proof of the relationship', ...people),
  later('K10', 'Contacts are logged once', writes('TMF683.partyInteraction')),
  later('K13', 'Contract and loyalty', reads('TMF651.agreement')),
  later('K18', 'Register a new customer', writes('TMF632.individual'), writes('TMF629.customer')),
  later('K19', 'Partners serve their own customers', reads('TMF669.partyRole'), companies),
  now('K20', 'What would suit as well', writes('TMF680.queryProductRecommendation')),
];

const advice: readonly Feature[] = [
  now('S01', 'Find out what is needed', offers, better('No questions lead to an offer.', 'TMF620.productSpecification')),
  now('S03', 'Match wishes with offers', offers, prices),
  now('S04', 'Put options together', offers, writes('TMF760.queryProductConfiguration')),
  later('S06', 'Negotiate terms', writes('TMF648.quote'), reads('TMF651.agreement')),
  now('S07', 'The catalogue leads the selling', offers, reads('TMF620.productSpecification')),
  later('S08', 'Work on a basket together', writes('TMF663.shoppingCart')),
  now('S09', 'Compare offers', offers, prices),
  now('S10', 'What it would cost by one’s own usage', prices, usage),
];

/** Every row that stands or falls with what is behind the gateway. */
export const FEATURES: readonly Feature[] = [...platform, ...fulfilment, ...corporate, ...assurance, ...billing, ...customer, ...advice];

const GROUPS: Readonly<Record<string, string>> = {
  P: 'Platform',
  F: 'Ordering',
  C: 'Companies',
  A: 'Service',
  B: 'Billing',
  K: 'Customer',
  S: 'Advice',
};

export const groupOf = (id: string): string => GROUPS[id.slice(0, 1)] ?? '';
