import { msg } from '@faceplate/localize';
import type { HeldBack } from './desk.ts';

const whys: Record<HeldBack['why'], () => string> = {
  'on-hold': () => msg('on hold, there is nothing to pay for now', { id: 'payment-center.held.on-hold', desc: 'After a bill and an amount: why it is not to be paid' }),
  disputed: () => msg('you said this is wrong; you need not pay it until that is decided', { id: 'payment-center.held.disputed', desc: 'After a bill and an amount: why it is not to be paid' }),
  'on-its-way': () => msg('on its way, a payment is not finished yet', { id: 'payment-center.held.on-its-way', desc: 'After a bill and an amount: why it is not to be paid' }),
  'after-that': () => msg('the rest of this bill, once that payment is through', { id: 'payment-center.held.after-that', desc: 'After a bill and an amount: why it is not to be paid now' }),
};

/** Why something that is owed is not to be paid now. */
export const heldWord = ({ why }: Pick<HeldBack, 'why'>): string => whys[why]();
