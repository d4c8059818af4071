import type { BillChange, Cause } from '@faceplate/contracts';
import { billAddress } from '../wanted.ts';
import { words } from './messages.ts';

export interface Way {
  readonly name: string;
  readonly path: string;
}

type Kind = NonNullable<Cause['reason']>['kind'];

/** Events that have a page of their own in the portal. */
const PAGES: Partial<Record<Kind, (id: string) => Way>> = {
  ticket: (id) => ({ name: words.seeTicket(), path: `/tickets/${encodeURIComponent(id)}` }),
  order: (id) => ({ name: words.seeOrder(), path: `/orders/${encodeURIComponent(id)}` }),
  payment: (id) => ({ name: words.seePayment(), path: `/payments/${encodeURIComponent(id)}` }),
  'service-level': () => ({ name: words.seeLevels(), path: '/service-levels' }),
  bill: (id) => ({ name: words.seeBill(), path: billAddress(id) }),
};

/** Where a cause can be looked at: the event behind it where it has a page, otherwise the line it stands on. */
export function wayTo({ reason, chargeIds }: Cause, { bill, against }: Pick<BillChange, 'bill' | 'against'>): Way {
  const page = reason && PAGES[reason.kind]?.(reason.id);
  if (page) return page;
  const [line] = chargeIds;
  // A line that is no longer charged stands on the bill before.
  return line === undefined ? { name: words.seeBefore(), path: billAddress(against.id) } : { name: words.seeLine(), path: billAddress(bill.id, line) };
}
