import type { Gap } from '@faceplate/contracts';
import { type Capabilities, type Limit, nounAt } from './capabilities.ts';

/** What is missing as customers would name it. */
const SOURCES: Readonly<Record<string, string>> = {
  accounts: 'Accounts',
  bills: 'Billing',
  'interim-bills': 'Billing',
  disputes: 'Tickets',
  payments: 'Payments',
  usage: 'Usage',
  orders: 'Orders',
  products: 'Products',
  offers: 'Catalogue',
  places: 'Addresses',
  availability: 'Availability',
  cart: 'Cart',
  tickets: 'Tickets',
  'service-levels': 'Service levels',
  interactions: 'Contact history',
};

/** Limits by which something is missing; the others are felt when it happens, and said then. */
const MISSING: ReadonlySet<Limit> = new Set(['incomplete', 'no-parts']);

const hasGaps = (answer: unknown): answer is { gaps: Gap[] } =>
  typeof answer === 'object' && answer !== null && 'gaps' in answer && Array.isArray(answer.gaps);

/**
 * An answer that is known to be less than whole says so where it says what is missing: every portlet shows that,
 * on every page. An answer that names the same gap already stays as it is.
 */
export function labelled<T>(answer: T, path: string, capabilities: Capabilities | undefined): T {
  const noun = nounAt(path);
  const source = SOURCES[noun];
  const misses = capabilities?.limited.get(noun)?.some((limit) => MISSING.has(limit)) ?? false;
  if (!misses || source === undefined || !hasGaps(answer) || answer.gaps.some((gap) => gap.source === source)) return answer;
  return { ...answer, gaps: [...answer.gaps, { source, reason: 'unreadable' }] };
}
