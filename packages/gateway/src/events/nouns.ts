import type { Change, Noun } from '@faceplate/contracts';
import type { StoredChange } from '../options.ts';
import type { Action } from '../policy/actions.ts';

interface Meaning {
  noun: Noun;
  /** What one must be allowed to do to the record to hear of it. */
  action: Action;
}

/** TM Forum's word → ours. A resource that is not here concerns no customer and is never told. */
const meanings: Readonly<Record<string, Meaning>> = {
  billingAccount: { noun: 'accounts', action: 'account.read' },
  customerBill: { noun: 'bills', action: 'bill.read' },
  // One asked for before its time: that it is there, or that there is none.
  customerBillOnDemand: { noun: 'bills', action: 'bill.read' },
  payment: { noun: 'payments', action: 'payment.read' },
  savedReport: { noun: 'reports', action: 'report.read' },
  productOrder: { noun: 'orders', action: 'order.read' },
  product: { noun: 'products', action: 'product.read' },
  productOffering: { noun: 'offers', action: 'offer.read' },
  shoppingCart: { noun: 'cart', action: 'cart.read' },
  troubleTicket: { noun: 'tickets', action: 'ticket.read' },
  // A test of a line that ends.
  serviceTest: { noun: 'tickets', action: 'ticket.read' },
  sla: { noun: 'service-levels', action: 'service-level.read' },
  slaViolation: { noun: 'service-levels', action: 'service-level.read' },
  availabilityInterval: { noun: 'service-levels', action: 'service-level.read' },
  serviceProblem: { noun: 'service-levels', action: 'service-level.read' },
  partyInteraction: { noun: 'interactions', action: 'interaction.read' },
};

export const meaningOf = (resource: string): Meaning | undefined =>
  Object.hasOwn(meanings, resource) ? meanings[resource] : undefined;

/** What rights follow from: when one of these changes, whoever it names is asked about anew before anything more is told. */
export const RIGHTS: ReadonlySet<string> = new Set(['partyRole', 'organization', 'permission']);

/** What a customer's page is told: that something of a noun changed, never what. */
export const changeOf = ({ id, eventTime }: StoredChange, noun: Noun): Change => ({ noun, id, at: eventTime });
