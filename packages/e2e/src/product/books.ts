import { Machine, type TmfResource } from './machine.ts';
import type { RunningProduct } from './running-product.ts';

/** What the provider took from somebody, for one of our payments. */
export interface ProviderCharge {
  readonly reference: string;
  readonly amount: { readonly amount: number; readonly currency: string };
}

/** Both sides' books of payments made in the portal. */
export interface Books {
  readonly charges: readonly ProviderCharge[];
  /** TMF676, of ours alone. */
  readonly payments: readonly TmfResource[];
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

/** Our own name of a payment in billing; empty where it is not of ours. */
export const correlatorOf = ({ correlatorId }: TmfResource): string => (typeof correlatorId === 'string' ? correlatorId : '');

/**
 * What really happened, told by the provider's ledger and by billing.
 *
 * @throws where nobody told us of a provider.
 */
export async function readBooks({ psp, url, tmfToken }: Pick<RunningProduct, 'url' | 'tmfToken' | 'psp'>): Promise<Books> {
  if (!psp) throw new Error('no payment provider is known');
  const answer = await fetch(`${psp.url}/v1/charges`, { headers: { authorization: `Bearer ${psp.secret}` } });
  const { items } = (await answer.json()) as { items: ProviderCharge[] };
  const payments = await all(new Machine({ url, tmfToken }), 'paymentManagement/v4/payment');
  return { charges: items, payments: payments.filter((payment) => correlatorOf(payment).startsWith('pay-')) };
}
