import { type Account, accountRef } from './accounts.ts';
import { paidBills } from './bills.ts';
import type { Draft } from './draft.ts';
import { partyRef } from './parties.ts';
import { iso } from './zone.ts';
import { money } from '../customer-bill/amounts.ts';
import type { Resource } from '../store/store.ts';

/** So many payments back, who looks finds how a bill was paid. */
const MONTHS = 3;

interface Method extends Resource {
  name: string;
}

/** The way an account pays. Whoever has given a mandate pays by itself. */
function writeMethod(draft: Draft, account: Account, hasMandate: boolean): Method {
  const dice = draft.dice('payment method', account.id);
  const lastFourDigits = dice.digits(4);
  const common = {
    id: draft.id('payment method', account.id),
    status: 'active',
    statusDate: iso(account.lines[0]?.startedAt ?? draft.now),
    isPreferred: true,
    account: [accountRef(account)],
    relatedParty: partyRef(account.payer ?? account.owner, 'owner'),
  };
  const token = `tok_${draft.id('token', account.id)}`;
  const debit = { '@type': 'directDebit', name: `Direct debit, account ending in ${lastFourDigits}`, authorizationCode: `M${dice.digits(8)}`, token };
  const card = {
    '@type': 'tokenizedCard', name: `Card ending in ${lastFourDigits}`, brand: 'Meridian Card', lastFourDigits, tokenType: 'provider', token,
    expirationDate: iso(draft.now + dice.between(400, 1200) * 86_400_000),
  };
  const method = { ...common, ...(hasMandate ? debit : card) };
  draft.add('paymentMethod', method);
  return method;
}

function writePayment(draft: Draft, account: Account, method: Method, { billId, total, paidAt }: ReturnType<typeof paidBills>[number]): void {
  const amount = money(total);
  draft.add('payment', {
    id: draft.id('payment', billId),
    name: 'Payment of a bill',
    correlatorId: `bill/${billId}`,
    authorizationCode: draft.id('authorization', billId).toUpperCase(),
    status: 'captured',
    paymentDate: iso(paidAt),
    statusDate: iso(paidAt),
    account: accountRef(account),
    paymentMethod: { id: method.id, name: method.name, '@type': method['@type'], '@referredType': 'PaymentMethod' },
    amount,
    totalAmount: amount,
    paymentItem: [{ id: '1', item: { id: billId, '@referredType': 'CustomerBill' }, amount, totalAmount: amount }],
  });
}

/** How an account pays, and how it has paid its last bills. */
export function writePayments(draft: Draft, account: Account, hasMandate: boolean): void {
  const method = writeMethod(draft, account, hasMandate);
  for (const bill of paidBills(draft, account, MONTHS)) writePayment(draft, account, method, bill);
}
