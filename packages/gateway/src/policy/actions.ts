import type { Bill, Persona, Product } from '@faceplate/contracts';

/**
 * What makes a resource somebody's: it names one of my parties, one of my accounts, me as the one who uses it, me
 * myself, or it is everybody's.
 */
export type Relation = 'party' | 'account' | 'user' | 'self' | 'everybody';

/** How a person must have proved who they are: at most so many seconds ago, and, where it is named, so strongly (OpenID Connect). */
export interface Proof {
  maxAge: number;
  acr?: string;
}

interface Rule {
  personas: readonly Persona[];
  relation: Relation;
  /** An agent who acts for a customer may do it too. */
  acting?: true;
  /** First-party sign-ins only: never from a page on another site, never with a host's token, never while acting for somebody. */
  sensitive?: true;
  proof?: Proof;
  /** Costs the account something: a granted limit counts. */
  spends?: true;
  /**
   * Who has not signed in may do it, too. `passing`: without anything being kept of them; `kept`: with a session of
   * their own, which the first change begins. Without it they are asked to sign in.
   */
  visitor?: 'passing' | 'kept';
  /** A program with a secret link of the person's may do it, too: what the calendar of planned work is made of, and no more. */
  link?: true;
}

const everyone = ['consumer', 'business', 'dealer', 'agent'] as const;
const buyers = ['consumer', 'business', 'dealer'] as const;
const staff = ['agent'] as const;

/** Proved anew; any provider can say it, and a stronger word of its own is mapped to it in the configuration. */
export const STRONG = 'urn:faceplate:fresh';
const fresh: Proof = { maxAge: 300 };
const freshAndStrong: Proof = { maxAge: 300, acr: STRONG };

/**
 * The function matrix: every action of the API, who may do it at all, on whose records, and how safely. What is not
 * here is denied; so is, while acting for a customer, what does not say `acting`.
 */
