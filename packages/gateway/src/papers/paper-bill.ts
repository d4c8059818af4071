import type { Bill } from '@faceplate/contracts';
import { withDispute, wholeBill } from '../bills/one-bill.ts';
import { chargeDisputes } from '../disputes/charge-disputes.ts';
import { Refusal } from '../problem.ts';
import type { Documents } from '../options.ts';
import type { Call } from '../routing/route.ts';

/** The bill as the caller may see it, with every line, and what of it is disputed. */
export async function paperBill(call: Call, id: string): Promise<Bill> {
  const [bill, disputes] = await Promise.all([wholeBill(call, id), chargeDisputes(call, id)]);
  return call.project({ ...bill, charges: bill.charges.map((charge) => withDispute(charge, disputes.of(charge.id))) });
}

/** @throws {Refusal} where nothing prints. */
export function printerOf({ documents }: Call): Documents {
  if (documents) return documents;
  throw new Refusal({ status: 503, code: 'documents-unavailable', title: 'PDF documents cannot be made here.' });
}

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** The paper's name as a file: `bill-2026-11-01-b1.xml`. */
export const fileNameOf = ({ date, id }: Pick<Bill, 'date' | 'id'>, ending: string): string => `bill-${date}-${id}.${ending}`;
