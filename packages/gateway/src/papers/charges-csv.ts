import type { Bill, Charge } from '@faceplate/contracts';
import { amount, type Cell, csvOf } from '../exports/csv.ts';

/** Heading → what stands below it. What a caller may not see is not there, and its cell is empty. */
const COLUMNS: Readonly<Record<string, (charge: Charge, bill: Bill) => Cell>> = {
  bill: (_charge, { number }) => number,
  // The one it was run up on: of a bill for several accounts not always the bill's own.
  account: ({ account }, bill) => (account ?? bill.account).name,
  line: ({ id }) => id,
  kind: ({ kind }) => kind,
  name: ({ name }) => name,
  service: ({ service }) => service?.name,
  from: ({ period }) => period?.from,
  to: ({ period }) => period?.to,
  quantity: ({ quantity }) => quantity?.value,
  unit: ({ quantity }) => quantity?.unit,
  included: ({ included }) => included?.value,
  days: ({ days }) => days?.charged,
  daysOf: ({ days }) => days?.of,
  taxRate: ({ taxRate }) => taxRate,
  net: ({ net }) => amount(net),
  gross: ({ gross }) => gross && amount(gross),
  disputed: ({ dispute }) => dispute && amount(dispute.amount),
  currency: ({ net }) => net.currency,
};

/** The lines of a bill, all of them, in its order. Their nets add up to the bill's. */
export const chargesCsv = (bill: Bill): string => csvOf(Object.keys(COLUMNS), bill.charges.map((charge) => Object.values(COLUMNS).map((cell) => cell(charge, bill))));
