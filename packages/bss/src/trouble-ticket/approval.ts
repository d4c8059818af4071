import { closed } from '../approval/close.ts';
import { policyOf } from '../approval/company.ts';
import type { Decision } from '../approval/decision.ts';
import { flowRef, started } from '../approval/flow.ts';
import { chainOf } from '../approval/policy.ts';
import type { Act } from '../nouns/noun.ts';
import { valueOf, withValues } from '../rules/characteristic.ts';
import { instant, iso, type Json, objects, text } from '../simulator/course.ts';
import type { Span } from '../sla/spans.ts';
import type { Resource } from '../store/store.ts';

/** How a company's policy names changes of what it has, among the categories of what it orders. */
export const CHANGES = 'Change requests';

const LIST = 'troubleTicketCharacteristic';
const SUPPORT = 'Meridian support';

const partyOf = (ticket: Resource, role: string): Json | undefined => objects(ticket['relatedParty']).find((party) => party['role'] === role);
const note = (ticket: Resource, words: string, now: Date): Json => ({ id: `${ticket.id}-${objects(ticket['note']).length + 1}`, date: iso(now.getTime()), author: SUPPORT, text: words });

/** The stretches in which the customer's own company had to say yes first; the last may have no end yet. */
export const companyWaits = (ticket: Resource): Span[] =>
  objects(valueOf(ticket[LIST], 'companyWaits')).map(({ from, to }) => ({ from: instant(from), to: to === undefined ? Infinity : instant(to) }));

/** Does its company still have to say yes? */
export const waitsForCompany = (ticket: Resource): boolean => companyWaits(ticket).some(({ to }) => to === Infinity);

/** Cents of a change that is sold; none where the ticket is of no such form, or names nothing that is to change. */
async function priceOf({ tx }: Act, ticket: Resource): Promise<number> {
  const isAboutProduct = objects(ticket['relatedEntity']).some((one) => one['@referredType'] === 'Product');
  const form = isAboutProduct ? await tx.get('troubleTicketSpecification', text(valueOf(ticket[LIST], 'form')) ?? '') : undefined;
  const price = objects(form?.body['specCharacteristic']).find(({ name }) => name === 'price');
  const value = Number(objects(objects(price?.['productSpecCharacteristicValue'])[0]?.['value'])[0]?.['value']);
  return Number.isFinite(value) ? Math.round(value * 100) : 0;
}

/** A change that costs more than a company lets its people order waits for those who decide there; any other goes its way. */
export async function heldByCompany(act: Act, ticket: Resource): Promise<Resource> {
  const [organization, once] = [partyOf(ticket, 'customer'), await priceOf(act, ticket)];
  const policy = organization && once > 0 ? await policyOf(act.tx, String(organization['id'])) : undefined;
  if (!organization || !policy) return ticket;
  const requester = partyOf(ticket, 'originator') ?? organization;
  const request = { requesterId: String(requester['id']), once, monthly: 0, categories: [CHANGES] };
  const steps = chainOf(policy, request);
  if (steps.length === 0) return ticket;
  const flow = await started(act, ticket, { policy, request, steps, requester, organization });
  const words = `${steps.map(({ approver }) => approver.name).join(', then ')} has to approve this request. Until then our time does not run.`;
  return {
    ...ticket,
    [LIST]: withValues(ticket[LIST], { companyWaits: [{ from: iso(act.now.getTime()) }] }),
    relatedEntity: [...objects(ticket['relatedEntity']), { ...flowRef(flow), role: 'approval' }],
    note: [...objects(ticket['note']), note(ticket, words, act.now)],
  };
}

/** The company's time ends now. */
export const letGo = (ticket: Resource, now: Date): Resource['troubleTicketCharacteristic'] =>
  withValues(ticket[LIST], { companyWaits: objects(valueOf(ticket[LIST], 'companyWaits')).map((one) => ({ to: iso(now.getTime()), ...one })) });

/** What is taken back needs nobody's yes any more. */
export async function withoutApproval(act: Act, ticket: Resource): Promise<Resource> {
  if (!waitsForCompany(ticket)) return ticket;
  for (const { id, role } of objects(ticket['relatedEntity'])) if (role === 'approval') await closed(act, String(id), false);
  return { ...ticket, [LIST]: letGo(ticket, act.now) };
}

const wordsOf = ({ verdict, by, reason, step, steps }: Decision): string => {
  if (verdict === 'approved') return step < steps ? `${by} has approved this request. One more has to.` : `${by} has approved this request. We begin.`;
  return verdict === 'rejected' ? `${by} has rejected this request: ${reason}` : reason;
};

/** The ticket with what was decided about it: whether it waits on, may begin, or is over. */
export function withDecision(ticket: Resource, decision: Decision, now: Date): { ticket: Resource; is: 'waiting' | 'free' | 'over'; words: string } {
  const words = wordsOf(decision);
  const said = { ...ticket, note: [...objects(ticket['note']), note(ticket, words, now)], lastUpdate: iso(now.getTime()) };
  const isApproved = decision.verdict === 'approved';
  if (isApproved && decision.step < decision.steps) return { ticket: said, is: 'waiting', words };
  return { ticket: { ...said, [LIST]: letGo(ticket, now) }, is: isApproved ? 'free' : 'over', words };
}
