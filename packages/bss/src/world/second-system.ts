import { openAccount, writeAccount } from './accounts.ts';
import { writeBills } from './bills.ts';
import { writeCatalogue } from './catalogue.ts';
import { Draft } from './draft.ts';
import { writePayments } from './payments.ts';
import { addLine } from './products.ts';
import type { WorldOptions } from './world.ts';
import type { StoredRecord } from '../store/store.ts';

interface SecondSystemOptions extends Pick<WorldOptions, 'seed' | 'now'> {
  /** Individuals of the first system who are customers here too: `sub` of its sign-ins. */
  owners: readonly { sub: string; name: string }[];
}

/** What a landscape with two billing systems has of them twice; ids of one may stand in the other for something else. */
export const SECOND_SYSTEM_APIS = ['TMF666', 'TMF678', 'TMF637', 'TMF635', 'TMF676', 'TMF670'] as const;

/**
 * A billing system beside the operator's own, as a merger leaves it behind: cable television and internet of some of
 * its customers, on accounts of their own, with two years of bills. Parties and catalogue are the first system's.
 */
export function generateSecondSystem({ seed, now, owners }: SecondSystemOptions): StoredRecord[] {
  const draft = new Draft(seed, now);
  const catalogue = writeCatalogue(draft);
  // The catalogue is the other system's.
  draft.take();
  for (const { sub, name } of owners) {
    const owner = { id: sub, name, kind: 'Individual' as const };
    const account = openAccount(draft, { label: 'Cable', name: 'Cable', owner, segment: 'consumer', told: 6, open: { 1: 'unpaid' } });
    const identifier = `Cable socket ${draft.dice('socket', sub).digits(6)}`;
    const add = (key: string, since: number, day: number) => addLine(draft, account, { label: key, offer: catalogue.sold(key, since), identifier, since, day });
    add('tv-premium', 26, 3);
    add('home-flex', 12, 18);
    writeAccount(draft, account, writeBills(draft, account));
    writePayments(draft, account, true);
  }
  return draft.take().filter(({ resource }) => KEPT.has(resource));
}

/** Of a line's product also its service is written, which the network has and no billing system. */
const KEPT = new Set(['billingAccount', 'customerBill', 'appliedCustomerBillingRate', 'product', 'usage', 'payment', 'paymentMethod']);
