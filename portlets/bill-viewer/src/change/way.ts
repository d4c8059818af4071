import type { BillChange, Cause } from '@faceplate/contracts';
import type { PartHost } from '../part.ts';
import { words } from './messages.ts';

export interface Way {
  readonly name: string;
  readonly take: (host: Pick<PartHost, 'go' | 'open'>) => void;
}

type Kind = NonNullable<Cause['reason']>['kind'];

/** Events that have a page of their own in the portal. */
const PAGES: Partial<Record<Kind, (id: string) => Way>> = {
  ticket: (id) => ({ name: words.seeTicket(), take: (host) => host.go(`/support/${encodeURIComponent(id)}`) }),
  order: (id) => ({ name: words.seeOrder(), take: (host) => host.go(`/orders/${encodeURIComponent(id)}`) }),
  payment: (id) => ({ name: words.seePayment(), take: (host) => host.go(`/payments/${encodeURIComponent(id)}`) }),
  'service-level': () => ({ name: words.seeLevels(), take: (host) => host.go('/service-levels') }),
  bill: (id) => ({ name: words.seeBill(), take: (host) => host.open(id) }),
};

/** Where a cause can be looked at: the event behind it where it has a page, otherwise the line it stands on. */
export function wayTo({ reason, chargeIds }: Cause, { bill, against }: Pick<BillChange, 'bill' | 'against'>): Way {
  const page = reason && PAGES[reason.kind]?.(reason.id);
  if (page) return page;
  const [line] = chargeIds;
  // A line that is no longer charged stands on the bill before.
  return line === undefined ? { name: words.seeBefore(), take: (host) => host.open(against.id) } : { name: words.seeLine(), take: (host) => host.open(bill.id, line) };
}
