import type { FaceplateClient } from '@faceplate/client';
import { messageLocale, setMessageLocale } from '@faceplate/localize';
import type { PortletServices, ReadingState, StateViews } from '@faceplate/portlet-kit';
import type { ReactiveControllerHost } from 'lit';

/** What of the client this portlet uses. */
export type BillingClient = Pick<FaceplateClient, 'bills' | 'payments' | 'session'>;

/** What a part of this portlet, loaded when it is needed, may use of the root element. Its controllers hang on it too. */
export interface PartHost extends ReactiveControllerHost {
  readonly services: PortletServices<BillingClient>;
  /** The locale in force. */
  readonly locale: string;
  readonly headingLevel: number;
  /** The bill on show; empty for the list. */
  readonly billId: string;
  /** The line of it that was asked for; empty for none. */
  readonly chargeId: string;
  /** Draws every state of a reading. */
  renderReading<T extends object>(reading: { readonly state: ReadingState<T>; retry(): void }, views: StateViews<T>): unknown;
  /** Runs what an event started, so that a failure is reported and drawn instead of lost. */
  run(work: () => unknown): Promise<void>;
  /** Tells the page. */
  dispatchEvent(event: Event): boolean;
  /** Where the part is drawn. */
  readonly renderRoot: ParentNode;
}

/** A part and its words, which come by themselves: drawn before them it would flash in English. */
export async function withWords<T>(part: Promise<T>): Promise<T> {
  const loaded = await part;
  await setMessageLocale(messageLocale());
  return loaded;
}
