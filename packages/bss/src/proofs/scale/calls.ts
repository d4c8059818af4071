import { definitionOf } from '../../definitions/definitions.ts';

/** Whose rows are asked for. */
export interface Somebody {
  /** The person, and the organisations they answer for. */
  parties: readonly string[];
  accounts: readonly string[];
  bill: string;
}

/** A list as the gateway asks for it on behalf of a customer. */
export interface ListCall {
  name: string;
  path(who: Somebody): string;
}

const asked = (resource: string, query: string): string => `${definitionOf(resource).path}?${query}&offset=0&limit=500`;

const call = (resource: string, filter: string, valuesOf: (who: Somebody) => readonly string[], more = ''): ListCall => ({
  name: `${resource}?${filter}${more}`,
  path: (who) => asked(resource, `${filter}=${valuesOf(who).join(',')}${more}`),
});

const byParty = (resource: string, more = ''): ListCall => call(resource, 'relatedParty.id', ({ parties }) => parties, more);
const bySelf = (resource: string): ListCall => call(resource, 'engagedParty.id', ({ parties }) => parties.slice(0, 1));
const whole = (resource: string, query = ''): ListCall => ({ name: `${resource}${query && `?${query}`}`, path: () => asked(resource, query) });

/** Every list that the gateway asks the BSS for, with its filters and its order (packages/gateway/src, the backends and scope.ts). */
export const listCalls: readonly ListCall[] = [
  bySelf('partyRole'),
  bySelf('customer'),
  byParty('billingAccount'),
  call('billingAccount', 'id', ({ accounts }) => accounts),
  call('customerBill', 'billingAccount.id', ({ accounts }) => accounts, '&sort=-billDate'),
  call('appliedCustomerBillingRate', 'bill.id', ({ bill }) => [bill]),
  byParty('product'),
  byParty('productOrder', '&sort=-orderDate'),
  byParty('productOrder', '&externalId=none-of-them'),
  byParty('troubleTicket', '&sort=-lastUpdate'),
  byParty('troubleTicket', '&externalId=none-of-them'),
  byParty('sla'),
  byParty('availabilityInterval', '&sort=-validFor.startDateTime'),
  byParty('partyInteraction', '&sort=-interactionDate.startDateTime'),
  byParty('shoppingCart'),
  whole('productOffering'),
  whole('productOfferingPrice'),
  whole('productSpecification', 'name=Guided%20selling'),
];
