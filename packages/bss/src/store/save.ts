import type { Definition, Told } from '../definitions/definition.ts';
import { definitionOf } from '../definitions/definitions.ts';
import { sameJson } from '../rules/lifecycle.ts';
import { valuesAt } from './match.ts';
import type { NewChange, Resource, Stored, StoreTransaction } from './store.ts';

const EVERYWHERE = ['relatedParty.id', 'engagedParty.id'];

const texts = (body: Resource, path: string): string[] =>
  valuesAt(body, path.split('.')).filter((value): value is string => typeof value === 'string');

async function ownersOf(tx: StoreTransaction, accountId: string): Promise<string[]> {
  const account = await tx.list('billingAccount', {
    where: [{ path: ['id'], operator: 'eq', values: [accountId] }],
    limit: 1,
  });
  return account.rows.flatMap(({ body }) => texts(body, 'relatedParty.id'));
}

/** Every party that may learn of a change to this body: those it names, and the owners of its account. */
export async function partiesOf(tx: StoreTransaction, definition: Definition, body: Resource): Promise<string[]> {
  const named = (definition.parties ?? EVERYWHERE).flatMap((path) => texts(body, path));
  const accounts = (definition.accounts ?? []).flatMap((path) => texts(body, path));
  const owners: string[] = [];
  for (const id of accounts) owners.push(...(await ownersOf(tx, id)));
  return [...new Set([...named, ...owners])];
}

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** What happened, to a document as it is (first) and as it was. */
interface News {
  definition: Definition;
  /** The middle of the event's name. */
  kind: string;
  now: Date;
  bodies: readonly [Resource, ...Resource[]];
}

async function publish(tx: StoreTransaction, { definition, kind, now, bodies }: News, last?: Resource): Promise<void> {
  const parties: string[] = [];
  for (const body of bodies) parties.push(...(await partiesOf(tx, definition, body)));
  const change: NewChange = {
    eventId: crypto.randomUUID(),
    eventTime: now.toISOString(),
    eventType: `${pascal(definition.resource)}${kind}Event`,
    resource: definition.resource,
    id: bodies[0].id,
    partyIds: [...new Set(parties)],
    ...(last && { last }),
  };
  await tx.publish(change);
}

function kindOfChange({ lifecycle, changeEvent }: Definition, before: Resource, after: Resource): string {
  const moved = lifecycle && before[lifecycle.attribute] !== after[lifecycle.attribute];
  return moved ? lifecycle.event : (changeEvent ?? 'AttributeValueChange');
}

/** Has it come about with this change? What a new document already has is told where it is a certain value, or waited for. */
function isTold({ attribute, value, fieldPath }: Told, before: Resource | undefined, after: Resource): boolean {
  const path = attribute.split('.');
  const now = valuesAt(after, path);
  if (value === undefined ? now.length === 0 : !now.includes(value)) return false;
  if (!before) return value !== undefined || fieldPath !== undefined;
  const then = valuesAt(before, path);
  return value === undefined ? !sameJson(then, now) : !then.includes(value);
}

/**
 * Stores a body and says so: Create, AttributeValueChange or StateChange, and
 * what its definition tells beside, in the same transaction. Guards nothing; callers decide whether the change is legal.
 * A party that the change removes hears of it too.
 */
export async function save(tx: StoreTransaction, resource: string, body: Resource, now: Date): Promise<Stored> {
  const definition = definitionOf(resource);
  const before = await tx.get(resource, body.id);
  const stored = await tx.put(resource, body);
  const kind = before ? kindOfChange(definition, before.body, body) : 'Create';
  const bodies = before ? ([body, before.body] as const) : ([body] as const);
  await publish(tx, { definition, kind, now, bodies });
  for (const told of definition.tells ?? []) {
    if (isTold(told, before?.body, body)) await publish(tx, { definition, kind: told.event, now, bodies });
  }
  return stored;
}

/** Deletes a document and says so. False when there was none. */
export async function remove(tx: StoreTransaction, resource: string, id: string, now: Date): Promise<boolean> {
  const before = await tx.get(resource, id);
  if (!before) return false;
  await tx.delete(resource, id);
  await publish(tx, { definition: definitionOf(resource), kind: 'Delete', now, bodies: [before.body] }, before.body);
  return true;
}
