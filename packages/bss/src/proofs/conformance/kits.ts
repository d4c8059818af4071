import type { JsonObject } from '../../surface/body.ts';

/** What TM Forum's public kits send to one resource of v4 and look for in what comes back, in our own words. */
export interface KitRow {
  readonly resource: string;
  /** Bodies that a create must take; none where the kit only reads. */
  readonly sends: readonly JsonObject[];
  /** What the answer and every row of the list must carry. */
  readonly carries: readonly string[];
  /** A change the kit makes. */
  readonly patches?: JsonObject;
  /** Creates that must be refused with 400, as the kits of release 18 have it. */
  readonly refuses?: readonly JsonObject[];
}

const party = [{ id: '1', role: 'customer', '@referredType': 'Individual' }];
const identity = ['href', 'id'];
const catalogue = [...identity, 'lastUpdate', 'lifecycleStatus', 'name'];
const named = (resource: string, more: JsonObject = {}, carries: readonly string[] = []): KitRow => ({
  resource,
  sends: [{ name: `a ${resource}`, ...more }],
  carries: [...identity, 'name', ...carries],
  patches: { name: `another ${resource}` },
  refuses: [{}],
});

const catalog: readonly KitRow[] = [
  { resource: 'catalog', sends: [{ name: 'Summer' }], carries: catalogue, patches: { name: 'Autumn' } },
  { resource: 'category', sends: [{ name: 'Internet' }], carries: catalogue, patches: { name: 'At home' } },
  { resource: 'productSpecification', sends: [{ name: 'Fibre' }], carries: catalogue, patches: { name: 'Glass fibre' } },
  { resource: 'productOffering', sends: [{ name: 'Fibre 500' }], carries: catalogue, patches: { name: 'Fibre 600' } },
  {
    resource: 'productOfferingPrice',
    sends: [{ name: 'Monthly', isBundle: false, priceType: 'recurring' }, { name: 'Set-up', isBundle: true, priceType: 'oneTime' }],
    carries: [...catalogue, 'priceType', 'isBundle'],
    patches: { name: 'Each month' },
  },
  { resource: 'importJob', sends: [{ url: 'https://files.example/offers.json' }], carries: [...identity, 'url', 'status'] },
  { resource: 'exportJob', sends: [{ url: 'https://files.example/out.json' }], carries: [...identity, 'url', 'status'] },
];

const ticket = { description: 'No signal', severity: 'Minor', ticketType: 'incident' };
const order = { productOrderItem: [{ id: '100', action: 'add' }, { id: '200', action: 'add' }], relatedParty: party };

const care: readonly KitRow[] = [
  {
    resource: 'troubleTicket',
    sends: [ticket, { ...ticket, externalId: 'T-1', note: [{ text: 'Since noon' }], relatedParty: party }],
    carries: [...identity, ...Object.keys(ticket), 'status', 'creationDate', 'lastUpdate'],
    patches: { description: 'No signal at all' },
    refuses: [{}, { severity: 'Minor', ticketType: 'incident' }, { ...ticket, note: { text: 'not a list' } }],
  },
  { resource: 'productOrder', sends: [order], carries: [...identity, 'productOrderItem', 'orderDate', 'relatedParty', 'state'], patches: { description: 'in a hurry' } },
  { resource: 'partyInteraction', sends: [{ channel: [{ id: '1', name: 'web' }], direction: 'inbound', reason: 'A question' }], carries: [...identity, 'channel', 'direction', 'reason'], patches: { description: 'About a bill' } },
  {
    resource: 'communicationMessage',
    sends: [{ content: 'Hello', messageType: 'SMS', receiver: [{}], sender: {} }, { content: 'Hi', messageType: 'Email', receiver: [{ id: '1' }], sender: { id: '2' } }],
    carries: [...identity, 'content', 'messageType', 'receiver', 'sender'],
    patches: { description: 'A greeting' },
  },
  { resource: 'shoppingCart', sends: [{}], carries: identity, patches: { contactMedium: [] } },
];

const customer: readonly KitRow[] = [
  { resource: 'customer', sends: [{ name: 'Ada Brandt', engagedParty: { id: '1', '@referredType': 'Individual' } }], carries: [...identity, 'engagedParty', '@type', 'name'], patches: { status: 'approved' }, refuses: [{}, { name: 'Ada Brandt' }] },
  { resource: 'individual', sends: [{ familyName: 'Brandt', givenName: 'Ada' }], carries: [...identity, 'familyName', 'givenName'], patches: { familyName: 'Brandt-Lee' }, refuses: [{}, { givenName: 'Ada' }] },
  { resource: 'organization', sends: [{ tradingName: 'Nordlicht' }], carries: [...identity, 'tradingName'], patches: { tradingName: 'Nordlicht AG' }, refuses: [{}] },
  named('partyRole', { roleType: {} }, ['roleType']),
];

const accounts: readonly KitRow[] = [
  ...['partyAccount', 'billingAccount', 'settlementAccount'].map((resource) => named(resource, { relatedParty: party }, ['relatedParty'])),
  ...['financialAccount', 'billFormat', 'billPresentationMedia', 'billingCycleSpecification'].map((resource) => named(resource)),
];

const amount = { amount: 5, units: 'GB' };
const balance = (resource: string): KitRow => ({ resource, sends: [{ amount, usageType: 'data' }], carries: [...identity, 'status', 'usageType', 'amount'] });

const money: readonly KitRow[] = [
  { resource: 'payment', sends: [{ account: { id: '1' }, paymentMethod: {}, totalAmount: {} }], carries: [...identity, 'account', 'paymentMethod', 'totalAmount'] },
  { resource: 'usage', sends: [{ usageSpecification: { id: '1' } }], carries: [...identity, 'usageSpecification'], patches: { description: 'A call' } },
  { resource: 'usageSpecification', sends: [{ name: 'Voice' }], carries: [...identity, 'name'], patches: { name: 'Calls' } },
  { resource: 'customerBill', sends: [], carries: identity, patches: { state: 'onHold' } },
  { resource: 'customerBillOnDemand', sends: [{ billingAccount: { id: '1' } }], carries: identity },
  { resource: 'appliedCustomerBillingRate', sends: [], carries: [...identity, 'isBilled'] },
  ...['topupBalance', 'adjustBalance', 'reserveBalance'].map(balance),
];

const places: readonly KitRow[] = [
  {
    resource: 'product',
    sends: [],
    carries: [...identity, 'billingAccount', 'productCharacteristic', 'productOffering', 'productPrice', 'relatedParty', 'status'],
  },
  { resource: 'geographicSite', sends: [{}, { name: 'Head office' }], carries: identity, patches: { name: 'Branch' } },
];

export const KITS: readonly KitRow[] = [...catalog, ...care, ...customer, ...accounts, ...money, ...places];
