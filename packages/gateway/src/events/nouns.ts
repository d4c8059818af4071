import type { Change, Noun } from '@faceplate/contracts';
import type { StoredChange } from '../options.ts';
import type { Action } from '../policy/actions.ts';

interface Meaning {
  noun: Noun;
  /** What one must be allowed to do to hear of it. */
  action: Action;
}
const personal = (noun: Noun): Meaning => ({ noun, action: 'event.read' });

/** TM Forum's word → ours. A resource that is not here concerns no customer and is never told. */
const meanings: Readonly<Record<string, Meaning>> = {
  billingAccount: personal('accounts'),
  customerBill: personal('bills'),
  productOrder: personal('orders'),
  product: personal('products'),
  productOffering: { noun: 'offers', action: 'offer.read' },
  shoppingCart: personal('cart'),
  troubleTicket: personal('tickets'),
  sla: personal('service-levels'),
  slaViolation: personal('service-levels'),
  availabilityInterval: personal('service-levels'),
  serviceProblem: personal('service-levels'),
  partyInteraction: personal('interactions'),
};

export const meaningOf = (resource: string): Meaning | undefined =>
  Object.hasOwn(meanings, resource) ? meanings[resource] : undefined;

/** What a customer's page is told: that something of a noun changed, never what. */
export const changeOf = ({ id, eventTime }: StoredChange, noun: Noun): Change => ({ noun, id, at: eventTime });
