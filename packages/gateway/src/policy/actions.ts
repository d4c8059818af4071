import type { Persona } from '@faceplate/contracts';

/** What makes a resource somebody's: it names one of my parties, one of my accounts, or it is everybody's. */
export type Relation = 'party' | 'account' | 'everybody';

interface Rule {
  personas: readonly Persona[];
  relation: Relation;
}

const everyone = ['consumer', 'business', 'dealer', 'agent'] as const;
const buyers = ['consumer', 'business', 'dealer'] as const;

/**
 * Every action of the API, who may do it at all, and on what. What is not here is denied.
 *
 * An agent reads and raises tickets but does not order: acting for a customer
 * needs consent and an audit trail, which is a mode of its own.
 */
export const rules = {
  'session.read': { personas: everyone, relation: 'everybody' },
  'event.read': { personas: everyone, relation: 'party' },
  'account.read': { personas: everyone, relation: 'account' },
  'bill.read': { personas: everyone, relation: 'account' },
  'order.read': { personas: everyone, relation: 'party' },
  'order.place': { personas: buyers, relation: 'account' },
  'product.read': { personas: everyone, relation: 'party' },
  'offer.read': { personas: everyone, relation: 'everybody' },
  'cart.read': { personas: buyers, relation: 'party' },
  'cart.change': { personas: buyers, relation: 'party' },
  'ticket.read': { personas: everyone, relation: 'party' },
  'ticket.raise': { personas: everyone, relation: 'party' },
  'ticket.note': { personas: everyone, relation: 'party' },
  'service-level.read': { personas: everyone, relation: 'party' },
  'interaction.read': { personas: everyone, relation: 'party' },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof rules;
