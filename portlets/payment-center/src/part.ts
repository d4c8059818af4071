import type { FaceplateClient } from '@faceplate/client';
import type { BillList, PaymentList, PaymentMeansList, Session } from '@faceplate/contracts';
import type { PartHost as AnyPartHost, Reading } from '@faceplate/portlet-kit';

/** What of the client this portlet uses. */
export type PayingClient = Pick<FaceplateClient, 'bills' | 'payments' | 'session'>;

/** What is read while the part that shows it is still on its way. */
export interface Readings {
  readonly bills: Reading<readonly [string], BillList>;
  readonly payments: Reading<readonly [], PaymentList>;
  readonly means: Reading<readonly [], PaymentMeansList>;
  readonly session: Reading<readonly [], Session>;
}

/** What a part of this portlet, loaded when it is needed, may use of the root element. */
export interface PartHost extends AnyPartHost<PayingClient> {
  /** What the address asks to be paid: one bill, by its id, or all of them. */
  readonly asked: { bill: string; all: boolean };
  /** Goes to a payment; without one to what is open. */
  open(paymentId: string): void;
}

/** IANA zone of whoever looks. */
export const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
