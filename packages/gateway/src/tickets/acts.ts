import type { May, Ticket, TicketAct, TicketChange } from '@faceplate/contracts';
import { readLadderFor, type Rung } from '../desk/forms.ts';
import { testPaper } from '../desk/line-test.ts';
import { testOf } from '../desk/tests.ts';
import { invalid, Refusal } from '../problem.ts';
import { factsOf } from '../policy/facts.ts';
import type { Call } from '../routing/route.ts';
import { namedInBody } from '../tmf/named-in-body.ts';
import { records, text } from '../tmf/read.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { TmfBody } from '../upstream/types.ts';
import { attachmentBody } from '../uploads/attachment.ts';
import { withSaid } from './characteristics.ts';
import { authorOf, demandOpen } from './open-ticket.ts';
import { climbedOf, mayOf, nextRung, shownTicket } from './shown.ts';
import { notePatch } from './ticket-bodies.ts';
import { ticketsBackend } from './tickets.backend.ts';

type OfTicket<Body> = Call<{ ticketId: string }, unknown, Body>;

const cannot = (title: string, detail?: string) => new Refusal({ status: 409, code: 'ticket-cannot', title, ...(detail !== undefined && { detail }) });

/** @throws {Refusal} 409 when the ticket has come too far for it, or not far enough. */
export function demandMay(may: May | undefined, otherwise: string): void {
  if (!may?.allowed) throw cannot(may?.reason ?? otherwise);
}

/** The note that says what was done, under the mark by which a repeat knows that it was. */
const told = (call: OfTicket<unknown>, ticket: TmfBody, words: string): TmfBody => notePatch(ticket, words, authorOf(call), markOf(call), call.clock());

const markOf = (call: Call): string => call.operationKey.slice(0, 16);
const isDone = (call: Call, ticket: TmfBody): boolean => records(ticket, 'note').some((note) => text(note, 'id') === markOf(call));

/** Changes a ticket once for each call, and shows it; what the operator's system does not take is a refusal with its reason. */
async function changed(call: OfTicket<unknown>, patch: (ticket: TmfBody) => TmfBody): Promise<Ticket> {
  const backend = ticketsBackend(call);
  try {
    const after = await backend.change(call.params.ticketId, (ticket) => {
      call.demand(factsOf(ticket));
      return isDone(call, ticket) ? undefined : patch(ticket);
    });
    return await shownTicket(call, after);
  } catch (error) {
    if (error instanceof UpstreamProblem && error.fault === 'refused' && error.status !== 412) throw cannot('This cannot be done to the ticket any more. Look at it again.');
    throw error;
  }
}

const NAMES: Readonly<Record<keyof TicketChange, string>> = { title: 'title', description: 'description', severity: 'how bad it is', kind: 'kind', contact: 'contact', reason: 'reason' };

/** Until work begins; what was changed stands on the timeline. */
export async function amend(call: OfTicket<TicketChange>): Promise<Ticket> {
  const { title, description, severity, kind, contact, reason } = call.body;
  const named = (Object.keys(call.body) as (keyof TicketChange)[]).filter((name) => call.body[name] !== undefined);
  if (named.length === 0) throw invalid(422, [{ path: '', message: 'Say what is to change.' }]);
  return changed(call, (ticket) => {
    demandMay(mayOf(ticket, [], call.clock()).amend, 'Work on it has begun. Write a note instead.');
    const words = `Changed: ${named.filter((name) => name !== 'reason').map((name) => NAMES[name]).join(', ') || 'nothing but the reason'}.${reason ? ` ${reason}` : ''}`;
    return {
      ...told(call, ticket, words),
      ...(title !== undefined && { name: title }),
      ...(description !== undefined && { description }),
      ...(severity !== undefined && { severity: severity.charAt(0).toUpperCase() + severity.slice(1) }),
      ...(kind !== undefined && { ticketType: kind }),
      ...(contact !== undefined && withSaid(ticket, { contact })),
    };
  });
}

