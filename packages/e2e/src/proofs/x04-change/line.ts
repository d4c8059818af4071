import type { Chance } from '../g7-answers/chance.ts';

/** A line of a generated bill. Cents. The arithmetic here is the proof's own, and borrows nothing from what it judges. */
export interface Line {
  id: string;
  kind: string;
  name: string;
  net: number;
  rate: number;
  gross: number;
  product?: string;
  /** Of a part of the month: its days, and where it begins and ends. */
  part?: { charged: number; of: number; from: string; to: string };
  facts?: Record<string, unknown>;
}

/** Half away from zero. */
export const round = (value: number): number => Math.sign(value) * Math.floor(Math.abs(value) + 0.5);
/** Exact: a whole number of cents times a whole rate, in hundredths. */
export const taxed = (net: number, rate: number): number => net + round((net * rate) / 100);
export const netIn = (gross: number, rate: number): number => round((gross * 100) / (100 + rate));

/** What a month is, in days that a bill can name. */
export class Month {
  readonly name: string;
  readonly days: number;

  constructor(index: number) {
    const first = new Date(Date.UTC(2025, index, 1));
    this.name = first.toISOString().slice(0, 7);
    this.days = new Date(Date.UTC(2025, index + 1, 0)).getUTCDate();
  }

  day(number: number): string {
    return `${this.name}-${String(number).padStart(2, '0')}`;
  }

  get last(): string {
    return this.day(this.days);
  }
}

let made = 0;
export const newId = (): string => `x${(made += 1).toString(36)}`;

/** A monthly price for all of a month, or from one of its days to another. */
export function standing(month: Month, price: number, rate: number, of: { kind?: string; name: string; product: string; from?: number; to?: number }): Line {
  const { kind = 'recurring', name, product, from = 1, to = month.days } = of;
  const whole = netIn(price, rate);
  const charged = to - from + 1;
  const net = charged === month.days ? whole : round((whole * charged) / month.days);
  return {
    id: newId(), kind, name, product, net, rate, gross: taxed(net, rate),
    ...(charged !== month.days && { part: { charged, of: month.days, from: month.day(from), to: month.day(to) } }),
  };
}

/** A line of so much with its tax, which is stated: a net and its tax may miss a price by a cent. */
export function plain(kind: string, name: string, gross: number, rate: number, more: Partial<Line> = {}): Line {
  return { id: newId(), kind, name, gross, rate, net: netIn(gross, rate), ...more };
}

export const cents = (chance: Chance, least: number, most: number): number => least + chance.below(most - least + 1);
