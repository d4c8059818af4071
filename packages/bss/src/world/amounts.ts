/** All amounts in here are whole cents; they become TMF Money only on the way into a document. */
export const VAT = 19;

interface TmfMoney {
  unit: string;
  value: number;
}

export function money(cents: number): TmfMoney {
  return { unit: 'EUR', value: cents / 100 };
}

/** Half away from zero, the same for a credit as for a charge. */
export function round(value: number): number {
  // Adding zero turns −0 into 0.
  return Math.sign(value) * Math.round(Math.abs(value)) + 0;
}

/** What is left of a price with VAT in it. */
export function netOf(gross: number): number {
  return round((gross * 100) / (100 + VAT));
}

export function taxOn(net: number, rate: number): number {
  return round((net * rate) / 100);
}

export function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
