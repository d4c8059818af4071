import type { TmfApi } from '../options.ts';
import type { Action } from '../policy/actions.ts';

/**
 * What it takes to see a record of each API. Not the route's own action: what a customer has is read for the offers
 * too, and those are everybody's.
 */
const SEEN_BY: Readonly<Partial<Record<TmfApi, Action>>> = {
  // Whoever sees what troubles a line sees what a test of it has found.
  TMF653: 'ticket.read',
  TMF621: 'ticket.read',
  TMF623: 'service-level.read',
  TMF629: 'product.read',
  TMF635: 'usage.read',
  TMF637: 'product.read',
  // Whoever sees an order sees when somebody comes for it.
  TMF646: 'order.read',
  // A quote is an order before its time.
  TMF648: 'order.read',
  TMF622: 'order.read',
  TMF654: 'usage.read',
  TMF663: 'cart.read',
  TMF666: 'account.read',
  TMF670: 'payment-means.read',
  TMF676: 'bill.read',
  TMF678: 'bill.read',
  TMF683: 'interaction.read',
};

/** Nothing may be read that no action names. */
export function demandNamed(api: TmfApi): Action {
  const action = SEEN_BY[api];
  if (!action) throw new TypeError(`${api} has no owners`);
  return action;
}

const BY_ACTION: ReadonlyMap<Action, TmfApi> = new Map([
  ['offer.read', 'TMF620'],
  // Where one right opens two APIs, the one it is named after comes last, and counts.
  ...Object.entries(SEEN_BY).map(([api, action]): [Action, TmfApi] => [action, api as TmfApi]),
]);

/** The API that an action's records come from, where it reads records at all. */
export const apiSeenBy = (action: Action): TmfApi | undefined => BY_ACTION.get(action);
