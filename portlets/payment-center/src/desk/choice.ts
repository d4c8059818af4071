import type { Money, PaymentRequest } from '@faceplate/contracts';
import { allocate, money, sum, toDecimal } from '@faceplate/domain';
import { readAmount } from '@faceplate/localize';
import type { Desk, OpenBill } from './desk.ts';
import { NEW_MEANS, type TypedPayment } from './typed-payment.ts';

export type Wrong = 'missing' | 'unreadable' | 'too-much';

/** What would be paid as it stands. `parts` always add up to `total`; with something in `wrong` nothing may be sent. */
export interface Choice {
  parts: { billId: string; accountId: string; amount: Money }[];
  total: Money;
  /** What is wrong, by bill id, or `amount` for the one amount. */
  wrong: ReadonlyMap<string, Wrong>;
}

/** The field of the amount that goes to the oldest first. */
export const ONE_AMOUNT = 'amount';

/** What a person's choice means for each bill. */
export function choose(desk: Desk, typed: TypedPayment, locale: string): Choice {
  if (typed.way === 'amount') return oldestFirst(desk, typed.amount ?? '', locale);
  if (typed.way === 'parts') return chosenParts(desk, typed.parts ?? {}, locale);
  return choiceOf(desk, desk.bills.map(({ id, open }) => ({ id, amount: open })));
}

function oldestFirst(desk: Desk, typed: string, locale: string): Choice {
  const read = readPart(typed, desk.total, locale);
  if (typeof read !== 'number') return choiceOf(desk, [], new Map([[ONE_AMOUNT, read]]));
  return choiceOf(desk, allocate(desk.bills, money(read, desk.currency)).parts);
}

function chosenParts(desk: Desk, typed: Readonly<Record<string, string>>, locale: string): Choice {
  const wrong = new Map<string, Wrong>();
  const parts: { id: string; amount: Money }[] = [];
  for (const { id, open } of desk.bills) {
    const text = typed[id];
    if (text === undefined) continue;
    const read = readPart(text, open, locale);
    if (typeof read === 'number') parts.push({ id, amount: money(read, desk.currency) });
    else wrong.set(id, read);
  }
  return choiceOf(desk, parts, wrong);
}

function readPart(typed: string, most: Money, locale: string): number | Wrong {
  if (typed.trim() === '') return 'missing';
  const read = readAmount(typed, most.currency, locale);
  if (!read) return 'unreadable';
  return read > most.amount ? 'too-much' : read;
}

function choiceOf(desk: Desk, parts: readonly { id: string; amount: Money }[], wrong: Choice['wrong'] = new Map()): Choice {
  const accounts = new Map(desk.bills.map(({ id, account }) => [id, account.id]));
  return {
    parts: parts.map(({ id, amount }) => ({ billId: id, accountId: accounts.get(id) ?? '', amount })),
    total: sum(parts.map(({ amount }) => amount), desk.currency),
    wrong,
  };
}

/** Parts that pay each bill what is chosen for it, as somebody would type them: where editing begins. */
export const partsFrom = ({ parts }: Choice, locale: string): Record<string, string> =>
  Object.fromEntries(parts.map(({ billId, amount }) => [billId, typedAmount(amount, locale)]));

/** An amount as the field shows it: digits of the currency, no sign of it, no groups. */
export function typedAmount(amount: Money, locale: string): string {
  const comma = new Intl.NumberFormat(locale).format(0.5).includes(',');
  return comma ? toDecimal(amount).replace('.', ',') : toDecimal(amount);
}

/** One amount for an account goes to its oldest bill first; what is more than open stays on the newest, where it is told. */
export function partsOfAccount(bills: readonly OpenBill[], typed: string, locale: string): Record<string, string> {
  const [first] = bills;
  const read = first && readAmount(typed, first.open.currency, locale);
  if (!first || !read) return {};
  const { parts, left } = allocate(bills, money(read, first.open.currency));
  const last = parts.at(-1);
  if (last && left.amount > 0) last.amount = money(last.amount.amount + left.amount, left.currency);
  return Object.fromEntries(parts.map(({ id, amount }) => [id, typedAmount(amount, locale)]));
}

/** What is sent: the same choice gives the same bytes, so that a repeat is known for one. */
export function requestOf({ parts }: Choice, { means, keep }: TypedPayment): PaymentRequest {
  return {
    parts: parts.map(({ billId, accountId, amount }) => ({ accountId, billId, amount: { amount: amount.amount, currency: amount.currency } })),
    ...(means && means !== NEW_MEANS ? { meansId: means } : keep && { keep: true }),
  };
}
