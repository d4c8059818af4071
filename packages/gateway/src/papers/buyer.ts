import type { Address } from './en16931/invoice.ts';

/** Whom a bill is addressed to. */
export interface Buyer {
  name: string;
  /** What the operator numbers the account by. */
  accountNumber: string;
  address?: Address;
  email?: string;
  vatId?: string;
}

/** Whom a paper is sent to: what stands in the window of its envelope. */
export type Recipient = Pick<Buyer, 'name' | 'address'>;
