import type { Bill, Money, Payment, PaymentPart } from '@faceplate/contracts';
import type { ProviderPayment } from '../payments/provider.ts';

/** A payment as the portal has it: only the parts that are the caller's to see. */
export interface Wish {
  id: string;
  reference: string;
  at: string;
  /** When the provider said that it is over. */
  settledAt?: string;
  /** Of all parts, whoever's. */
  amount: Money;
  parts: readonly PaymentPart[];
  /** There are no other parts. */
  isWhole: boolean;
  status: Payment['status'];
  /** Billing had it once, as paid. */
  wasBooked: boolean;
}

/** A payment as a billing system has it. */
export interface Booking {
  payment: Payment;
  system: string;
  account: { id: string; name: string };
  /** The payer's own number for it. */
  correlation?: string;
  /** What its items come to, where it has items in its currency. */
  items?: Money;
  /** Those that are known. */
  refunds: readonly Refund[];
  /** Not all could be asked for. */
  mayHaveMoreRefunds?: true;
}

export interface Refund {
  id: string;
  system: string;
  amount: Money;
  at?: string;
  /** The money has gone back. */
  isDone: boolean;
}

/** By the payment they are of. */
export interface Refunds {
  of: ReadonlyMap<string, readonly Refund[]>;
  /** There are no others. */
  isWhole: boolean;
}

/** The provider's record; `none` where it certainly has none. */
export type Charge = ProviderPayment | 'none';

/** One payment in every system. What could not be asked, or is not the caller's to see, is not there. */
export interface PaymentSeen {
  wish?: Wish;
  charge?: Charge;
  bookings?: readonly Booking[];
}

/** All that was found. Pure facts: what contradicts is another question. */
export interface Seen {
  payments: readonly PaymentSeen[];
  /** By id: the bills it is about, and every other that counts one of the payments. */
  bills: ReadonlyMap<string, Bill>;
  /** Billing systems that write down what has paid a bill. */
  keepApplied: ReadonlySet<string>;
  now: Date;
}
