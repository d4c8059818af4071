import type { Charge, Gap, Period, UsageEvent } from '@faceplate/contracts';
import { addDays, localDate, startOfDay } from '@faceplate/domain';
import { notFound } from '../problem.ts';
import { factsOf } from '../policy/facts.ts';
import type { Call } from '../routing/route.ts';
import { OPAQUE_ID } from '../routing/read.ts';
import { dated } from '../tmf/dated.ts';
import { readEach, type Rows } from '../tmf/gather.ts';
import { found, ownRecord } from '../tmf/owned.ts';
import { period, records, text } from '../tmf/read.ts';
import { readOne } from '../tmf/read-one.ts';
import { rowsOf } from '../tmf/rows.ts';
import { settingOf } from '../tmf/setting.ts';
import type { TmfBody, TmfQuery } from '../upstream/types.ts';
import { eventOf, isRated, productOfUse, useOf } from '../usage/use.adapter.ts';
import { chargeOf } from './charge.adapter.ts';

/** A very talkative month of one line. */
const MOST_RECORDS = 20_000;

/** A line of a bill of the caller's, and whose it is. */
interface Behind {
  charge: Charge;
  accountId: string;
  /** When its uses came about. */
  covers: Period;
}

/** The single uses behind a line of a bill (TMF635): for who uses the service, and for the holder of its account. */
export async function chargeEvents(call: Call, billId: string, chargeId: string): Promise<{ events: UsageEvent[]; gaps: Gap[] }> {
  const behind = await lineOf(call, billId, chargeId);
  const rows = await recordsBehind(call, behind);
  const isHolder = call.allows({ accountIds: [behind.accountId] }, 'usage.detail');
  const shown = rows.rows.filter((row) => isHolder || call.allows(factsOf(row), 'usage.read'));
  if (!isHolder && shown.length === 0) throw notFound();
  const setting = settingOf(call);
  const { items, gaps } = readEach('TMF635', { ...rows, rows: shown }, (row) => eventOf(useOf(row, setting)));
  return { events: items, gaps };
}

async function lineOf(call: Call, billId: string, chargeId: string): Promise<Behind> {
  if (!OPAQUE_ID.test(chargeId)) throw notFound();
  const bill = await ownRecord(call, 'TMF678', 'customerBill', billId, { action: 'bill.detail' });
  const row = await found(call.tmf('TMF678').get('appliedCustomerBillingRate', chargeId));
  // What was run up on another account than the bill's is for the holder of that one.
  const accountId = text(row, 'billingAccount', 'id') ?? text(bill, 'billingAccount', 'id');
  if (row['id'] !== chargeId || text(row, 'bill', 'id') !== billId || accountId === undefined) throw notFound();
  const setting = settingOf(call);
  const charge = readOne(call.tmf('TMF678').origin, () => chargeOf(row, setting));
  const covers = charge.period ?? period(setting.zone, bill, 'billingPeriod');
  if (!charge.hasEvents || !covers) throw notFound();
  return { charge, accountId, covers };
}

/** Those that name the line; where a system does not say that, those of its product, name and days. */
async function recordsBehind(call: Call, behind: Behind): Promise<Rows> {
  const named = await listed(call, { 'ratedProductUsage.appliedCustomerBillingRate.id': behind.charge.id }, (row) => isNamed(row, behind.charge.id) && isOf(row, behind));
  return named.rows.length > 0 ? named : alike(call, behind);
}

const isNamed = (row: TmfBody, chargeId: string): boolean =>
  records(row, 'ratedProductUsage').some((rated) => records(rated, 'appliedCustomerBillingRate').some((rate) => text(rate, 'id') === chargeId));

/** Nothing in it says that it is of another product, or another account's. */
function isOf(row: TmfBody, { charge, accountId }: Behind): boolean {
  const [{ accountIds }, productId] = [factsOf(row), productOfUse(row)];
  return (accountIds.length === 0 || accountIds.includes(accountId)) && (productId === undefined || productId === charge.service?.productId);
}

async function alike(call: Call, behind: Behind): Promise<Rows> {
  const { charge, covers } = behind;
  const productId = charge.service?.productId;
  if (productId === undefined) return { rows: [], unreadable: 0 };
  const { zone } = call.tenant;
  const keep = (row: TmfBody) => {
    const moment = Date.parse(text(row, 'usageDate') ?? '');
    const on = Number.isNaN(moment) ? '' : localDate(moment, zone);
    return productOfUse(row) === productId && isOf(row, behind) && text(row, 'ratedProductUsage', 'offerTariffType') === charge.name && on >= covers.from && on <= covers.to;
  };
  const of = { 'ratedProductUsage.productRef.id': productId };
  const dates = { 'usageDate.gte': startOfDay(covers.from, zone).toISOString(), 'usageDate.lt': startOfDay(addDays(covers.to, 1), zone).toISOString() };
  return dated(dates, (by) => listed(call, { ...of, ...by }, keep));
}

/** Of a server that heeds no filter, only what was asked for is kept. */
async function listed(call: Call, query: TmfQuery, keep: (row: TmfBody) => boolean): Promise<Rows> {
  const list = await call.tmf('TMF635').list('usage', query, { limit: MOST_RECORDS });
  return rowsOf(call, 'TMF635', 'usage', { ...list, items: list.items.filter((row) => keep(row) && isRated(row)) });
}
