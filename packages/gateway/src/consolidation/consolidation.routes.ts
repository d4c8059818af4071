import { Consolidation, ConsolidationRequest, type ConsolidationRefusal } from '@faceplate/contracts';
import * as z from 'zod/mini';
import { invalid, Refusal } from '../problem.ts';
import { type Call, type Route, route } from '../routing/route.ts';
import { changeRecord } from '../tmf/change-record.ts';
import { ownRecord } from '../tmf/owned.ts';
import { text } from '../tmf/read.ts';
import { settingOf } from '../tmf/setting.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { TmfBody } from '../upstream/types.ts';
import { joiningOn, joiningsOf, patchTo } from './joinings.ts';
import { ownRefusals, targetRefusals } from './refusals.ts';
import { consolidationOf, demandOffered, landscapeOf, nameOf } from './view.ts';

interface One {
  accountId: string;
}

const itself = (body: TmfBody) => ({ accountIds: [text(body, 'id') ?? ''] });

/** What would make it possible, for each reason there is. */
const REMEDIES: Readonly<Record<ConsolidationRefusal, string>> = {
  'no-right': 'Ask the holder of both accounts to do it.',
  'other-holder': 'Have both accounts held by the same customer first.',
  'other-payer': 'Have both accounts paid by the same person first.',
  'other-currency': 'Accounts in different currencies cannot be on one bill.',
  'other-system': 'These accounts are billed by different systems, which cannot share a bill.',
  'on-another-bill': 'It is on another bill itself: choose that one, or have it back on its own first.',
  'holds-others': 'Others are on its bill: have them back on their own first.',
  closed: 'A closed account has no further bills.',
};

const refused = (reasons: readonly ConsolidationRefusal[]) =>
  new Refusal({ status: 409, code: 'consolidation-refused', title: 'These charges cannot be on that bill.', detail: reasons.map((reason) => REMEDIES[reason]).join(' ') });

/** The billing system has the last word; what it refuses has changed since we looked. */
async function put(call: Call<One>, patch: (body: TmfBody) => TmfBody | undefined): Promise<void> {
  const { accountId } = call.params;
  const client = call.tmf('TMF666');
  const read = () => ownRecord(call, 'TMF666', 'billingAccount', accountId, { facts: itself, action: 'consolidation.change' });
  try {
    await changeRecord(client, { resource: 'billingAccount', id: accountId, read, patch });
  } catch (error) {
    if (error instanceof UpstreamProblem && error.fault === 'refused' && [400, 409, 422].includes(error.status ?? 0)) throw refused([]);
    throw error;
  }
}

async function join(call: Call<One, unknown, ConsolidationRequest>): Promise<Consolidation> {
  const landscape = await landscapeOf(call, call.params.accountId);
  const { today, zone } = settingOf(call);
  call.demand(itself(landscape.own));
  const holder = landscape.all.find((body) => body['id'] === call.body.with);
  if (!holder || holder === landscape.own) throw invalid(422, [{ path: 'with', message: 'There is no such other account of yours.' }]);
  const now = joiningOn(joiningsOf(landscape.own, zone), today);
  // To have what one has, or to go on with what was to end, needs no leave.
  if (now?.with.id !== call.body.with) {
    const reasons = [...ownRefusals(landscape, landscape.own), ...(now ? ['on-another-bill' as const] : []), ...targetRefusals(landscape, landscape.own, holder)];
    if (reasons.length > 0) throw refused([...new Set(reasons)]);
  }
  if (!now || now.with.id !== call.body.with || now.until !== undefined) await put(call, (body) => patchTo(body, nameOf(holder)));
  return consolidationOf(call, call.params.accountId);
}

async function end(call: Call<One>): Promise<Consolidation> {
  demandOffered(call);
  await put(call, (body) => {
    const { today, zone } = settingOf(call);
    const now = joiningOn(joiningsOf(body, zone), today);
    return now && now.until === undefined ? patchTo(body, undefined) : undefined;
  });
  return consolidationOf(call, call.params.accountId);
}

export const consolidationRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/accounts/:accountId/consolidation',
    summary: 'On whose bill the charges of an account stand, and on whose they could.',
    detail: 'Not offered where the operator makes a bill for each account whatever is asked for.',
    codes: ['not-offered'],
    answer: Consolidation,
    policy: { action: 'account.read' },
    handle: (call) => consolidationOf(call, call.params.accountId),
  }),
  route({
    method: 'POST',
    path: '/accounts/:accountId/consolidation',
    summary: 'Has the charges of an account stand on the bill of another, from the next bill on.',
    detail: 'Both must be of the same holder and payer, in one currency and one billing system. Until the next bill it can be taken back; the same call takes back an end that is to come.',
    body: ConsolidationRequest,
    codes: ['not-offered', 'consolidation-refused', 'busy'],
    answer: Consolidation,
    policy: { action: 'consolidation.change' },
    handle: (call) => call.inTurn(`bills of account ${call.params.accountId}`, () => join(call)),
  }),
  route({
    method: 'POST',
    path: '/accounts/:accountId/consolidation/end',
    summary: 'Has the charges of an account on a bill of its own again, from the next bill on; takes back what is to come.',
    body: z.object({}),
    codes: ['not-offered', 'consolidation-refused', 'busy'],
    answer: Consolidation,
    policy: { action: 'consolidation.change' },
    handle: (call) => call.inTurn(`bills of account ${call.params.accountId}`, () => end(call)),
  }),
];