function escalated(call: OfTicket<TicketAct>, ticket: TmfBody, ladder: readonly Rung[]): TmfBody {
  const { words } = call.body;
  if (!words) throw invalid(422, [{ path: 'words', message: 'Say why it cannot wait.' }]);
  demandMay(mayOf(ticket, ladder, call.clock()).escalate, 'There is no further step for this ticket.');
  const rung = nextRung(ticket, ladder)?.rung;
  if (!rung) throw cannot('There is no further step for this ticket.');
  const escalations = [...climbedOf(ticket), { level: rung.level, at: call.clock().toISOString(), reason: words }];
  return { ...told(call, ticket, `Escalated to ${rung.name}: ${words}`), priority: 'High', ...withSaid(ticket, { escalations }) };
}

function rated(call: OfTicket<TicketAct>, ticket: TmfBody): TmfBody {
  const { stars, words } = call.body;
  if (stars === undefined) throw invalid(422, [{ path: 'stars', message: 'Give one to five stars.' }]);
  demandMay(mayOf(ticket, [], call.clock()).rate, 'It can be rated once, when it is fixed.');
  return { ...told(call, ticket, `Rated: ${stars} of 5.${words ? ` ${words}` : ''}`), ...withSaid(ticket, { rating: { stars, ...(words && { words }) } }) };
}

const SIMPLE = {
  confirm: { status: 'closed', reason: 'Confirmed by the customer', note: 'It works again.', otherwise: 'It is not fixed yet.' },
  reopen: { status: 'inProgress', reason: 'The customer says that it is not fixed', note: '', otherwise: 'Only a ticket that is fixed can be opened again.' },
  withdraw: { status: 'cancelled', reason: 'Taken back by the customer', note: 'Taken back.', otherwise: 'It cannot be taken back any more.' },
} as const;

function moved(call: OfTicket<TicketAct>, ticket: TmfBody, act: keyof typeof SIMPLE): TmfBody {
  const { status, reason, note, otherwise } = SIMPLE[act];
  const { words } = call.body;
  if (act === 'reopen' && !words) throw invalid(422, [{ path: 'words', message: 'Say what does not work.' }]);
  demandMay(mayOf(ticket, [], call.clock())[act], otherwise);
  return { ...told(call, ticket, words ?? note), status, statusChangeReason: reason };
}

/** Test results go with a ticket as a text that everybody can read. */
export async function testFile(call: Call, testId: string, id: string): Promise<TmfBody> {
  const test = await namedInBody('testId', 'There is no such test.', testOf(call, testId));
  const bytes = new TextEncoder().encode(testPaper(test));
  return attachmentBody(id, `${test.name}.txt`, { type: 'text/plain', ending: 'txt', bytes });
}

/** One act on a ticket: all of them in one place, since each is a patch that a note tells of. */
export async function act(call: OfTicket<TicketAct>): Promise<Ticket> {
  const { act: name, testId } = call.body;
  if (name === 'rate') return changed(call, (ticket) => rated(call, ticket));
  if (name === 'escalate') {
    const found = await ticketsBackend(call).ticket(call.params.ticketId);
    const ladder = await readLadderFor(call, text(found, 'ticketType'));
    return changed(call, (ticket) => escalated(call, ticket, ladder));
  }
  if (name === 'test') {
    if (testId === undefined) throw invalid(422, [{ path: 'testId', message: 'Name the test.' }]);
    const file = await testFile(call, testId, `test-${testId}`.slice(0, 60));
    return changed(call, (ticket) => {
      demandOpen(ticket);
      return { ...told(call, ticket, 'A test of the line was added.'), attachment: [...records(ticket, 'attachment').filter((one) => text(one, 'id') !== text(file, 'id')), file] };
    });
  }
  return changed(call, (ticket) => moved(call, ticket, name));
}
