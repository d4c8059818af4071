import type { BillSummary, Consolidation, Gap, LocalDate } from '@faceplate/contracts';
import { accountOf } from '../accounts/accounts.adapter.ts';
import { accountsBackend } from '../accounts/accounts.backend.ts';
import { billSummaryOf } from '../bills/bills.adapter.ts';
import { billsBackend } from '../bills/bills.backend.ts';
import { notFound, Refusal } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { orGap, readEach } from '../tmf/gather.ts';
import { readOne } from '../tmf/read-one.ts';
import { day, text } from '../tmf/read.ts';
import { settingOf } from '../tmf/setting.ts';
import type { TmfBody } from '../upstream/types.ts';
import { type Joining, joiningOn, joiningsOf } from './joinings.ts';
import { type Landscape, membersOf, ownRefusals, targetRefusals } from './refusals.ts';

/** @throws {Refusal} 404 where the operator's billing makes one bill an account, whatever their relations say. */
export function demandOffered({ tenant }: Pick<Call, 'tenant'>): void {
  if (!tenant.consolidation) throw new Refusal({ status: 404, code: 'not-offered', title: 'This is not offered here.' });
}

/** The account among all of the person's that can be read. */
export async function landscapeOf(call: Call, accountId: string): Promise<Landscape & { own: TmfBody; gaps: Gap[] }> {
  demandOffered(call);
  const backend = accountsBackend(call);
  const found = await backend.accounts();
  const setting = settingOf(call);
  const { items: all, gaps } = readEach('TMF666', found, (body) => {
    accountOf(body, setting, backend.origin);
    return body;
  });
  const own = all.find((body) => body['id'] === accountId);
  if (!own) throw notFound();
  return { call, origin: backend.origin, all, own, gaps };
}

interface Newest extends Pick<BillSummary, 'total' | 'date'> {
  accountId: string;
  next: LocalDate | undefined;
}

/** The newest bill of each account, with the day of the one after it. */
async function newestBills(call: Call): Promise<{ of: (accountId: string) => Newest | undefined; gaps: Gap[] }> {
  const backend = billsBackend(call);
  const setting = settingOf(call);
  const found = await orGap('TMF678', backend.bills());
  if (!found.value) return { of: () => undefined, gaps: found.gaps };
  const { items, gaps } = readEach('TMF678', found.value, (body): Newest => {
    const { account, total, date } = billSummaryOf(body, setting, backend.origin);
    return { accountId: account.id, total, date, next: day(setting.zone, body, 'nextBillDate') };
  });
  const byAccount = Map.groupBy(items.toSorted((one, other) => other.date.localeCompare(one.date)), ({ accountId }) => accountId);
  return { of: (accountId) => byAccount.get(accountId)?.[0], gaps };
}

/** Bills are made as a month begins, where the last one does not say when the next will be. */
function nextBill(today: LocalDate, said: LocalDate | undefined): LocalDate {
  if (said !== undefined && said > today) return said;
  const [year, month] = today.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, month ?? 0, 1)).toISOString().slice(0, 10);
}

function stateOf(joining: Joining | undefined, today: LocalDate): Consolidation['state'] {
  if (!joining) return 'separate';
  if (joining.from > today) return 'joining';
  return joining.until === undefined ? 'joined' : 'leaving';
}

/** On whose bill the charges of an account stand, and on whose they could. */
export async function consolidationOf(call: Call, accountId: string): Promise<Consolidation> {
  const landscape = await landscapeOf(call, accountId);
  const { own, all, origin, gaps } = landscape;
  const setting = settingOf(call);
  const { today, zone } = setting;
  const bills = await newestBills(call);
  const joining = joiningOn(joiningsOf(own, zone), today);
  const named = (body: TmfBody) => readOne(origin, () => accountOf(body, setting, origin));
  const last = (id: string) => {
    const total = bills.of(id)?.total;
    return total ? { lastBill: total } : {};
  };
  const others = all.filter((body) => body !== own);
  return {
    account: pick(named(own)),
    state: stateOf(joining, today),
    ...(joining && { with: joining.with, from: joining.from }),
    ...(joining?.until !== undefined && { until: joining.until }),
    nextBill: nextBill(today, bills.of(accountId)?.next),
    ...last(accountId),
    refusals: ownRefusals(landscape, own),
    holds: membersOf(landscape, own, today, zone).map(({ body, joining: { from, until } }) => ({ account: pick(named(body)), from, ...(until !== undefined && { until }) })),
    targets: others.map((body) => {
      const account = named(body);
      return { account: pick(account), number: account.number, ...last(account.id), refusals: targetRefusals(landscape, own, body) };
    }),
    gaps: [...gaps, ...bills.gaps],
  };
}

const pick = ({ id, name }: { id: string; name: string }) => ({ id, name });

export const nameOf = (body: TmfBody) => ({ id: text(body, 'id') ?? '', name: text(body, 'name') ?? text(body, 'id') ?? '' });
