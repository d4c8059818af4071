import { type Books as BothBooks, correlatorOf, readBooks } from '../../product/books.ts';
import { Machine, type TmfResource } from '../../product/machine.ts';
import type { RunningProduct } from '../../product/running-product.ts';
import type { Ran } from './run.ts';

export interface Books extends BothBooks {
  bills: ReadonlyMap<string, TmfResource>;
}

/** What really happened, and what it made of these bills. */
export async function books(where: Pick<RunningProduct, 'url' | 'tmfToken' | 'psp'>, billIds: readonly string[]): Promise<Books> {
  const both = await readBooks(where);
  const machine = new Machine(where);
  const bills = await Promise.all(billIds.map((id) => machine.read(`customerBillManagement/v4/customerBill/${id}`)));
  return { ...both, bills: new Map(bills.map((bill) => [bill.id, bill])) };
}

const cents = (money: unknown): number => Math.round(((money as { value?: number } | undefined)?.value ?? 0) * 100);

interface Applied {
  appliedAmount: unknown;
  payment?: { id: string };
}

/** Of one run: one charge, one captured payment, once on its bill. */
export function wrongIn({ charges, payments, bills }: Books, { script, lane, paymentId, wrong }: Ran): string | undefined {
  if (wrong !== undefined) return wrong;
  const said = (what: string) => `${script.name}: ${paymentId}: ${what}`;
  const charged = charges.filter(({ reference }) => reference === paymentId).map(({ amount }) => amount.amount);
  if (charged.join() !== `${script.amount}`) return said(`charged ${charged.join(' and ') || 'never'} for ${script.amount}`);
  const booked = payments.filter((payment) => correlatorOf(payment) === paymentId);
  if (booked.map(({ status }) => status).join() !== 'captured') return said(`in billing ${booked.map(({ status }) => status).join(' and ') || 'never'}`);
  const applied = appliedTo(bills.get(lane.bill), booked[0]?.id);
  return applied.join() === `${script.amount}` ? undefined : said(`on its bill ${applied.join(' and ') || 'never'} for ${script.amount}`);
}

const appliedTo = (bill: TmfResource | undefined, paymentId: string | undefined): number[] =>
  ((bill?.['appliedPayment'] ?? []) as Applied[]).filter(({ payment }) => payment?.id === paymentId).map(({ appliedAmount }) => cents(appliedAmount));

/** Charges and payments that belong to no run: somebody paid for nothing. */
export function strays({ charges, payments }: Books, mine: ReadonlySet<string>): string[] {
  return [
    ...charges.filter(({ reference }) => !mine.has(reference)).map(({ reference }) => `charged for nothing: ${reference}`),
    ...payments.map(correlatorOf).filter((id) => !mine.has(id)).map((id) => `booked for nothing: ${id}`),
  ];
}
