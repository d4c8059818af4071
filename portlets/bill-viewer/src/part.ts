import type { FaceplateClient } from '@faceplate/client';
import { messageLocale, setMessageLocale } from '@faceplate/localize';
import { type PortletServices, Reading, type ReadingState, type StateViews } from '@faceplate/portlet-kit';
import type { ReactiveControllerHost } from 'lit';
import type { Wanted } from './wanted.ts';

/** What of the client this portlet uses. */
export type BillingClient = Pick<FaceplateClient, 'bills' | 'payments' | 'session'>;

/** What a part of this portlet, loaded when it is needed, may use of the root element. Its controllers hang on it too. */
export interface PartHost extends ReactiveControllerHost {
  readonly services: PortletServices<BillingClient>;
  /** The locale in force. */
  readonly locale: string;
  readonly headingLevel: number;
  readonly view: 'full' | 'card';
  /** Staff act for the customer: they look, and do not pay. */
  readonly mode: 'customer' | 'agent';
  /** The billing account in force; empty for all. */
  readonly account: string;
  /** The bill on show; empty for the list. */
  readonly billId: string;
  /** The line of it that was asked for; empty for none. */
  readonly chargeId: string;
  /** What of the list is asked for. */
  readonly wanted: Wanted;
  /** Where the part is drawn. */
  readonly renderRoot: ParentNode;
  /** Draws every state of a reading. */
  renderReading<T extends object>(reading: { readonly state: ReadingState<T>; retry(): void }, views: StateViews<T>): unknown;
  /** Runs what an event started, so that a failure is reported and drawn instead of lost. */
  run(work: () => unknown): Promise<void>;
  /** Tells the page. */
  dispatchEvent(event: Event): boolean;
  /** Goes to a bill, or to a line of it. */
  open(billId: string, chargeId?: string): void;
  /** Goes to another page of the portal. */
  go(path: string): void;
  /** Asks for other bills; what is not named stays as it is. */
  ask(changes: Partial<Wanted>): void;
}

/** A part and its words, which come by themselves: drawn before them it would flash in English. */
export async function withWords<T>(part: Promise<T>): Promise<T> {
  const loaded = await part;
  await setMessageLocale(messageLocale());
  return loaded;
}

/** A part that comes when it is wanted, once. */
export function latePart<P extends object>(host: ConstructorParameters<typeof Reading>[0], isWanted: () => boolean, load: () => Promise<P>) {
  let part: P | undefined;
  return new Reading(host, {
    args: () => (isWanted() ? ([] as const) : undefined),
    load: async () => (part ??= await withWords(load())),
    changes: [],
  });
}
