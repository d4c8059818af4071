import type { Bill, LocalDate, Month } from '@faceplate/contracts';
import { monthOf } from '@faceplate/domain';
import { accountsBackend } from '../accounts/accounts.backend.ts';
import { type AllBills, billsWithLines } from '../bills/all-lines.ts';
import { joiningsOf } from '../consolidation/joinings.ts';
import type { Call } from '../routing/route.ts';
import { onceEach, orGap } from '../tmf/gather.ts';
import { text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';
import type { Key, KeyOf } from './sheets.ts';

/** The account that a line was run up on: one bill may be for several. */
export const accountOf: KeyOf = (charge, { account }): Key => charge.account ?? account;

/**
 * What was run up on an account since a day, on whosever bill it stands; of all accounts where none is named. What an
 * account's bill holds for others is no part of it.
 */
export async function linesSince(call: Call, from: LocalDate, account: string | undefined): Promise<AllBills> {
  if (account === undefined) return billsWithLines(call, from);
  const { value: accounts, gaps } = await orGap('TMF666', accountsBackend(call).accounts());
  const known = accounts?.rows.find((body) => text(body, 'id') === account);
  const holders = known ? holdersOf(call, known) : [];
  const read = await Promise.all([account, ...holders].map((id) => billsWithLines(call, from, id)));
  const bills = read.flatMap((one) => one.bills).map((bill): Bill => ({ ...bill, charges: bill.charges.filter((charge) => accountOf(charge, bill).id === account) }));
  return { bills: bills.filter(({ charges }) => charges.length > 0), gaps: onceEach([...gaps, ...(accounts?.gaps ?? []), ...read.flatMap((one) => one.gaps)]) };
}

/**
 * Accounts that were billed for the month before the last and not for the last: bills of one month are written on many
 * days, and one that was asked for early is alone in its month.
 */
export function awaitedIn(bills: readonly Bill[], months: readonly Month[]): Key[] {
  const [last, before] = months.toReversed();
  const billedIn = (month: Month | undefined) => {
    const own = bills.filter(({ period }) => monthOf(period.from) === month);
    return new Map(own.flatMap((bill) => [bill.account, ...bill.charges.map((charge) => accountOf(charge, bill))]).map((one) => [one.id, one]));
  };
  const billed = billedIn(last);
  return [...billedIn(before).values()].filter(({ id }) => !billed.has(id)).toSorted((one, other) => one.name.localeCompare(other.name));
}

/** On whose bills its charges have stood, as far as these are the caller's too. */
function holdersOf({ tenant, subject }: Call, account: TmfBody): string[] {
  const holders = joiningsOf(account, tenant.zone).map(({ with: { id } }) => id);
  return [...new Set(holders)].filter((id) => id !== account['id'] && subject.accountIds.includes(id));
}
