import type { Money, TrailMismatch } from '@faceplate/contracts';
import { toDecimal } from '@faceplate/domain';

const told = (money: Money | undefined): string => (money ? `${money.currency} ${toDecimal(money)}` : 'another amount');
const payment = ({ payment: one }: Told): string => (one ? `Payment ${one.number}` : 'The payment');
const bill = ({ bill: one }: Told): string => (one ? `Bill ${one.number}` : 'The bill');
const on = ({ account }: Told): string => (account ? ` for account ${account.name}` : '');

type Told = Omit<TrailMismatch, 'says'>;

const SAYS: Readonly<Record<TrailMismatch['kind'], (one: Told) => string>> = {
  'amount-differs': (one) => (one.found ? `${payment(one)}: ${told(one.expected)} in one system, ${told(one.found)} in another${on(one)}.` : `${payment(one)} has different amounts in two systems.`),
  'booked-not-charged': (one) => `${payment(one)}: billing counts ${told(one.found)} that the payment provider has not taken.`,
  'charged-not-booked': (one) => `${payment(one)}: ${told(one.expected)} was taken and is not known to billing${on(one)}.`,
  'booked-not-applied': (one) => `${bill(one)} is still open and counts ${told(one.found)} of ${told(one.expected)} that was paid for it.`,
  'applied-too-much': (one) => `${one.payment ? payment(one) : bill(one)}: ${told(one.found)} is counted where there is only ${told(one.expected)}.`,
  'paid-not-applied': (one) => `${bill(one)} says that ${told(one.expected)} is paid, but names only ${told(one.found)}.`,
};

/** A mismatch in one plain sentence, for files and for programs' logs; pages have words of their own. */
export const inWords = (one: Told): TrailMismatch => ({ ...one, says: SAYS[one.kind](one) });
