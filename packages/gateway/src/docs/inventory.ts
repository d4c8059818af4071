/** What is known of a part of the API beside its routes: OWASP API9, nothing stands open that nobody owns. */
export interface Noun {
  /** Heading in the document. */
  tag: string;
  description: string;
  /** Who answers for it at the operator's: a part of the house, not a person. */
  owner: 'identity' | 'billing' | 'ordering' | 'assurance' | 'customer' | 'platform';
  /** `stable`: changed only by adding. `new`: may still change before the next minor version. */
  stability: 'stable' | 'new';
  /** Version of the API that brought it. */
  since: string;
  /** Day (RFC 3339) from which it is answered no more; an old route never just lies about. */
  retires?: string;
}

/** Every noun of the API by the first step of its path. A test fails for a route whose noun is not here, or is past its day. */
export const nouns: Readonly<Record<string, Noun>> = {
  session: { tag: 'Session', description: 'Who is signed in, and how long still.', owner: 'identity', stability: 'stable', since: '1.0' },
  sessions: { tag: 'Session', description: 'Where the person is signed in, and how to end it.', owner: 'identity', stability: 'new', since: '1.0' },
  accounts: { tag: 'Accounts', description: 'Billing accounts and what is owed on each.', owner: 'billing', stability: 'stable', since: '1.0' },
  bills: { tag: 'Bills', description: 'Bills, their lines and taxes, on screen, on paper and as a table.', owner: 'billing', stability: 'stable', since: '1.0' },
  'interim-bills': { tag: 'Bills', description: 'Bills, their lines and taxes, on screen, on paper and as a table.', owner: 'billing', stability: 'new', since: '1.0' },
  disputes: { tag: 'Disputes', description: 'What a customer holds to be wrong on a bill, and what became of it.', owner: 'billing', stability: 'new', since: '1.0' },
  payments: { tag: 'Payments', description: 'What was paid, what is being paid, and paying.', owner: 'billing', stability: 'new', since: '1.0' },
  'payment-means': { tag: 'Payments', description: 'What was paid, what is being paid, and paying.', owner: 'billing', stability: 'new', since: '1.0' },
  balance: { tag: 'Accounts', description: 'Billing accounts and what is owed on each.', owner: 'billing', stability: 'new', since: '1.0' },
  running: { tag: 'Usage', description: 'What has been used and run up since the last bill.', owner: 'billing', stability: 'new', since: '1.0' },
  usage: { tag: 'Usage', description: 'What has been used and run up since the last bill.', owner: 'billing', stability: 'new', since: '1.0' },
  charges: { tag: 'Bills', description: 'Bills, their lines and taxes, on screen, on paper and as a table.', owner: 'billing', stability: 'new', since: '1.0' },
  spend: { tag: 'Spending', description: 'What was spent, month by month, by service, person, place, unit and kind.', owner: 'billing', stability: 'new', since: '1.0' },
  reports: { tag: 'Spending', description: 'What was spent, month by month, by service, person, place, unit and kind.', owner: 'billing', stability: 'new', since: '1.0' },
  orders: { tag: 'Orders', description: 'What was ordered and where each line stands.', owner: 'ordering', stability: 'stable', since: '1.0' },
  products: { tag: 'Products', description: 'What the customer has: lines, contracts, devices.', owner: 'customer', stability: 'stable', since: '1.0' },
  offers: { tag: 'Offers', description: 'What can be ordered, and what stands in the way.', owner: 'ordering', stability: 'stable', since: '1.0' },
  guide: { tag: 'Offers', description: 'What can be ordered, and what stands in the way.', owner: 'ordering', stability: 'stable', since: '1.0' },
  configuration: { tag: 'Offers', description: 'What can be ordered, and what stands in the way.', owner: 'ordering', stability: 'new', since: '1.0' },
  places: { tag: 'Places', description: 'Houses and flats that lines can go to, which of them reach a place, and who waits for one.', owner: 'ordering', stability: 'new', since: '1.0' },
  availability: { tag: 'Places', description: 'Houses and flats that lines can go to, which of them reach a place, and who waits for one.', owner: 'ordering', stability: 'new', since: '1.0' },
  cart: { tag: 'Cart', description: 'What is chosen and not yet ordered.', owner: 'ordering', stability: 'stable', since: '1.0' },
  carts: { tag: 'Cart', description: 'What is chosen and not yet ordered.', owner: 'ordering', stability: 'new', since: '1.0' },
  'shared-carts': { tag: 'Cart', description: 'What is chosen and not yet ordered.', owner: 'ordering', stability: 'new', since: '1.0' },
  checkout: { tag: 'Cart', description: 'What is chosen and not yet ordered.', owner: 'ordering', stability: 'new', since: '1.0' },
  quotes: { tag: 'Quotes', description: 'Prices that stand for a time, asked for before an order.', owner: 'ordering', stability: 'new', since: '1.0' },
  visitor: { tag: 'Visitors', description: 'People who have not signed in, and how they go on elsewhere.', owner: 'ordering', stability: 'new', since: '1.0' },
  tickets: { tag: 'Tickets', description: 'Troubles and requests, and what became of them.', owner: 'assurance', stability: 'stable', since: '1.0' },
  desk: { tag: 'Tickets', description: 'Troubles and requests, and what became of them.', owner: 'assurance', stability: 'new', since: '1.0' },
  'service-levels': { tag: 'Service levels', description: 'Availability promised and kept.', owner: 'assurance', stability: 'stable', since: '1.0' },
  incidents: { tag: 'Incidents', description: 'What is wrong in the network, as far as it hits services of the customer.', owner: 'assurance', stability: 'new', since: '1.0' },
  interactions: { tag: 'Interactions', description: 'Calls, visits and messages between customer and operator.', owner: 'customer', stability: 'stable', since: '1.0' },
  acting: { tag: 'Acting', description: 'Staff at work for a customer, with reason and consent.', owner: 'customer', stability: 'new', since: '1.0' },
  customers: { tag: 'Acting', description: 'Staff at work for a customer, with reason and consent.', owner: 'customer', stability: 'new', since: '1.0' },
  grants: { tag: 'Grants', description: 'What a person lets others see and do.', owner: 'customer', stability: 'new', since: '1.0' },
  capabilities: { tag: 'Capabilities', description: 'What of this API is offered here, and with which limits.', owner: 'platform', stability: 'new', since: '1.0' },
  'access-log': { tag: 'Access log', description: 'Who looked at or changed the customer’s data.', owner: 'platform', stability: 'new', since: '1.0' },
  events: { tag: 'Events', description: 'What changes, as it changes.', owner: 'platform', stability: 'stable', since: '1.0' },
};

export const nounOf = (path: string): Noun | undefined => nouns[path.split('/')[1] ?? ''];
