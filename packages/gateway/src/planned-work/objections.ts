import type { ObjectionRequest, PlannedWork, WorkObjection } from '@faceplate/contracts';
import { Refusal } from '../problem.ts';
import { optional } from '../products/products.adapter.ts';
import type { Call } from '../routing/route.ts';
import { numberFor } from '../tmf/once.ts';
import { characteristic, day, instant, records, text } from '../tmf/read.ts';
import { settingOf } from '../tmf/setting.ts';
import { ticketsBackend } from '../tickets/tickets.backend.ts';
import type { TmfBody } from '../upstream/types.ts';
import { type KnownWork, workIn } from './planned-work.ts';

/** A wish to have planned work moved is a ticket (TMF621) of this type, about the work (TMF656) by this role. */
const TYPE = 'plannedWorkObjection';
const ROLE = 'plannedWork';

function stateOf(ticket: TmfBody): WorkObjection['state'] {
  const outcome = characteristic(records(ticket, 'troubleTicketCharacteristic'), 'outcome');
  const status = text(ticket, 'status');
  if (status === 'cancelled') return 'withdrawn';
  if (status !== 'resolved' && status !== 'closed') return status === 'rejected' ? 'refused' : 'asked';
  return outcome === 'moved' || outcome === 'refused' ? outcome : 'answered';
}

function objectionOf(ticket: TmfBody, zone: string): WorkObjection | undefined {
  const [ticketId, askedAt] = [text(ticket, 'id'), instant(ticket, 'creationDate')];
  if (ticketId === undefined || askedAt === undefined) return undefined;
  const said = records(ticket, 'troubleTicketCharacteristic');
  const state = stateOf(ticket);
  const isAnswered = state !== 'asked' && state !== 'withdrawn';
  return {
    ticketId,
    number: text(ticket, 'externalId') ?? ticketId,
    state,
    askedAt,
    words: text(ticket, 'description') ?? '',
    ...optional({ notBefore: day(zone, { value: characteristic(said, 'notBefore') }, 'value') }),
    ...(isAnswered && optional({ answer: characteristic(said, 'decisionReason'), answeredAt: instant({ value: characteristic(said, 'decidedAt') }, 'value') ?? instant(ticket, 'lastUpdate') })),
  };
}

/** Of the caller's tickets, the last wish about a piece of work. */
export function objectionTo(tickets: readonly TmfBody[], workId: string, zone: string): WorkObjection | undefined {
  const about = tickets.filter((ticket) => text(ticket, 'ticketType') === TYPE && records(ticket, 'relatedEntity').some((one) => text(one, 'id') === workId && text(one, 'role') === ROLE));
  return about.flatMap((ticket) => objectionOf(ticket, zone) ?? []).toSorted((one, other) => other.askedAt.localeCompare(one.askedAt))[0];
}

/** Whether it can be asked for now: of work that has not begun, and not while an answer is awaited. */
export const mayObject = (call: Call, { work, partyIds }: KnownWork, objection: WorkObjection | undefined): boolean =>
  work.state === 'planned' && objection?.state !== 'asked' && call.allows({ partyIds }, 'planned-work.object');

const refused = (code: 'work-begun' | 'work-objected', title: string) => new Refusal({ status: 409, code, title });

/** Who asks, in whose name: the customer the work touches. */
function partiesOf(call: Call, problem: TmfBody): TmfBody[] {
  const { subject } = call;
  const customer = records(problem, 'relatedParty').find((one) => call.allows({ partyIds: [text(one, 'id') ?? ''] }, 'planned-work.object'));
  return [
    { id: text(customer, 'id') ?? subject.sub, ...optional({ name: text(customer, 'name') }), role: 'customer', '@referredType': text(customer, '@referredType') ?? 'Individual' },
    { id: subject.sub, name: subject.name, role: 'originator', '@referredType': 'Individual' },
  ];
}

/** Asks to have work moved, once. @throws {Refusal} 409 when it has begun, or an answer is awaited. */
export async function objectTo(call: Call<{ workId: string }, unknown, ObjectionRequest>): Promise<PlannedWork> {
  const { words, notBefore } = call.body;
  const { known, problem } = await workIn(call);
  const { work } = known;
  call.demand(known);
  const { zone } = settingOf(call);
  const backend = ticketsBackend(call);
  const number = numberFor('T', call);
  return call.inTurn(`objection ${work.id}`, async () => {
    const shown = (ticket: TmfBody): PlannedWork => ({ ...work, objection: objectionOf(ticket, zone), mayObject: false });
    const before = await backend.raised(number);
    if (before) return shown(before);
    if (work.state !== 'planned') throw refused('work-begun', 'This work has begun, is over, or was called off.');
    const objection = objectionTo((await backend.tickets()).rows, work.id, zone);
    if (objection?.state === 'asked') throw refused('work-objected', 'You have asked for that already. The answer is awaited.');
    return shown(await backend.raise({
      externalId: number,
      name: `Please move: ${work.title}`.slice(0, 120),
      description: words,
      severity: 'Minor',
      ticketType: TYPE,
      channel: { id: 'self-service', name: 'Self-service' },
      relatedParty: partiesOf(call, problem),
      relatedEntity: [{ id: work.id, name: work.title, role: ROLE, '@referredType': 'ServiceProblem' }],
      ...(notBefore !== undefined && { troubleTicketCharacteristic: [{ name: 'notBefore', valueType: 'date', value: notBefore }] }),
    }));
  });
}
