import type { Money, Payment, PaymentMeans, PaymentPart, PaymentStatus } from '@faceplate/contracts';
import { factsOf } from '../policy/facts.ts';
import { instant, meaningOf, money, needed, records, text } from '../tmf/read.ts';
import type { Setting } from '../tmf/setting.ts';
import type { Facts } from '../policy/decide.ts';
import type { TmfBody } from '../upstream/types.ts';

/** A payment is its accounts': who paid it is another question. */
export const factsOfAccounts = (body: TmfBody): Facts => ({ accountIds: factsOf(body).accountIds });

const STATUS: Readonly<Record<string, PaymentStatus>> = {
  initialized: 'scheduled',
  pendingauthorization: 'processing',
  authorized: 'processing',
  pending: 'processing',
  inprogress: 'processing',
  captured: 'paid',
  completed: 'paid',
  done: 'paid',
  settled: 'paid',
  success: 'paid',
  denied: 'failed',
  failed: 'failed',
  canceled: 'abandoned',
  cancelled: 'abandoned',
  reversed: 'returned',
  returned: 'returned',
};

/** Our word for where a payment of billing's stands; `undefined` for a word nobody knows. */
export const billedStatus = (body: TmfBody): PaymentStatus | undefined => meaningOf(STATUS, text(body, 'status')?.toLowerCase());

const KINDS: Readonly<Record<string, PaymentMeans['kind']>> = {
  bankCard: 'card',
  tokenizedCard: 'card',
  bankAccountDebit: 'debit',
  directDebit: 'debit',
  bankAccountTransfer: 'debit',
};
const kindOf = (body: unknown): PaymentMeans['kind'] => {
  const word = text(body, '@type') ?? text(body, '@referredType') ?? '';
  return meaningOf(KINDS, word.charAt(0).toLowerCase() + word.slice(1)) ?? 'other';
};

const COMPANIONS = ['CustomerBill', 'Bill', 'Invoice'];

function partIn(item: TmfBody, own: PaymentPart['account'], setting: Setting): PaymentPart | undefined {
  const amount = amountIn(item, setting);
  if (!amount) return undefined;
  const named = COMPANIONS.includes(text(item, 'item', '@referredType') ?? 'CustomerBill') ? text(item, 'item', 'id') : undefined;
  const id = text(item, 'account', 'id') ?? own.id;
  const account = { id, name: text(item, 'account', 'name') ?? (id === own.id ? own.name : id) };
  return { account, ...(named !== undefined && { bill: { id: named, number: text(item, 'item', 'name') ?? named } }), amount };
}

/** A TMF676 payment as billing has it. Items that do not add up to it are left aside: it is then one sum for its account. */
export function billedPayment(body: TmfBody, setting: Setting): Payment {
  const id = needed(text(body, 'id'), 'id');
  const amount = needed(amountIn(body, setting), 'totalAmount');
  const status = needed(billedStatus(body), 'status');
  const name = text(body, 'paymentMethod', 'name');
  return {
    id,
    reference: referenceOf(body) ?? id,
    status,
    amount,
    parts: partsIn(body, amount, setting),
    at: needed(instant(body, 'paymentDate') ?? instant(body, 'statusDate'), 'paymentDate'),
    ...endOf(body, status),
    ...(name !== undefined && { means: { kind: kindOf(body['paymentMethod']), name } }),
  };
}

/** For customers to quote: a number, never the kind of payment that some systems give as its name. */
const referenceOf = (body: TmfBody): string | undefined => {
  const name = text(body, 'name');
  const number = name !== undefined && /^P-\d{10}$/.test(name) ? name : (text(body, 'correlatorId') ?? text(body, 'authorizationCode'));
  // Numbers that machines give each other can be paths; people quote their end.
  return number?.split('/').at(-1)?.slice(0, 40);
};

/** What a TMF676 record or one of its items comes to. */
export const amountIn = (body: TmfBody, { currency }: Setting): Money | undefined => money(currency, body, 'totalAmount') ?? money(currency, body, 'amount');

function partsIn(body: TmfBody, amount: Money, setting: Setting): PaymentPart[] {
  const id = needed(text(body, 'account', 'id'), 'account.id');
  const account = { id, name: text(body, 'account', 'name') ?? id };
  const items = records(body, 'paymentItem').flatMap((item) => partIn(item, account, setting) ?? []);
  const isOneCurrency = items.every((item) => item.amount.currency === amount.currency);
  const isWhole = isOneCurrency && items.reduce((sofar, item) => sofar + item.amount.amount, 0) === amount.amount;
  return isWhole ? items : [{ account, amount }];
}

/** When it was over, and why it came to nothing. */
function endOf(body: TmfBody, status: PaymentStatus): Pick<Payment, 'settledAt' | 'why'> {
  const settledAt = status === 'paid' || status === 'failed' || status === 'returned' ? instant(body, 'statusDate') : undefined;
  const why = status === 'failed' ? text(body, 'statusReason') : undefined;
  return { ...(settledAt !== undefined && { settledAt }), ...(why !== undefined && { why }) };
}

const tokenOf = (body: TmfBody): { token?: string } => {
  const token = text(body, 'token');
  return token === undefined ? {} : { token };
};

/** A TMF670 method. Billing takes from it by itself; in a payment of the portal only what the provider keeps under the same token can be used. */
export const means = (body: TmfBody): PaymentMeans & { token?: string } => ({
  id: needed(text(body, 'id'), 'id'),
  ...tokenOf(body),
  kind: kindOf(body),
  name: text(body, 'name') ?? 'Payment method',
  preferred: body['isPreferred'] === true,
  usable: false,
});
