import type { BillSummary, Charge, Gap, Money, Period, RunningBill } from '@faceplate/contracts';
import { addDays, addMonths, addMonthsToDate, daysBetween, forecastOf, money, monthOf, startOfDay, zero } from '@faceplate/domain';
import { accountOf } from '../accounts/accounts.adapter.ts';
import { accountsBackend } from '../accounts/accounts.backend.ts';
import { billSummaryOf } from '../bills/bills.adapter.ts';
import { chargeOf } from '../bills/charge.adapter.ts';
import type { Call } from '../routing/route.ts';
import { type Found, orGap, readEach, unreadable } from '../tmf/gather.ts';
import { byAccount, ownRows, type Scope } from '../tmf/owned.ts';
import { isUnreadable, text } from '../tmf/read.ts';
import { type Setting, settingOf } from '../tmf/setting.ts';
import { partOf, readUnbilled, type RunUp, totalsOf } from './unbilled.ts';

/** A year says how months differ; with many accounts less has to do. */
const MOST_BEFORE = 12;
const MOST_BILLS_READ = 120;
const FEWEST_BEFORE = 3;
const MOST_LINES = 10_000;
/** An account that was billed so many days ago still runs. */
const RECENT = 70;

/** What accounts have run up since their last bills, with what it will come to. An account of which a charge could not be read is in the gaps: its total would be wrong. */
export async function runningBills(call: Call, accountId?: string): Promise<{ items: RunningBill[]; gaps: Gap[] }> {
  const scope: Scope = accountId === undefined ? byAccount(call) : { by: 'billingAccount.id', ids: [accountId] };
  const setting = settingOf(call);
  const [accounts, unbilled, bills] = await Promise.all([accountsBackend(call).accounts(), readUnbilled(call, scope), orGap('TMF678', readBills(call, scope, setting))]);
  const named = readEach('TMF666', accounts, (body) => accountOf(body, setting, call.tmf('TMF666').origin));
  const asked = named.items.filter(({ id }) => scope.ids.includes(id));
  const whole = asked.filter(({ id }) => unbilled.isWhole(id));
  const before = await readBefore(call, whole.map(({ id }) => newest(bills, id)), setting);
  const items = whole.flatMap((account) => {
    const last = newest(bills, account.id);
    const runs = unbilled.of(account.id);
    if (runs.length === 0 && !(last[0] && daysBetween(last[0].period.to, setting.today) < RECENT)) return [];
    const all = runs.length > 0 ? runs : [totalsOf([], account.currency)];
    return all.map((runUp) => runningOf({ id: account.id, name: account.name }, last[0]?.origin ?? account.origin, { runUp, last, before, setting }));
  });
  const said = [...named.gaps, ...unbilled.gaps, ...bills.gaps, ...(bills.value?.gaps ?? [])];
  return { items, gaps: whole.length < asked.length && said.length === 0 ? [unreadable('TMF678', asked.length - whole.length)] : said };
}

type Bills = Found<{ items: BillSummary[]; gaps: Gap[] }>;

async function readBills(call: Call, scope: Scope, setting: Setting): Promise<{ items: BillSummary[]; gaps: Gap[] }> {
  const found = await ownRows(call, 'TMF678', 'customerBill', scope, { query: { sort: '-billDate' } });
  return readEach('TMF678', found, (body) => billSummaryOf(body, setting, call.tmf('TMF678').origin));
}

const newest = (bills: Bills, accountId: string): BillSummary[] =>
  (bills.value?.items ?? []).filter(({ account }) => account.id === accountId).toSorted((one, other) => other.period.to.localeCompare(one.period.to));