export const rules = {
  'session.read': { personas: everyone, relation: 'everybody', acting: true },
  'event.read': { personas: everyone, relation: 'party', acting: true, visitor: 'kept' },
  'account.read': { personas: everyone, relation: 'account', acting: true },
  // To have something billed to it; what is owed on it is another matter.
  'account.use': { personas: buyers, relation: 'account', acting: true, visitor: 'kept' },
  // What a bill is made of is the holder's to decide: not who pays, keeps the books or may look.
  'consolidation.change': { personas: buyers, relation: 'account', sensitive: true },
  'bill.read': { personas: everyone, relation: 'account', acting: true },
  'bill.detail': { personas: everyone, relation: 'account', acting: true },
  // A bill before its time: it is due like every other, so it is asked for by the owner, an admin, and staff with their consent; part of no grant.
  'bill.make': { personas: buyers, relation: 'account', acting: true },
  // What somebody keeps for themselves: nobody else's to change, whoever they act for.
  'report.read': { personas: buyers, relation: 'self', acting: true },
  'report.change': { personas: buyers, relation: 'self' },
  'dispute.read': { personas: everyone, relation: 'party', acting: true },
  // Holds money back in the owner's name: for the owner, an admin, and staff with their consent; part of no grant.
  'dispute.raise': { personas: buyers, relation: 'account', acting: true },
  // What was raised names its people, and need not name the account.
  'dispute.change': { personas: buyers, relation: 'party', acting: true },
  'usage.read': { personas: everyone, relation: 'user' },
  // Single uses, of a line whose user one is not: for the holder of its account. Not for who merely pays or keeps the books, nor for staff.
  'usage.detail': { personas: everyone, relation: 'account' },
  'order.read': { personas: everyone, relation: 'party', acting: true, visitor: 'kept' },
  'order.place': { personas: buyers, relation: 'account', acting: true, spends: true, visitor: 'kept' },
  // What was ordered answered, moved, changed or called off; the order names its people.
  'order.change': { personas: buyers, relation: 'party', acting: true, visitor: 'kept' },
  // A payment that came to nothing, begun anew. Who has signed in must be one who may pay, too; whoever sees orders alone is not.
  'order.pay': { personas: buyers, relation: 'account', spends: true, visitor: 'kept' },
  // Whoever has the code of an eSIM has the number: not for staff, nor for whom orders were merely granted.
  'order.activate': { personas: buyers, relation: 'party', sensitive: true },
  'product.read': { personas: everyone, relation: 'party', acting: true, link: true },
  'offer.read': { personas: everyone, relation: 'everybody', acting: true, visitor: 'passing' },
  // Whose name is down for what cannot be had yet; a visitor says where to write to.
  'interest.read': { personas: buyers, relation: 'party', acting: true, visitor: 'kept' },
  'interest.change': { personas: buyers, relation: 'party', acting: true, visitor: 'kept' },
  // What one uses is looked at for it: nobody else agrees to that, or sees what came of it.
  'recommendation.read': { personas: buyers, relation: 'self' },
  'recommendation.answer': { personas: buyers, relation: 'self' },
  'cart.read': { personas: buyers, relation: 'self', acting: true, visitor: 'kept' },
  'cart.change': { personas: buyers, relation: 'self', acting: true, visitor: 'kept' },
  'ticket.read': { personas: everyone, relation: 'party', acting: true },
  'ticket.raise': { personas: buyers, relation: 'party', acting: true },
  'ticket.note': { personas: buyers, relation: 'party', acting: true },
  // Amended, escalated, confirmed, opened again, rated; a visit for it.
  'ticket.change': { personas: buyers, relation: 'party', acting: true },
  // Whether a page of the knowledge helped, on a line of theirs.
  'answer.judge': { personas: buyers, relation: 'party', acting: true },
  // Looked at from afar, or restarted: whoever may report on it may.
  'line.test': { personas: buyers, relation: 'party', acting: true },
  'service-level.read': { personas: everyone, relation: 'party', acting: true, link: true },
  // Money for the account; whoever the promise was made to may ask for it.
  'service-level.claim': { personas: buyers, relation: 'party', acting: true },
  // Asked of the operator in a company's name: its admins', and staff's with their consent; part of no grant.
  'planned-work.object': { personas: ['business'], relation: 'party', acting: true },
  'freeze.change': { personas: ['business'], relation: 'party', acting: true },
  // Whoever has the link reads: it is made, and shown, to its person alone, on our own pages.
  'calendar-feed.read': { personas: buyers, relation: 'self', link: true },
  'calendar-feed.change': { personas: buyers, relation: 'self', sensitive: true },
  'interaction.read': { personas: everyone, relation: 'party', acting: true },

  'payment.read': { personas: everyone, relation: 'account', acting: true },
  'payment-means.read': { personas: buyers, relation: 'account', sensitive: true },
  // The provider's own challenge is the strong proof; one more of ours would make two of one tap.
  'payment.make': { personas: buyers, relation: 'account', sensitive: true, spends: true },
  'payee.change': { personas: buyers, relation: 'account', sensitive: true, proof: freshAndStrong },
  'sim.change': { personas: buyers, relation: 'party', sensitive: true, proof: freshAndStrong },
  'contact.change': { personas: buyers, relation: 'self', sensitive: true, proof: freshAndStrong },
  'session.end': { personas: everyone, relation: 'self', sensitive: true, proof: fresh },

  'grant.read': { personas: buyers, relation: 'self' },
  'grant.give': { personas: buyers, relation: 'self', sensitive: true, proof: fresh },
  'grant.end': { personas: buyers, relation: 'self', sensitive: true, proof: fresh },

  // What was done with one's data is nobody else's business: not an agent's either.
  'access-log.read': { personas: everyone, relation: 'self' },

  // A visitor's own going on elsewhere, or ending here; a person takes a visitor's cart along by it.
  'visitor.continue': { personas: buyers, relation: 'self', visitor: 'kept' },

  'customer.find': { personas: staff, relation: 'everybody', sensitive: true },
  'acting.begin': { personas: staff, relation: 'everybody', sensitive: true },
  'acting.end': { personas: everyone, relation: 'everybody', acting: true },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof rules;

/** The rule of an action; `undefined` for a word that is none, `constructor` included. */
export const ruleOf = (action: string): Rule | undefined => (Object.hasOwn(rules, action) ? rules[action as Action] : undefined);

/** Everything that reads or does something for customers; what one sees of oneself alone is not handed on. */
const bills = ['account.read', 'bill.read'] as const;
const orders = ['order.read', 'order.place', 'order.change', 'account.use', 'product.read'] as const;
const tickets = ['ticket.read', 'ticket.raise', 'ticket.note', 'ticket.change', 'line.test', 'product.read'] as const;
const products = ['product.read', 'service-level.read'] as const;

/** What can be granted, by the name a person chooses it by. Each may be granted to somebody who holds all of it. */
export const bundles = {
  bills,
  'bill-details': [...bills, 'bill.detail'],
  orders,
  products,
  tickets,
} as const satisfies Record<string, readonly Action[]>;

/** What a visitor may do is what the rules say of visitors. */
const visitors = (Object.keys(rules) as Action[]).filter((action) => ruleOf(action)?.visitor !== undefined);

/**
 * What each kind of tie lets one do with what it ties to: `'all'`, or these alone. `self` is the person's own; `visitor`
 * what somebody has who has not signed in, or had before; `payer` pays an account that somebody else owns; the rest are
 * roles within an organisation and flow down its tree.
 */
export const ties = {
  self: 'all',
  visitor: visitors,
  payer: [...bills, 'bill.detail', 'payment.read', 'payment.make', 'payment-means.read'],
  admin: 'all',
  dealer: ['event.read', ...bills, 'bill.detail', ...orders, 'order.activate', ...tickets, ...products, 'interaction.read'],
  buyer: ['event.read', ...orders, 'order.activate'],
  billing: [...bills, 'bill.detail', 'payment.read', 'payment.make', 'payment-means.read'],
  viewer: [...bills],
} as const satisfies Record<string, 'all' | readonly Action[]>;

export type TieName = keyof typeof ties;

/** Fields of an answer that leave only for who may also do what stands beside them, to that very record. */
export interface Guarded {
  /** Path in a record of the answer; `*` is each entry of a list. Only what the contract can do without. */
  fields: Readonly<Record<string, Action>>;
  /** Whose a record of the answer is. */
  of(record: object): { accountIds?: string[]; partyIds?: string[] };
}

/** The field matrix: what of an answer is not for everybody who may have the answer. */
export const guardedFields: Readonly<Partial<Record<Action, Guarded>>> = {
  // Who uses a line need not know on whose bill it stands.
  'product.read': {
    fields: { accountId: 'account.read' },
    of: ({ accountId }: Partial<Product>) => ({ accountIds: accountId === undefined ? [] : [accountId] }),
  },
  // Which number used how much, and when, is more than what a bill comes to.
  'bill.read': {
    fields: {
      'charges.*.service': 'bill.detail', 'charges.*.quantity': 'bill.detail', 'charges.*.period': 'bill.detail', 'charges.*.tiers': 'bill.detail',
      'charges.*.included': 'bill.detail', 'charges.*.days': 'bill.detail', 'charges.*.reason': 'bill.detail', 'charges.*.account': 'bill.detail',
    },
    of: ({ account }: Partial<Bill>) => ({ accountIds: account ? [account.id] : [] }),
  },
};
