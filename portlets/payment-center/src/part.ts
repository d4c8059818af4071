import type { FaceplateClient } from '@faceplate/client';
import type { PortletServices, ReadingState, StateViews } from '@faceplate/portlet-kit';
import type { ReactiveControllerHost } from 'lit';

/** What of the client this portlet uses. */
export type PayingClient = Pick<FaceplateClient, 'bills' | 'payments' | 'session'>;

/** What a part of this portlet may use of the root element. Its controllers hang on it too. */
export interface PartHost extends ReactiveControllerHost {
  readonly services: PortletServices<PayingClient>;
  /** The locale in force. */
  readonly locale: string;
  readonly headingLevel: number;
  /** Staff act for the customer: they look, and do not pay. */
  readonly mode: 'customer' | 'agent';
  /** Where the part is drawn. */
  readonly renderRoot: ParentNode;
  /** Draws every state of a reading. */
  renderReading<T extends object>(reading: { readonly state: ReadingState<T>; retry(): void }, views: StateViews<T>): unknown;
  /** Runs what an event started, so that a failure is reported and drawn instead of lost. */
  run(work: () => unknown): Promise<void>;
  /** Tells the page. */
  dispatchEvent(event: Event): boolean;
}

/** IANA zone of whoever looks. */
export const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
