import { addresseesOf, send } from '../communication/send.ts';
import { openDispute } from '../customer-bill/dispute.ts';
import { countReport, incidentIdOf } from '../service-problem/reports.ts';
import { checkedAttachments } from '../document/attachment.ts';
import { move } from '../nouns/move.ts';
import type { Act, Noun } from '../nouns/noun.ts';
import { valueOf, withValues } from '../rules/characteristic.ts';
import { objects } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { heldByCompany, withoutApproval } from './approval.ts';
import { recordBroken } from './broken-promise.ts';
import { OWN_NAMES, clocked } from './clock.ts';
import { decided, dropped } from './decision.ts';
import { entitlementOf } from './entitlement.ts';
import { joined, kinOf, lead, leave, refuseStrangeParent } from './family.ts';
import { letterFor } from './letters.ts';
import { type MoveTicket, ticketLevers } from './levers.ts';
import { numberOf } from './parent.ts';
import { ticketCourse } from './course.ts';
import { refuseLateReopening, withWindow } from './window.ts';

/** What we alone write stays as it was, whatever a caller says of it. */
function ownValues(before: unknown, after: unknown): Resource['troubleTicketCharacteristic'] {
  if (before === undefined && after === undefined) return undefined;
  return withValues(after, Object.fromEntries(OWN_NAMES.map((name) => [name, valueOf(before, name)])));
}

const isClocked = (ticket: Resource): boolean => valueOf(ticket['troubleTicketCharacteristic'], 'entitlement') !== undefined;

async function creating(act: Act, body: Resource): Promise<Resource> {
  await refuseStrangeParent(act.tx, body);
  const numbered = { externalId: numberOf(body.id), ...checkedAttachments(body), troubleTicketCharacteristic: ownValues(undefined, objects(body['troubleTicketCharacteristic'])) };
  const ticket = await joined(act, numbered);
  if (ticket['ticketType'] === 'billDispute') await openDispute(act, ticket);
  const held = await heldByCompany(act, ticket);
  return clocked(held, await entitlementOf(act.tx, held), act.now.getTime(), 'expectedResolutionDate' in body);
}

/** A fix that is doubted by one customer alone: theirs is another case than the incident's. */
async function reopened(act: Act, before: Resource, after: Resource): Promise<Resource> {
  refuseLateReopening(before, act.now.getTime());
  const again = Number(valueOf(before['troubleTicketCharacteristic'], 'reopened') ?? 0) + 1;
  const ticket = { ...after, troubleTicketCharacteristic: withValues(after['troubleTicketCharacteristic'], { reopened: again }) };
  for (const { id, relationshipType } of objects(after['troubleTicketRelationship'])) {
    if (relationshipType !== 'parent') continue;
    const parent = await act.tx.get('troubleTicket', String(id));
    if (parent?.body['status'] !== 'inProgress') return leave(act, ticket);
  }
  return ticket;
}

async function withdrawn(act: Act, ticket: Resource): Promise<void> {
  await dropped(act, ticket);
  const incident = incidentIdOf(ticket);
  if (incident !== undefined && kinOf(ticket, 'parent').length > 0) await countReport(act, incident, -1);
}

async function settledAs(act: Act, ticket: Resource): Promise<Resource> {
  if (ticket['status'] === 'resolved') return withWindow(await decided(act, ticket));
  if (ticket['status'] !== 'cancelled' && ticket['status'] !== 'rejected') return ticket;
  await withdrawn(act, ticket);
  return withoutApproval(act, ticket);
}

async function moved(act: Act, before: Resource, after: Resource): Promise<Resource> {
  const ticket = before['status'] === 'resolved' && after['status'] === 'inProgress' ? await reopened(act, before, after) : after;
  const settled = await settledAs(act, ticket);
  const letter = letterFor(settled);
  if (letter) await send(act, addresseesOf(settled), letter);
  return settled;
}

async function changing(act: Act, before: Resource, after: Resource): Promise<Resource> {
  const own = { ...checkedAttachments(after) };
  const list = ownValues(before['troubleTicketCharacteristic'], after['troubleTicketCharacteristic']);
  if (list !== undefined) own['troubleTicketCharacteristic'] = list;
  if (before['troubleTicketRelationship'] !== after['troubleTicketRelationship']) await refuseStrangeParent(act.tx, own);
  const isMoved = before['status'] !== after['status'];
  const ticket = isMoved ? await moved(act, before, own) : own;
  const kept = isClocked(ticket) ? await reclocked(act, before, ticket) : ticket;
  await recordBroken(act, before, kept);
  if (isMoved) await lead(act, troubleTicketNoun, kept);
  return kept;
}

async function reclocked({ tx, now }: Act, before: Resource, ticket: Resource): Promise<Resource> {
  const set = before['expectedResolutionDate'] !== ticket['expectedResolutionDate'];
  const same = before['status'] === ticket['status'] && before['severity'] === ticket['severity'];
  return clocked(ticket, await entitlementOf(tx, ticket), now.getTime(), set || same);
}

const moveTicket: MoveTicket = (act, ticket, patch) => move(act, troubleTicketNoun, ticket, patch);

/** TMF621: clocks by severity and entitlement, incidents that gather their reports, decisions on disputes and limits. */
export const troubleTicketNoun: Noun = {
  resource: 'troubleTicket',
  creating,
  changing,
  removing: async (act, before) => {
    await dropped(act, before);
    await leave(act, before);
  },
  courses: [ticketCourse(moveTicket)],
  levers: ticketLevers(moveTicket, () => troubleTicketNoun),
};
