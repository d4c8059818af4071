import { move } from '../nouns/move.ts';
import type { Act, Noun } from '../nouns/noun.ts';
import { change, objects, oneOf, text } from '../simulator/course.ts';
import { countReport } from '../service-problem/reports.ts';
import { save } from '../store/save.ts';
import type { Resource, StoreTransaction } from '../store/store.ts';
import { unprocessable } from '../surface/tmf-error.ts';
import { productsOf } from './entitlement.ts';
import { parentIdOf, parentTicket, refTo } from './parent.ts';

type Kin = 'parent' | 'child';

export function kinOf(ticket: Resource, kin: Kin): string[] {
  const relations = objects(ticket['troubleTicketRelationship']).filter(({ relationshipType }) => relationshipType === kin);
  return relations.flatMap(({ id }) => text(id) ?? []);
}

/** The open incident that hits one of these products, the oldest if there are several. */
async function incidentOn(tx: StoreTransaction, products: readonly string[]): Promise<Resource | undefined> {
  if (products.length === 0) return undefined;
  const where = [oneOf('relatedEntity.id', ...products), oneOf('category', 'incident'), oneOf('status', 'acknowledged', 'inProgress', 'pending', 'held')];
  return (await tx.list('serviceProblem', { where, limit: 1 })).rows[0]?.body;
}

async function parentOf({ tx, now }: Act, problem: Resource): Promise<Resource> {
  const known = await tx.get('troubleTicket', parentIdOf(problem.id));
  if (known) return known.body;
  const parent = parentTicket(problem, now);
  await change(tx, 'serviceProblem', problem, { troubleTicket: [...objects(problem['troubleTicket']), { id: parent.id }] }, now.getTime());
  return parent;
}

/** The parent a new ticket names learns of it: one for many sites leads those under it. */
async function underNamed(act: Act, ticket: Resource): Promise<Resource> {
  for (const id of kinOf(ticket, 'parent')) {
    const parent = await act.tx.get('troubleTicket', id);
    if (parent) await save(act.tx, 'troubleTicket', withKin(parent.body, ticket, 'child'), act.now);
  }
  return ticket;
}

/** A report of what we know already joins the ticket of the incident: "me too". */
export async function joined(act: Act, ticket: Resource): Promise<Resource> {
  if (kinOf(ticket, 'parent').length > 0) return underNamed(act, ticket);
  if (ticket['ticketType'] !== 'incident') return ticket;
  const problem = await incidentOn(act.tx, productsOf(ticket));
  if (!problem) return ticket;
  const parent = await parentOf(act, problem);
  await save(act.tx, 'troubleTicket', withKin(parent, ticket, 'child'), act.now);
  await countReport(act, problem.id, 1);
  const entity = { id: problem.id, name: problem['name'] ?? problem['description'], role: 'incident', '@referredType': 'ServiceProblem' };
  return withKin({ ...ticket, relatedEntity: [...objects(ticket['relatedEntity']), entity] }, parent, 'parent');
}

function withKin(ticket: Resource, other: Resource, kin: Kin): Resource {
  const others = objects(ticket['troubleTicketRelationship']).filter(({ id }) => id !== other.id);
  return { ...ticket, troubleTicketRelationship: [...others, refTo(other, kin)] };
}

function withoutKin(ticket: Resource, id: string): Resource {
  return { ...ticket, troubleTicketRelationship: objects(ticket['troubleTicketRelationship']).filter((one) => one['id'] !== id) };
}

/** Throws a 422 for a parent that is not there, or that is a child of its own child. */
export async function refuseStrangeParent(tx: StoreTransaction, ticket: Resource): Promise<void> {
  const seen = new Set([ticket.id]);
  for (let ids = kinOf(ticket, 'parent'); ids.length > 0; ) {
    const [id] = ids;
    if (id === undefined) return;
    if (seen.has(id)) throw unprocessable('A ticket cannot be its own parent.');
    seen.add(id);
    const parent = await tx.get('troubleTicket', id);
    if (!parent) throw unprocessable(`There is no ticket ${id} to be the parent of this one.`);
    ids = kinOf(parent.body, 'parent');
  }
}

/** Steps by which a child reaches what its parent has reached; none where it is there, or where it is its own master. */
const WAYS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  inProgress: { acknowledged: ['inProgress'], resolved: ['inProgress'] },
  resolved: {
    acknowledged: ['inProgress', 'resolved'],
    inProgress: ['resolved'],
    pending: ['inProgress', 'resolved'],
    held: ['inProgress', 'resolved'],
  },
};

async function follow(act: Act, noun: Noun, child: Resource, ways: Readonly<Record<string, readonly string[]>>, reason: string): Promise<void> {
  let body = child;
  for (const status of ways[String(child['status'])] ?? []) body = await move(act, noun, body, { status, statusChangeReason: reason });
}

/** Takes the children of a ticket along to its new state. */
export async function lead(act: Act, noun: Noun, parent: Resource): Promise<void> {
  const ways = WAYS[text(parent['status']) ?? ''];
  if (!ways) return;
  const reason = text(parent['statusChangeReason']) ?? 'As the incident it belongs to';
  for (const id of kinOf(parent, 'child')) {
    const child = await act.tx.get('troubleTicket', id);
    if (child) await follow(act, noun, child.body, ways, reason);
  }
}

/** Lets a ticket go its own way: its parent forgets it, or its children do. */
export async function leave({ tx, now }: Act, ticket: Resource): Promise<Resource> {
  for (const id of [...kinOf(ticket, 'parent'), ...kinOf(ticket, 'child')]) {
    const other = await tx.get('troubleTicket', id);
    if (other) await save(tx, 'troubleTicket', withoutKin(other.body, ticket.id), now);
  }
  return { ...ticket, troubleTicketRelationship: objects(ticket['troubleTicketRelationship']).filter((one) => one['relationshipType'] !== 'parent') };
}
