import type { Bill, Charge, Money } from '@faceplate/contracts';
import type { BillFacts } from '../bill-change.ts';
import { netOf, taxOn } from '../money.ts';

export const eur = (amount: number): Money => ({ amount, currency: 'EUR' });
export const NONE: BillFacts = { products: [] };

let ids = 0;
export type Line = Partial<Omit<Charge, 'net'>> & { price: number; of?: string };

/** A line by its price with tax, as a billing system makes it. */
export function line({ price, of = 'p1', taxRate = 19, ...more }: Line): Charge {
  const net = netOf(eur(price), taxRate);
  ids += 1;
  return { id: `c${ids}`, kind: 'recurring', name: 'Mobile L', ...(of !== '' && { service: { productId: of, name: '+49 1' } }), net, taxRate, ...more };
}

/** A bill that adds up: taxed once a rate. `off` is what its total is wrong by. */
export function bill(month: number, charges: Charge[], { off = 0, days = 28 + (month % 3) }: { off?: number; days?: number } = {}): Bill {
  const name = `2026-0${month}`;
  const net = charges.reduce((sum, charge) => sum + charge.net.amount, 0);
  const rates = Map.groupBy(charges, ({ taxRate }) => taxRate);
  const taxes = [...rates].map(([rate, lines]) => ({ name: 'VAT', rate, amount: taxOn(eur(lines.reduce((sum, one) => sum + one.net.amount, 0)), rate) }));
  const total = eur(net + taxes.reduce((sum, { amount }) => sum + amount.amount, 0) + off);
  return {
    id: name, number: name, account: { id: 'a1', name: 'Home' }, origin: 'Billing', date: `${name}-28`, period: { from: `${name}-01`, to: `${name}-${days}` }, due: `${name}-28`,
    status: 'due', total, remaining: total, net: eur(net), taxes, charges,
  };
}

/** A monthly price of which so many days are charged, rounded on its net. */
export const part = (price: number, charged: number, of = 30, more: Partial<Charge> = {}): Charge => {
  const whole = line({ price, days: { charged, of }, ...more });
  return { ...whole, net: eur(Math.round((whole.net.amount * charged) / of)) };
};
