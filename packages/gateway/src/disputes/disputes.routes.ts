import { AppealRequest, Dispute, DisputeList, DisputeRequest, type DisputeSummary } from '@faceplate/contracts';
import * as z from 'zod/mini';
import { falling, type Order, paged, pageQuery } from '../paging/page.ts';
import { Refusal } from '../problem.ts';
import { type Call, type Route, route } from '../routing/route.ts';
import { authorOf, demandOpen } from '../tickets/open-ticket.ts';
import { notePatch } from '../tickets/ticket-bodies.ts';
import { readEach } from '../tmf/gather.ts';
import { ownRecord } from '../tmf/owned.ts';
import { records, text } from '../tmf/read.ts';
import { settingOf } from '../tmf/setting.ts';
import type { TmfBody } from '../upstream/types.ts';
import { canAppeal, canWithdraw, disputeFacts, disputeSummaryOf } from './dispute.adapter.ts';
import { disputesBackend } from './disputes.backend.ts';
import { raiseDispute } from './raise.ts';
import { paidSince, termsOf } from './terms.ts';
import { view } from './view.ts';

const LAST_CHANGED: Order<DisputeSummary> = [falling(({ changedAt }) => changedAt), falling(({ id }) => id)];

interface One {
  disputeId: string;
}

const decided = () => new Refusal({ status: 409, code: 'dispute-decided', title: 'This dispute is decided or closed; it cannot be taken back any more.' });
const noAppeal = () => new Refusal({ status: 409, code: 'appeal-not-possible', title: 'This cannot be objected to: it is not decided, all was granted, or it is closed.' });

async function withdraw(call: Call<One>): Promise<Dispute> {
  const changed = await disputesBackend(call).change(call.params.disputeId, (ticket) => {
    call.demand(disputeFacts(ticket));
    // Taken back already, by this click or an earlier one.
    if (text(ticket, 'status') === 'cancelled') return undefined;
    call.demandUnchanged(view(call, ticket));
    if (!canWithdraw(ticket)) throw decided();
    return { status: 'cancelled', statusChangeReason: 'Withdrawn by the customer' };
  });
  return view(call, changed);
}

async function appeal(call: Call<One, unknown, AppealRequest>): Promise<Dispute> {
  const id = call.operationKey.slice(0, 16);
  const changed = await disputesBackend(call).change(call.params.disputeId, (ticket): TmfBody | undefined => {
    call.demand(disputeFacts(ticket));
    // A repeat whose first answer was lost: it is open again already.
    if (records(ticket, 'note').some((note) => text(note, 'id') === id)) return undefined;
    const now = view(call, ticket);
    call.demandUnchanged(now);
    if (!canAppeal(ticket, now)) throw noAppeal();
    demandOpen(ticket);
    return { status: 'inProgress', statusChangeReason: 'Objected to by the customer', ...notePatch(ticket, call.body.text, authorOf(call), id, call.clock()) };
  });
  return view(call, changed);
}

/** What is told before anybody types: what is usually settled at once, and from when on paid bills can be disputed. */
function told(call: Call): DisputeList['terms'] {
  const { tenant } = call;
  const { goodwill } = termsOf(tenant);
  return { paidSince: paidSince(tenant, settingOf(call).today), ...(goodwill !== undefined && { goodwill: { amount: goodwill, currency: tenant.currency } }) };
}

export const disputeRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/bills/:billId/disputes',
    summary: 'Disputes a line of a bill, a part of one, or the bill as a whole.',
    detail: 'What is disputed is not due while it is looked at. At most what the line or the bill comes to, tax included, less what is in dispute or was given back already. Files are added by `POST /tickets/{disputeId}/attachments`, answers by `POST /tickets/{disputeId}/notes`.',
    body: DisputeRequest,
    codes: ['dispute-exists', 'dispute-too-late', 'dispute-too-much', 'busy'],
    answer: Dispute,
    status: 201,
    policy: { action: 'dispute.raise' },
    handle: (call) => call.inTurn(`disputes of bill ${call.params.billId}`, () => raiseDispute(call)),
  }),
  route({
    method: 'GET',
    path: '/disputes',
    summary: 'Your disputes, last changed first; those of one bill when asked.',
    query: z.object({ bill: z.optional(z.string().check(z.maxLength(64))), ...pageQuery }),
    codes: ['not-found', 'cursor-invalid'],
    answer: DisputeList,
    policy: { action: 'dispute.read' },
    handle: async (call) => {
      const { bill } = call.query;
      if (bill !== undefined) await ownRecord(call, 'TMF678', 'customerBill', bill);
      const { items, gaps } = readEach('TMF621', await disputesBackend(call).disputes(bill), (row) => disputeSummaryOf(row, call.tenant.currency));
      return { gaps, total: items.length, ...(await paged(call, items, LAST_CHANGED)), terms: told(call) };
    },
  }),
  route({
    method: 'GET',
    path: '/disputes/:disputeId',
    summary: 'One dispute with everything that happened to it.',
    answer: Dispute,
    policy: { action: 'dispute.read' },
    handle: async (call) => view(call, await disputesBackend(call).dispute(call.params.disputeId)),
  }),
  route({
    method: 'POST',
    path: '/disputes/:disputeId/withdraw',
    summary: 'Takes a dispute back: what was held is due again.',
    body: z.object({}),
    codes: ['dispute-decided', 'changed-meanwhile', 'busy'],
    answer: Dispute,
    policy: { action: 'dispute.change' },
    handle: (call) => call.inTurn(`ticket ${call.params.disputeId}`, () => withdraw(call)),
  }),
  route({
    method: 'POST',
    path: '/disputes/:disputeId/appeal',
    summary: 'Objects to how a dispute was decided: it is looked at again.',
    body: AppealRequest,
    codes: ['appeal-not-possible', 'ticket-full', 'changed-meanwhile', 'busy'],
    answer: Dispute,
    policy: { action: 'dispute.change' },
    handle: (call) => call.inTurn(`ticket ${call.params.disputeId}`, () => appeal(call)),
  }),
];
