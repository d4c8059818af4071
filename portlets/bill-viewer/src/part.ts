import type { FaceplateClient } from '@faceplate/client';
import type { PartHost as AnyPartHost } from '@faceplate/portlet-kit';
import type { Wanted } from './wanted.ts';

/** What of the client this portlet uses. */
export type BillingClient = Pick<FaceplateClient, 'accounts' | 'bills' | 'payments' | 'session'>;

/** What a part of this portlet, loaded when it is needed, may use of the root element. */
export interface PartHost extends AnyPartHost<BillingClient> {
  /** The bill on show; empty for the list. */
  readonly billId: string;
  /** The line of it that was asked for; empty for none. */
  readonly chargeId: string;
  /** What of the list is asked for. */
  readonly wanted: Wanted;
  /** Goes to a bill, or to a line of it. */
  open(billId: string, chargeId?: string): void;
  /** Goes to another page of the portal. */
  go(path: string): void;
  /** Asks for other bills; what is not named stays as it is. */
  ask(changes: Partial<Wanted>): void;
}
