import type { Bill } from '@faceplate/contracts';
import type { Seller } from '../../options.ts';
import { Refusal } from '../../problem.ts';
import type { Call } from '../../routing/route.ts';
import { brokenBy, CORE_RULES, PEPPOL_RULES } from '../en16931/validate.ts';
import { writeUbl } from '../en16931/write-ubl.ts';
import type { Buyer } from '../buyer.ts';
import { buyerOf } from '../parties.ts';
import { invoiceOf } from './invoice-of.ts';

/** What names the norm alone. */
const CORE = 'urn:cen.eu:en16931:2017';

/**
 * The bill as UBL 2.1. It claims Peppol where it keeps Peppol's rules, the norm where it keeps the norm's, and is not
 * made where it keeps neither: a wrong invoice is worse than none.
 *
 * @throws {Refusal} 409 with the rules that it would break.
 */
export function electronicInvoice(bill: Bill, seller: Seller, buyer: Buyer): string {
  const invoice = invoiceOf(bill, seller, buyer);
  if (brokenBy(invoice, PEPPOL_RULES).length === 0) return writeUbl(invoice);
  const plain = { ...invoice, customization: CORE };
  const broken = brokenBy(plain, CORE_RULES);
  if (broken.length === 0) return writeUbl(plain);
  throw unfit(broken.map(({ id }) => id).join(', '));
}

const unfit = (why: string): Refusal =>
  new Refusal({ status: 409, code: 'invoice-unfit', title: 'Of this bill no electronic invoice can be made that keeps the rules. The PDF has all of it.', detail: why });

/** The same of a bill in hand. @throws {Refusal} 503 where the operator has not said who sends its bills. */
export async function invoiceFor(call: Call, bill: Bill): Promise<string> {
  const { seller } = call.tenant;
  if (!seller) throw new Refusal({ status: 503, code: 'documents-unavailable', title: 'Electronic invoices cannot be made here.' });
  return electronicInvoice(bill, seller, await buyerOf(call, bill));
}
