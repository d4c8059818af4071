import type { Definition } from '../definitions/definition.ts';
import { definitionOf } from '../definitions/definitions.ts';
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

async function publish(
  tx: StoreTransaction,
  definition: Definition,
  kind: string,
  now: Date,
  bodies: readonly Resource[],
): Promise<void> {
  const parties: string[] = [];
  for (const body of bodies) parties.push(...(await partiesOf(tx, definition, body)));
  const change: NewChange = {
    eventId: crypto.randomUUID(),
    eventTime: now.toISOString(),
    eventType: `${pascal(definition.resource)}${kind}Event`,
    resource: definition.resource,
    id: bodies[0]?.id ?? '',
    partyIds: [...new Set(parties)],
  };
  await tx.publish(change);
}

function kindOfChange(definition: Definition, before: Resource, after: Resource): string {
  const { lifecycle } = definition;
  const moved = lifecycle && before[lifecycle.attribute] !== after[lifecycle.attribute];
  return moved ? lifecycle.event : 'AttributeValueChange';
}

/**
 * Stores a body and says so: Create, AttributeValueChange or StateChange, in
 * the same transaction. Guards nothing; callers decide whether the change is legal.
 * A party that the change removes hears of it too.
 */
export async function save(tx: StoreTransaction, resource: string, body: Resource, now: Date): Promise<Stored> {
  const definition = definitionOf(resource);
  const before = await tx.get(resource, body.id);
  const stored = await tx.put(resource, body);
  if (!before) await publish(tx, definition, 'Create', now, [body]);
  else await publish(tx, definition, kindOfChange(definition, before.body, body), now, [body, before.body]);
  return stored;
}

/** Deletes a document and says so. False when there was none. */
export async function remove(tx: StoreTransaction, resource: string, id: string, now: Date): Promise<boolean> {
  const before = await tx.get(resource, id);
  if (!before) return false;
  await tx.delete(resource, id);
  await publish(tx, definitionOf(resource), 'Delete', now, [before.body]);
  return true;
}
