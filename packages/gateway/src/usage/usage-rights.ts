import type { Facts } from '../policy/decide.ts';
import type { Call } from '../routing/route.ts';
import { byAccount, byParty, type OwnRows, ownRows } from '../tmf/owned.ts';

type Allows = Pick<Call, 'allows'>;

/**
 * Who may see single uses: when, with whom, from where. That is the user's own business (secrecy of
 * telecommunications), and the account holder's, who is answerable for the line; not of who merely pays for it, keeps
 * the books, or acts for the customer.
 */
export const maySeeUses = ({ allows }: Allows, facts: Facts): boolean => allows(facts, 'usage.read') || allows(facts, 'usage.detail');

const MOST_PRODUCTS = 2_000;

/**
 * The products whose meters the caller may see, how much a line uses day by day: those they use, and those on accounts
 * whose bills they may see in detail, since bills are made of these.
 */
export async function meteredProducts(call: Call, accountId?: string): Promise<OwnRows[]> {
  const limit = MOST_PRODUCTS;
  const onAccounts = accountId === undefined ? byAccount(call) : { by: 'billingAccount.id', ids: [accountId] };
  return Promise.all([
    ownRows(call, 'TMF637', 'product', byParty(call), { action: 'usage.read', limit }),
    ownRows(call, 'TMF637', 'product', onAccounts, { action: 'bill.detail', limit }),
  ]);
}

