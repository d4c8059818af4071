import type { Dice } from './random.ts';

/** What tells a product from its twin: a number to call, or one printed underneath. */
export const mobileNumber = (dice: Dice) => `+49 15${dice.between(0, 9)} ${dice.digits(8)}`;
export const serialNumber = (dice: Dice) => `SN ${dice.digits(10)}`;
