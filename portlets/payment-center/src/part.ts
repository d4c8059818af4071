import type { FaceplateClient } from '@faceplate/client';
import type { BillList, PaymentList, PaymentMeansList, Session } from '@faceplate/contracts';
import type { PortletServices, Reading, ReadingState, StateViews } from '@faceplate/portlet-kit';
import type { ReactiveControllerHost } from 'lit';

/** What of the client this portlet uses. */
export type PayingClient = Pick<FaceplateClient, 'bills' | 'payments' | 'session'>;

/** What is read while the part that shows it is still on its way. */
export interface Readings {
  readonly bills: Reading<readonly [string], BillList>;
  readonly payments: Reading<readonly [], PaymentList>;
  readonly means: Reading<readonly [], PaymentMeansList>;
  readonly session: Reading<readonly [], Session>;
}

/** What a part of this portlet, loaded when it is needed, may use of the root element. Its controllers hang on it too. */
export interface PartHost extends ReactiveControllerHost {
  readonly services: PortletServices<PayingClient>;
  /** The locale in force. */
  readonly locale: string;
  readonly headingLevel: number;
  /** Staff act for the customer: they look, and do not pay. */
  readonly mode: 'customer' | 'agent';
  /** What the address asks to be paid: one bill, by its id, or all of them. */
  readonly asked: { bill: string; all: boolean };
  /** Where the part is drawn. */
  readonly renderRoot: ParentNode;
  /** Draws every state of a reading. */
  renderReading<T extends object>(reading: { readonly state: ReadingState<T>; retry(): void }, views: StateViews<T>): unknown;
  /** Runs what an event started, so that a failure is reported and drawn instead of lost. */
  run(work: () => unknown): Promise<void>;
  /** Tells the page. */
  dispatchEvent(event: Event): boolean;
  /** Goes to a payment; without one to what is open. */
  open(paymentId: string): void;
}

/** IANA zone of whoever looks. */
export const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
