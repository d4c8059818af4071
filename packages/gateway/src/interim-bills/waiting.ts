import type { Charge, Gap } from '@faceplate/contracts';
import { accountOf } from '../accounts/accounts.adapter.ts';
import { accountsBackend } from '../accounts/accounts.backend.ts';
import { heldBy, type Joining, joiningsOf } from '../consolidation/joinings.ts';
import type { Call } from '../routing/route.ts';
import { type Found, orGap } from '../tmf/gather.ts';
import { readOne } from '../tmf/read-one.ts';
import { text } from '../tmf/read.ts';
import { settingOf } from '../tmf/setting.ts';
import type { TmfBody } from '../upstream/types.ts';
import { readUnbilled, type RunUp, totalsOf, type Unbilled } from '../usage/unbilled.ts';

/** What waits for the bill of an account: its own charges, and those of the accounts on that bill. */
export interface Waiting {
  runUp: RunUp[];
  /** Whether that is all there is. */
  isWhole: boolean;
  /** In the accounts' own word; some billing systems say what has been run up, and not of what it is. */
  sum: number;
  gaps: Gap[];
}

/** The account on whose bill the charges of this one stand today. */
export function holderOf(call: Call, account: TmfBody): Joining['with'] | undefined {
  // What the relations of a billing system that heeds none of them say is about no bill.
  if (!call.tenant.consolidation) return undefined;
  const { today, zone } = settingOf(call);
  return joiningsOf(account, zone).find(({ from, until }) => from <= today && (until === undefined || today < until))?.with;
}

export async function waitingOf(call: Call, account: TmfBody, accountId: string): Promise<Waiting> {
  const members = await membersOf(call, account, accountId);
  const on = members.value?.on ?? [];
  const ids = [accountId, ...on.flatMap((body) => text(body, 'id') ?? [])];
  const { value, gaps } = await orGap('TMF678', readUnbilled(call, { by: 'billingAccount.id', ids }));
  const isWhole = value !== undefined && members.value?.isWhole === true && ids.every(value.isWhole);
  return {
    runUp: isWhole ? together(value, ids) : [],
    isWhole,
    sum: [account, ...on].reduce((sofar, body) => sofar + unbilledSum(call, body), 0),
    gaps: [...members.gaps, ...gaps, ...(value?.gaps ?? [])],
  };
}

interface Members {
  on: readonly TmfBody[];
  isWhole: boolean;
}

/** The other accounts on its bill today. One that is not the person's, or whose charges are not theirs to see, leaves the rest short. */
async function membersOf(call: Call, account: TmfBody, accountId: string): Promise<Found<Members>> {
  if (!call.tenant.consolidation) return { value: { on: [], isWhole: true }, gaps: [] };
  const { value, gaps } = await orGap('TMF666', accountsBackend(call).accounts());
  if (!value) return { gaps };
  const { rows, partial, unreadable } = value;
  const on = rows.filter((body) => body['id'] !== accountId && holderOf(call, body)?.id === accountId);
  const isSeen = heldBy(account).every((id) => rows.some((body) => body['id'] === id));
  const isTheirs = on.every((body) => call.allows({ accountIds: [text(body, 'id') ?? ''] }, 'bill.read'));
  return { value: { on, isWhole: !partial && unreadable === 0 && isSeen && isTheirs }, gaps: [...gaps, ...(value.gaps ?? [])] };
}

/** Taxes that are reckoned once a rate are so on the sum of all lines, whosever they are: sums of each account would be off by cents. */
function together(unbilled: Unbilled, ids: readonly string[]): RunUp[] {
  const charges = ids.flatMap((id) => unbilled.of(id)).flatMap((one): Charge[] => one.charges);
  return [...Map.groupBy(charges, ({ net }) => net.currency)].map(([currency, some]) => totalsOf(some, currency));
}

function unbilledSum(call: Call, account: TmfBody): number {
  const { origin } = call.tmf('TMF666');
  return readOne(origin, () => accountOf(account, settingOf(call), origin)).balances.unbilled.amount;
}