/** The lines of bills before, bill by bill. Without them there is no forecast, and nothing else is missing. */
async function readBefore(call: Call, accounts: readonly (readonly BillSummary[])[], setting: Setting): Promise<ReadonlyMap<string, Charge[]>> {
  const each = Math.min(MOST_BEFORE, Math.floor(MOST_BILLS_READ / Math.max(1, accounts.length)));
  const ids = each < FEWEST_BEFORE ? [] : accounts.flatMap((bills) => bills.slice(0, each)).map(({ id }) => id);
  const found = ids.length > 0 ? await orGap('TMF678', call.tmf('TMF678').list('appliedCustomerBillingRate', { 'bill.id': ids }, { limit: MOST_LINES })) : undefined;
  const list = found?.value;
  if (!list || list.partial || list.unreadable > 0) return new Map();
  const rows = Map.groupBy(list.items, (row) => text(row, 'bill', 'id') ?? '');
  return new Map(ids.flatMap((id) => {
    const lines = orNothing(() => (rows.get(id) ?? []).map((row) => chargeOf(row, setting)));
    return lines && lines.length > 0 ? [[id, lines]] : [];
  }));
}

/** What cannot be reckoned with is as if it were not known. */
function orNothing<T>(reckon: () => T): T | undefined {
  try {
    return reckon();
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return undefined;
  }
}

interface Facts {
  runUp: RunUp;
  /** Bills of the account, the newest first. */
  last: readonly BillSummary[];
  before: ReadonlyMap<string, Charge[]>;
  setting: Setting;
}

function runningOf(account: RunningBill['account'], origin: string, { runUp, last, before, setting }: Facts): RunningBill {
  const period = runningPeriod(runUp.charges, last[0]?.period, setting);
  const forecast = forecastIn(period, { runUp, last, before, setting });
  const { charges, net, taxes, total } = runUp;
  return { account, origin, period, charges, net, taxes, total, ...(forecast && { forecast }) };
}

/** From the day after the last bill's, as long as that one's; without bills what the charges cover; without any the month. */
export function runningPeriod(charges: readonly Charge[], last: Period | undefined, { today }: Setting): Period {
  if (last && last.to < today && daysBetween(last.to, today) < RECENT) {
    const from = addDays(last.to, 1);
    const isMonth = monthOf(last.from) === monthOf(last.to) || addMonthsToDate(last.from, 1) === from;
    const to = isMonth ? addDays(addMonthsToDate(from, 1), -1) : addDays(from, daysBetween(last.from, last.to));
    if (to >= today) return { from, to };
  }
  const covered = charges.flatMap((charge) => charge.period ?? []).filter(({ from, to }) => from <= today && today <= to && daysBetween(from, to) < RECENT);
  const [from, to] = [covered.map((one) => one.from).toSorted()[0], covered.map((one) => one.to).toSorted().at(-1)];
  const month = monthOf(today);
  return from !== undefined && to !== undefined ? { from, to } : { from: `${month}-01`, to: addDays(`${addMonths(month, 1)}-01`, -1) };
}

const isUse = ({ kind }: Charge): boolean => kind === 'usage';
/** What comes each month whatever is used. */
const isStanding = ({ kind }: Charge): boolean => kind === 'recurring' || kind === 'discount' || kind === 'instalment';

function forecastIn(period: Period, { runUp, last, before, setting }: Facts): RunningBill['forecast'] {
  const { currency } = runUp.net;
  const long = daysBetween(period.from, period.to) + 1;
  // Bills of other lengths say little about this one: a first part of a month, one made in between.
  const alike = last.filter((bill) => bill.total.currency === currency && Math.abs(daysBetween(bill.period.from, bill.period.to) + 1 - long) <= long / 5);
  const known = alike.flatMap(({ id }) => [before.get(id) ?? []].filter((lines) => lines.length > 0));
  const from = startOfDay(period.from, setting.zone).getTime();
  const to = startOfDay(addDays(period.to, 1), setting.zone).getTime();
  const totalOf = (lines: readonly Charge[], picks: (charge: Charge) => boolean) => totalsOf(lines.filter((charge) => picks(charge) && charge.net.currency === currency), currency).total;
  return orNothing(() => forecastOf({
    total: runUp.total,
    use: atLeastNothing(partOf(runUp, isUse)),
    // Some billing systems write what is sure each month only when they make the bill.
    toCome: runUp.charges.some(isStanding) ? zero(currency) : totalOf(known[0] ?? [], isStanding),
    passed: Math.min(1, (setting.now.getTime() - from) / (to - from)),
    before: known.map((lines) => totalOf(lines, isUse)),
  }));
}

const atLeastNothing = ({ amount, currency }: Money): Money => money(Math.max(0, amount), currency);
