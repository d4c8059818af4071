import { amountRules } from './amount-rules.ts';
import { categoryRules } from './category-rules.ts';
import { codeRules } from './code-rules.ts';
import { documentRules } from './document-rules.ts';
import { germanRules } from './german-rules.ts';
import type { Invoice } from './invoice.ts';
import { PEPPOL, peppolRules } from './peppol-rules.ts';
import { NoInvoice, readUbl } from './read-ubl.ts';
import type { Rule } from './rule.ts';

/** What of EN 16931-1 can be decided by a program. */
export const CORE_RULES: readonly Rule[] = [...documentRules, ...amountRules, ...categoryRules, ...codeRules];

/** Those, and what Peppol BIS Billing 3 asks for beyond. */
export const PEPPOL_RULES: readonly Rule[] = [...CORE_RULES, ...peppolRules, ...germanRules];

/** A rule that an invoice breaks. `id` is the norm's; `XML` for what is no invoice at all. */
export interface Violation {
  id: string;
  says: string;
}

export const brokenBy = (invoice: Invoice, rules: readonly Rule[]): Violation[] => rules.filter(({ holds }) => !holds(invoice)).map(({ id, says }) => ({ id, says }));

/** The rules an UBL document breaks: the norm's, and Peppol's too where it says that it follows them. */
export function validate(xml: string): Violation[] {
  let invoice: Invoice;
  try {
    invoice = readUbl(xml);
  } catch (error) {
    if (!(error instanceof NoInvoice)) throw error;
    return [{ id: 'XML', says: error.message }];
  }
  return brokenBy(invoice, invoice.customization === PEPPOL ? PEPPOL_RULES : CORE_RULES);
}
