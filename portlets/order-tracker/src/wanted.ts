import type { OrderFilter } from '@faceplate/client/nouns/orders.js';

/** Which orders are asked for, as the address of the page says it; an empty text asks for nothing. */
export interface Wanted {
  /** Words of numbers, names and places. */
  search: string;
  /** `open` or `ended` alone. */
  only: string;
  /** Those that go to this address alone, as the orders word it. */
  place: string;
}

export const NOTHING_WANTED: Wanted = { search: '', only: '', place: '' };

export const isAnyWanted = ({ search, only, place }: Wanted): boolean => Boolean(search || only || place);

/** As the gateway is asked. */
export function filterOf({ search, only, place }: Wanted): OrderFilter {
  return { ...(search && { search }), ...(place && { place }), ...(only && { open: only === 'open' }) };
}

/** The list's address in the portal. */
export function addressOf(wanted: Wanted = NOTHING_WANTED): string {
  const asked = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value !== '') as [string, string][]);
  return asked.size > 0 ? `/orders?${asked}` : '/orders';
}
