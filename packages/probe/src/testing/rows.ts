import type { Row } from '../wire/answer.ts';

const HOST = 'https://bss.rude.example';
const moment = (day: number): string => `2026-10-${String((day % 28) + 1).padStart(2, '0')}T09:30:00.000+02:00`;
const party = (index: number) => `party-${index % 3}`;
const account = (index: number) => ({ id: `acc-${index % 3}`, name: 'Household' });

/** Rows that Faceplate could show, said the way servers say things: offsets in dates, https in links of an http server. */
const MAKERS: Readonly<Record<string, (index: number) => Row>> = {
  productOffering: () => ({ name: 'Fibre 500', lastUpdate: moment(1), lifecycleStatus: 'Active' }),
  productOfferingPrice: () => ({ name: 'Monthly', priceType: 'recurring', lifecycleStatus: 'Active', price: { unit: 'EUR', value: 39.9 } }),
  productSpecification: () => ({ name: 'Fibre', lifecycleStatus: 'Active' }),
  troubleTicket: (index) => ({ status: 'inProgress', creationDate: moment(index), description: 'No signal', severity: 'Major', ticketType: 'incident' }),
  productOrder: (index) => ({ state: 'inProgress', orderDate: moment(index), productOrderItem: [{ id: '1', action: 'add' }] }),
  customer: (index) => ({ name: 'Customer', '@type': 'Customer', engagedParty: { id: party(index) } }),
  product: (index) => ({ name: 'Line', status: 'active', billingAccount: account(index), productOffering: { id: 'o' }, productPrice: [{ price: { taxIncludedAmount: { unit: 'EUR', value: 9 } } }] }),
  billingAccount: () => ({ name: 'Household', accountBalance: [{ amount: { unit: 'EUR', value: 12 }, balanceType: 'due' }] }),
  partyRole: (index) => ({ name: 'member', engagedParty: { id: party(index) } }),
  customerBill: (index) => ({ billDate: moment(index), paymentDueDate: moment(index + 14), state: 'sent', taxIncludedAmount: { unit: 'EUR', value: 40 }, billingAccount: account(index), billDocument: [{}] }),
  appliedCustomerBillingRate: (index) => ({ bill: { id: `row-${index}` }, isBilled: true, taxExcludedAmount: { unit: 'EUR', value: 33 } }),
  partyInteraction: (index) => ({ reason: 'Question', creationDate: moment(index), channel: [{ name: 'Phone' }], direction: 'inbound' }),
  payment: (index) => ({ account: account(index), totalAmount: { unit: 'EUR', value: 40 }, paymentMethod: { id: 'm' } }),
  appointment: (index) => ({ status: 'confirmed', validFor: { startDateTime: moment(index) } }),
  paymentMethod: () => ({ name: 'Card', '@type': 'tokenizedCard' }),
  quote: () => ({ state: 'inProgress', quoteItem: [{}] }),
  geographicSite: () => ({ name: 'Office' }),
  communicationMessage: () => ({ content: 'Hello', messageType: 'SMS', receiver: [{ id: 'party-0' }], sender: { id: 'us' } }),
  serviceProblem: () => ({ status: 'inProgress', category: 'network', description: 'Cut', priority: 1 }),
};

/** `many` rows of a resource, each naming one of three parties the way v4 does. */
export const rowsFor = (resource: string, many: number): Row[] =>
  Array.from({ length: many }, (_, index) => ({
    id: `row-${index}`,
    href: `${HOST}/${resource}/row-${index}`,
    relatedParty: [{ id: party(index), role: 'owner', '@referredType': 'Individual' }],
    ...MAKERS[resource]?.(index),
  }));

/** The same as v5 words it. */
export const inV5 = (rows: readonly Row[]): Row[] =>
  rows.map((row) => {
    const parties = row['relatedParty'] as { id: string; role: string }[];
    return { ...row, '@type': 'Thing', relatedParty: parties.map(({ id, role }) => ({ '@type': 'R', role, partyOrPartyRole: { '@type': 'PartyRef', id } })) };
  });
