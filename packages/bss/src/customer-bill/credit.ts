import { VAT, withTax } from './amounts.ts';
import { closeBooks, openBooks } from './books.ts';
import type { BilledLine, Charge, ReasonKind } from './charge.ts';
import { notBilled, rateBody } from './documents.ts';
import { credits, GOODWILL } from '../ledger/accounts.ts';
import { enter } from '../ledger/entry.ts';
import type { Act } from '../nouns/noun.ts';
import { newId } from '../rules/id.ts';
import { text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { unprocessable } from '../surface/tmf-error.ts';

export interface CreditGrant {
  /** Billing account. */
  accountId: string;
  /** Cents, tax included: what the customer is promised. More than nothing. */
  amount: number;
  /** The line on the bill: "Credit for an outage". */
  reason: string;
  /** What it is for, an id or `sla-violation/<id>`: one credit for each, a repeat changes nothing. */
  ref: string;
  /** Tax in per cent of what is taken back; VAT unless told. */
  rate?: number;
  /** The product it is about. */
  line?: BilledLine;
  /** What the customer can look up it goes back to; `ref` where there is nothing. */
  about?: { kind: ReasonKind; id: string };
}

export const accountReference = (account: Resource) => ({
  id: account.id,
  name: text(account['name']) ?? account.id,
  '@referredType': 'BillingAccount',
});

/**
 * Puts a credit on an account that the next bill run takes, as far as there is
 * something to pay, and answers the id of its appliedCustomerBillingRate.
 * Throws a 422 for an account there is not, or an amount that is none.
 */
export async function grantCredit(act: Act, { accountId, amount, reason, ref, rate = VAT, line, about }: CreditGrant): Promise<string> {
  if (!Number.isSafeInteger(amount) || amount <= 0) throw unprocessable('A credit is an amount above nothing.');
  const id = newId();
  const first = await act.tx.claim('credit', `${accountId}/${ref}`, id);
  if (first !== id) return first;
  const books = await openBooks(act, accountId);
  if (!books) throw unprocessable(`There is no billing account ${accountId} to give a credit to.`);
  const { net, tax } = withTax(amount, rate);
  const cause = about ? { reasonKind: about.kind, reason: about.id } : { reason: ref };
  const charge: Charge = { kind: 'credit', name: reason, net: 0 - net, tax: 0 - tax, rate, at: act.now.getTime(), ...cause, ...(line && { line }) };
  await act.tx.put('appliedCustomerBillingRate', rateOf(charge, id, notBilled(accountReference(books.account))));
  await enter(act, `credit/${id}`, reason, [[GOODWILL, net], [credits(accountId), -net]], ref);
  await closeBooks(act, books);
  return id;
}

/** A rate with the address it has under its API. */
export function rateOf(charge: Charge, id: string, billing: object): Resource {
  const { id: own, ...rest } = rateBody(charge, id, billing);
  const href = `/tmf-api/customerBillManagement/v4/appliedCustomerBillingRate/${own}`;
  return { id: own, href, '@type': 'AppliedCustomerBillingRate', ...rest };
}
