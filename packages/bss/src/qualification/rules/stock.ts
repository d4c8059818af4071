import { reason } from '../reason.ts';
import type { Rule } from '../situation.ts';

/** What has to be sent must be there. */
export const stockRule: Rule = ({ wanted: { action, offering, quantity }, stock }) => {
  const pieces = stock.get(offering.id);
  if (action !== 'add' || pieces === undefined || pieces >= quantity) return [];
  const remedy =
    pieces > 0
      ? ({ action: 'changeQuantity', label: `Take ${pieces}, and the rest later.` } as const)
      : ({ action: 'registerInterest', label: 'Put your name down: we write when it is in stock again.' } as const);
  return [reason('outOfStock', pieces > 0 ? `Only ${pieces} of ${offering.name} are in stock.` : `${offering.name} is out of stock.`, remedy, { offer: offering.name, ...(pieces > 0 && { pieces, allowed: pieces }) })];
};
