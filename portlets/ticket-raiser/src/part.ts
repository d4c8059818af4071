import type { FaceplateClient } from '@faceplate/client';
import type { PartHost as AnyPartHost } from '@faceplate/portlet-kit';

/** What of the client this portlet uses. */
export type TicketsPortletClient = Pick<FaceplateClient, 'tickets' | 'products' | 'session'>;

/** What a part of this portlet, loaded when it is needed, may use of the root element. */
export interface PartHost extends AnyPartHost<TicketsPortletClient> {
  /** The ticket on show; `new` for the form. */
  readonly ticketId: string;
  /** IANA zone for moments. */
  readonly zone: string;
  open(ticketId: string): void;
  /** Where a new ticket comes from; empty texts where nothing is known. */
  readonly context: { readonly product: string; readonly bill: string; readonly order: string; readonly about: string };
}
