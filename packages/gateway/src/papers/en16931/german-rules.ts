import type { Invoice } from './invoice.ts';
import { isThere, type Rule, rule, whereThere } from './rule.ts';

const withinGermany = ({ seller, buyer }: Invoice): boolean => seller.address?.country === 'DE' && buyer.address?.country === 'DE';
const german = (id: string, says: string, holds: (invoice: Invoice) => boolean): Rule => rule(id, says, (invoice) => !withinGermany(invoice) || holds(invoice));

/** ISO 13616: the letters as numbers, the first four signs last, leave 1 of 97. */
export function isIban(text: string): boolean {
  const plain = text.replaceAll(' ', '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(plain)) return false;
  const digits = Array.from(plain.slice(4) + plain.slice(0, 4), (sign) => Number.parseInt(sign, 36).toString()).join('');
  return BigInt(digits) % 97n === 1n;
}

const NEEDS_NUMBER = new Set(['S', 'Z', 'E', 'AE', 'K', 'G', 'L', 'M']);
const bearsTax = ({ lines }: Invoice): boolean => lines.some(({ item }) => NEEDS_NUMBER.has(item.vat?.category ?? ''));
const TYPES = new Set(['326', '380', '384', '389', '381', '875', '876', '877']);

/** What Peppol asks for where seller and buyer are in Germany. */
export const germanRules: readonly Rule[] = [
  german('DE-R-001', 'There are payment instructions.', ({ payment }) => payment.length > 0),
  german('DE-R-002', 'There is somebody at the seller’s to speak to.', ({ seller }) => seller.contact !== undefined),
  german('DE-R-003', 'The seller’s address has a city.', ({ seller }) => isThere(seller.address?.city)),
  german('DE-R-004', 'The seller’s address has a post code.', ({ seller }) => isThere(seller.address?.postCode)),
  german('DE-R-005', 'Who is to be spoken to has a name.', ({ seller }) => isThere(seller.contact?.name)),
  german('DE-R-006', 'Who is to be spoken to has a telephone.', ({ seller }) => isThere(seller.contact?.phone)),
  german('DE-R-007', 'Who is to be spoken to has an e-mail address.', ({ seller }) => isThere(seller.contact?.email)),
  german('DE-R-008', 'The buyer’s address has a city.', ({ buyer }) => isThere(buyer.address?.city)),
  german('DE-R-009', 'The buyer’s address has a post code.', ({ buyer }) => isThere(buyer.address?.postCode)),
  german('DE-R-010', 'An address of delivery has a city.', ({ delivery }) => whereThere(delivery?.address, ({ city }) => isThere(city))),
  german('DE-R-011', 'An address of delivery has a post code.', ({ delivery }) => whereThere(delivery?.address, ({ postCode }) => isThere(postCode))),
  german('DE-R-014', 'Each tax group has a rate.', ({ taxTotals }) => taxTotals.every(({ groups }) => groups.every(({ category, rate }) => category === 'O' || isThere(rate)))),
  german('DE-R-015', 'There is a reference of the buyer’s.', ({ buyerReference }) => isThere(buyerReference)),
  german('DE-R-016', 'Where there is tax, the seller’s number for it is told.', (invoice) => !bearsTax(invoice) || isThere(invoice.seller.vatId) || isThere(invoice.seller.taxId) || invoice.taxRepresentative !== undefined),
  german('DE-R-017', 'The type is one of those used in Germany.', ({ typeCode }) => TYPES.has(typeCode ?? '')),
  german('DE-R-019', 'A SEPA transfer goes to an IBAN.', ({ payment }) => payment.every(({ code, account }) => code !== '58' || isIban(account?.id ?? ''))),
  german('DE-R-020', 'A SEPA direct debit is from an IBAN.', ({ payment }) => payment.every(({ code, mandate }) => code !== '59' || isIban(mandate?.account ?? ''))),
  german('DE-R-022', 'Files inside have names of their own.', ({ documents }) => {
    const names = documents.flatMap(({ fileName }) => fileName ?? []);
    return new Set(names).size === names.length;
  }),
  german('DE-R-023-1', 'Who asks for a transfer says to which account.', ({ payment }) => payment.every(({ code, account }) => !['30', '58'].includes(code ?? '') || account !== undefined)),
  german('DE-R-024-1', 'Who takes cards names the card.', ({ payment }) => payment.every(({ code, card }) => !['48', '54', '55'].includes(code ?? '') || card !== undefined)),
  german('DE-R-025-1', 'Who takes direct debits says by which mandate.', ({ payment }) => payment.every(({ code, mandate }) => code !== '59' || mandate !== undefined)),
  german('DE-R-026', 'A corrected invoice refers to the one it corrects.', ({ typeCode, preceding }) => typeCode !== '384' || preceding.length > 0),
  german('DE-R-027', 'A telephone number has at least three digits.', ({ seller }) => whereThere(seller.contact?.phone, (phone) => (phone.match(/\d/g)?.length ?? 0) >= 3)),
  german('DE-R-028', 'An e-mail address has one @ between two parts.', ({ seller }) => whereThere(seller.contact?.email, (email) => /^[^\s@.][^\s@]*[^\s@.]?@[^\s@.][^\s@]*[^\s@.]$/.test(email))),
];
