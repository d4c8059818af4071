import type { FaceplateClient } from '@faceplate/client';
import type { CheckStep, LineTest } from '@faceplate/contracts';
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
  /** A test that goes along with the ticket. */
  tested(test: LineTest): void;
  /** Somebody went past what was found. */
  skipped(step: CheckStep): void;
}
