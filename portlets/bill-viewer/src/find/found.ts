import type { FoundCharge, Money } from '@faceplate/contracts';

/** Amounts are shown with tax where every line's billing system says so: the two kinds must not stand in one column. */
export const hasTax = (found: readonly FoundCharge[]): boolean => found.every(({ gross }) => gross !== undefined);

export const amountOf = ({ net, gross }: FoundCharge, taxed: boolean): Money => (taxed && gross) || net;
