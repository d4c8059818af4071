import type { Bill, Charge, LocalDate } from '@faceplate/contracts';
import { type Draft, draftOf, type Pair, sumOf } from './bill-change-draft.ts';
import type { Joined } from './bill-change-facts.ts';
import type { Line } from './bill-change-line.ts';

const accountOf = ({ charge, bill }: Line): string | undefined => (charge.account?.id === bill.account.id ? undefined : charge.account?.id);

const holdsOn = (day: LocalDate, { from, until }: Joined): boolean => from <= day && (until === undefined || day < until);

/**
 * Accounts whose charges stand on one of two bills and not on the other, because they came to it or left it in between;
 * with the day, where it is known. Without any word of an account's own, its lines must tell: on one bill, none on the other.
 */
export function movedAccounts(was: readonly Line[], is: readonly Line[], joined: readonly Joined[], { before, after }: { before: Bill; after: Bill }): Map<string, LocalDate | undefined> {
  const [on, now] = [was, is].map((lines) => new Set(lines.map(accountOf)));
  const moved = new Map<string, LocalDate | undefined>();
  for (const id of new Set([...was, ...is].flatMap((line) => accountOf(line) ?? []))) {
    if (on?.has(id) && now?.has(id)) continue;
    const own = joined.filter(({ accountId }) => accountId === id);
    const [then, today] = [before.date, after.date].map((day) => own.some((one) => holdsOn(day, one)));
    if (own.length > 0 && then === today) continue;
    const days = own.flatMap(({ from, until }) => [from, ...(until === undefined ? [] : [until])]);
    moved.set(id, days.find((day) => before.date < day && day <= after.date));
  }
  return moved;
}

export const isMoved = (line: Line, moved: ReadonlyMap<string, unknown>): boolean => moved.has(accountOf(line) ?? '');

/** What accounts that came or left make of the difference, one cause for each of their services. */
export function movedDrafts(was: readonly Line[], is: readonly Line[], moved: ReadonlyMap<string, LocalDate | undefined>, { currency, key }: { currency: string; key: (line: Line) => string }): Draft[] {
  const place = (line: Line) => `${accountOf(line) ?? ''} ${key(line)}`;
  const picked = [was, is].map((lines) => Map.groupBy(lines.filter((line) => isMoved(line, moved)), place));
  return [...new Set(picked.flatMap((lines) => [...lines.keys()]))].map((one) => {
    const [before = [], after = []] = picked.map((lines) => lines.get(one) ?? []);
    const account = [...after, ...before].map(({ charge }) => charge.account).find((named) => named !== undefined);
    return movedDraft({ before, after, currency }, account, moved);
  });
}

function movedDraft(pair: Pair, account: Charge['account'], moved: ReadonlyMap<string, LocalDate | undefined>): Draft {
  const on = account && moved.get(account.id);
  const amount = sumOf(pair.after, pair.currency) - sumOf(pair.before, pair.currency);
  return draftOf('moved-account', pair, amount, { ...(account && { account }), ...(on && { on }) });
}
