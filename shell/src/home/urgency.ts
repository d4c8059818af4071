import '@faceplate/client/nouns/accounts.js';
import '@faceplate/client/nouns/orders.js';
import '@faceplate/client/nouns/tickets.js';
import type { FaceplateClient } from '@faceplate/client';
import type { Account, OrderSummary, TicketSummary } from '@faceplate/contracts';

export interface Situation {
  readonly accounts?: readonly Pick<Account, 'balances'>[];
  readonly orders?: readonly Pick<OrderSummary, 'stage' | 'late'>[];
  readonly tickets?: readonly Pick<TicketSummary, 'status'>[];
}

/** How much a portlet needs the customer: 3 money is overdue, 2 we wait for them, 1 worth a look, 0 nothing. */
type Urgency = 0 | 1 | 2 | 3;

type Judge = (situation: Situation) => Urgency;

const owing: Judge = ({ accounts = [] }) => {
  if (accounts.some(({ balances }) => balances.overdue.amount > 0)) return 3;
  return accounts.some(({ balances }) => balances.due.amount > 0) ? 1 : 0;
};

const judges: Readonly<Record<string, Judge>> = {
  'bill-viewer': owing,
  'payment-center': owing,
  'order-tracker': ({ orders = [] }) => {
    if (orders.some(({ stage }) => stage === 'waiting-for-you')) return 2;
    return orders.some(({ late, stage }) => late && stage !== 'done' && stage !== 'cancelled') ? 1 : 0;
  },
  'ticket-raiser': ({ tickets = [] }) => (tickets.some(({ status }) => status === 'waiting-for-you') ? 2 : 0),
};

/** What needs the customer comes first; the rest keeps the order of the layout. */
export function byUrgency<P extends { readonly name: string }>(portlets: readonly P[], situation: Situation): P[] {
  const urgency = ({ name }: P) => judges[name]?.(situation) ?? 0;
  return portlets.toSorted((one, other) => urgency(other) - urgency(one));
}

type Source = Pick<FaceplateClient, 'accounts' | 'orders' | 'tickets'>;

/** Reads what the order depends on. The cards ask the same, so it costs no call more; what does not come in time is left out. */
export async function readSituation(client: Source, within: AbortSignal): Promise<Situation> {
  const options = { signal: within };
  const [accounts, orders, tickets] = await Promise.allSettled([client.accounts.list(options), client.orders.list(options), client.tickets.list(options)]);
  return {
    ...(accounts.status === 'fulfilled' && { accounts: accounts.value.items }),
    ...(orders.status === 'fulfilled' && { orders: orders.value.items }),
    ...(tickets.status === 'fulfilled' && { tickets: tickets.value.items }),
  };
}
