import { Machine, type TmfResource } from '../../product/machine.ts';
import type { Ran } from './run.ts';

interface Charge {
  reference: string;
  amount: { amount: number; currency: string };
}

export interface Books {
  charges: readonly Charge[];
  payments: readonly TmfResource[];
  bills: ReadonlyMap<string, TmfResource>;
}

const PAGE = 500;

async function all(machine: Machine, path: string): Promise<TmfResource[]> {
  const rows: TmfResource[] = [];
  for (;;) {
    const page = await machine.read<TmfResource[]>(`${path}?limit=${PAGE}&offset=${rows.length}`);
    rows.push(...page);
    if (page.length < PAGE) return rows;
  }
}

/** What really happened, told by the provider's ledger and by billing. */
export async function books(where: { url: string; tmfToken: string }, psp: { url: string; secret: string }, billIds: readonly string[]): Promise<Books> {
  const answer = await fetch(`${psp.url}/v1/charges`, { headers: { authorization: `Bearer ${psp.secret}` } });
  const { items } = (await answer.json()) as { items: Charge[] };
  const machine = new Machine(where);
  const payments = (await all(machine, 'paymentManagement/v4/payment')).filter((payment) => correlatorOf(payment).startsWith('pay-'));
  const bills = await Promise.all(billIds.map((id) => machine.read(`customerBillManagement/v4/customerBill/${id}`)));
  return { charges: items, payments, bills: new Map(bills.map((bill) => [bill.id, bill])) };
}

const correlatorOf = ({ correlatorId }: TmfResource): string => (typeof correlatorId === 'string' ? correlatorId : '');

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
