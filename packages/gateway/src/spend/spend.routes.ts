import { SpendBy, SpendList } from '@faceplate/contracts';
import { addMonthsToDate, monthOf } from '@faceplate/domain';
import * as z from 'zod/mini';
import { demandMine, ofAccount } from '../accounts/of-account.ts';
import { amount, csvOf, CSV_TYPE } from '../exports/csv.ts';
import { numeral } from '../routing/numeral.ts';
import { type Call, type Route, route } from '../routing/route.ts';
import { onceEach } from '../tmf/gather.ts';
import { readOne } from '../tmf/read-one.ts';
import { settingOf } from '../tmf/setting.ts';
import { awaitedIn, linesSince } from './account-lines.ts';
import { keysFor } from './keys.ts';
import { spendMonths, spendSheets } from './sheets.ts';

const LONGEST = 24;
const USUAL = 6;

const query = z.object({
  by: SpendBy,
  months: z.optional(numeral(`Ask for 2 to ${LONGEST} months.`, 2, LONGEST)),
  ...ofAccount,
});

async function spending(call: Call<unknown, z.output<typeof query>>): Promise<SpendList> {
  const { by, months: count = USUAL, account } = call.query;
  demandMine(call, account);
  const { today } = settingOf(call);
  // A bill is written some weeks after its month has begun; one that is late counts all the same.
  const from = `${monthOf(addMonthsToDate(today, -count - 2))}-01`;
  const [{ bills, gaps }, keys] = await Promise.all([linesSince(call, from, account), keysFor(call, by)]);
  const months = spendMonths(bills, count, today);
  const sheets = readOne(call.tmf('TMF678').origin, () => spendSheets(bills, months, keys.keyOf, keys.parentOf));
  const awaited = awaitedIn(bills, months);
  return { by, months, ...(awaited.length > 0 && { awaited }), sheets, gaps: onceEach([...gaps, ...keys.gaps]) };
}

/** A line a group: names of groups above stand beside it, since a table has no tree. */
function table({ months, sheets }: SpendList): string {
  const rows = sheets.flatMap(({ currency, groups }) => {
    const names = new Map(groups.map(({ id, name }) => [id, name]));
    return groups.map(({ name, parentId, amounts, total, change }) => [name, names.get(parentId ?? ''), ...amounts.map(amount), amount(total), amount(change), currency]);
  });
  return csvOf(['name', 'above', ...months, 'total', 'change', 'currency'], rows);
}

export const spendRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/spend/export.csv',
    summary: 'What was spent, as a table for a spreadsheet.',
    query,
    codes: ['not-found'],
    answer: { media: CSV_TYPE },
    policy: { action: 'bill.read' },
    routeClass: 'export',
    handle: async (call) => ({ bytes: new TextEncoder().encode(table(await spending(call))), fileName: `spend-${call.query.by}-${settingOf(call).today}.csv` }),
  }),
  route({
    method: 'GET',
    path: '/spend',
    summary: 'What was spent month by month, told apart by service, person, site, unit, cost centre, account or kind.',
    detail: 'Before tax, of billed lines alone; one sheet a currency. The groups at the top add up to `sums`. With `account`, the lines that were run up on it, on whosever bill they stand. Lines of no group stand under `other`, what was not itemised under `not-itemised`.',
    query,
    codes: ['not-found'],
    answer: SpendList,
    policy: { action: 'bill.read' },
    handle: spending,
  }),
];
