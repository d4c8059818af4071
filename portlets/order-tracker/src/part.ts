import type { FaceplateClient } from '@faceplate/client';
import type { PartHost as AnyPartHost } from '@faceplate/portlet-kit';
import type { Wanted } from './wanted.ts';

/** What of the client this portlet uses. */
export type OrdersPortletClient = Pick<FaceplateClient, 'orders' | 'places' | 'session'>;

/** What a part of this portlet, loaded when it is needed, may use of the root element. */
export interface PartHost extends AnyPartHost<OrdersPortletClient> {
  /** The order on show; empty for the list. */
  readonly orderId: string;
  /** What of the list is asked for. */
  readonly wanted: Wanted;
  open(orderId: string): void;
  /** Goes to another page of the portal. */
  go(path: string): void;
  /** Begins a ticket about the order on show. */
  askUs(): void;
  /** Asks for other orders; what is not named stays as it is. */
  ask(changes: Partial<Wanted>): void;
}

/** Where one asks about an order: a new ticket that begins with these words. */
export const askAddress = (about: string): string => `/support/new?${new URLSearchParams({ about })}`;
