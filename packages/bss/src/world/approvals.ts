import { approvalDocuments } from '../approval/flow.ts';
import { POLICY, policyIn } from '../approval/company.ts';
import { CHANGES } from '../trouble-ticket/approval.ts';
import { chainOf } from '../approval/policy.ts';
import { definitionOf } from '../definitions/definitions.ts';
import type { Resource } from '../store/store.ts';
import { money } from '../customer-bill/amounts.ts';
import { approvalId } from './approval-ref.ts';
import { type Draft, known } from './draft.ts';
import type { PlacedOrder } from './orders.ts';
import type { Party } from './parties.ts';
import { partyRef } from './parties.ts';
import { DAY, HOUR, iso } from './zone.ts';

/** Those who decide in the company; ids follow from labels, so they are known before anybody is written. */
export interface Deciders {
  admin: Party;
  north: Party;
  south: Party;
}

const person = ({ id, name }: Party) => ({ id, name });

/** From 200 € a month on the region has to say yes, from 500 € on the head office too; and the region to a change of a line that costs more than 50 €. */
function valueOf({ admin, north, south }: Deciders) {
  return {
    days: 7,
    ownApproval: false,
    tiers: [
      { name: 'Region', measure: 'monthly', over: money(20_000), approver: person(north), substitute: person(south) },
      { name: 'Head office', measure: 'monthly', over: money(50_000), approver: person(admin), substitute: person(north) },
      { name: 'Region', measure: 'once', over: money(5_000), categories: [CHANGES], approver: person(north), substitute: person(south) },
    ],
  };
}

export const approvalPolicy = (deciders: Deciders) => ({ name: POLICY, valueType: 'object', value: valueOf(deciders) });

const fact = (name: string, value: string) => ({ name, valueType: 'string', value });

/** Yesterday the region said yes to an order; now it is the head office's turn. */
export function writeApproval(draft: Draft, deciders: Deciders, order: PlacedOrder, requester: Party): void {
  const policy = known(policyIn(valueOf(deciders)), 'approval policy');
  const request = { requesterId: requester.id, once: order.once, monthly: order.monthly, categories: [] };
  const subject: Resource = { id: order.id, href: `${definitionOf('productOrder').path}/${order.id}`, '@type': 'ProductOrder', externalId: order.number };
  const submission = { policy, request, steps: chainOf(policy, request), requester: partyRef(requester), organization: partyRef(order.account.owner) };
  const flowId = approvalId(draft, order.id);
  const ids = { flow: flowId, task: (step: number) => draft.id('approval task', order.id, step) };
  const { flow, tasks } = approvalDocuments(subject, submission, new Date(order.placedAt), ids);
  draft.add('processFlow', withoutHref(flow));
  for (const [index, task] of tasks.entries()) draft.add('taskFlow', withoutHref(index === 0 ? decided(task, deciders.north, draft.now - DAY) : waiting(task, draft.now)));
}

/** The draft knows where things are. */
function withoutHref({ href: _own, ...body }: Resource): Resource {
  return body;
}

function decided(task: Resource, by: Party, at: number): Resource {
  const characteristic = [...(task['characteristic'] as object[]), fact('decision', 'approved'), fact('decidedBy', by.id)];
  return { ...task, state: 'completed', completionDate: iso(at), characteristic };
}

const waiting = (task: Resource, now: number): Resource => ({ ...task, state: 'active', startDate: iso(now - DAY), requestedCompletionDate: iso(now + 6 * DAY - HOUR) });
