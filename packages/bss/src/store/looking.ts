import type { Stored, StoreReader } from './store.ts';

/** One document, looked at and not held. */
export async function lookAt(reader: Pick<StoreReader, 'list'>, resource: string, id: string): Promise<Stored | undefined> {
  const { rows } = await reader.list(resource, { where: [{ path: ['id'], operator: 'eq', values: [id] }], limit: 1 });
  return rows[0];
}

/**
 * What a transaction reads without holding it: answers to questions, which change nothing of what they are about. A
 * transaction's own `get` holds a document until its end, and all who ask about the same would wait for each other.
 */
export function looking(reader: StoreReader): StoreReader {
  return {
    ledger: reader.ledger,
    claimOf: (space, key) => reader.claimOf(space, key),
    holderOf: (space, key) => reader.holderOf(space, key),
    holders: (space) => reader.holders(space),
    list: (resource, query) => reader.list(resource, query),
    get: (resource, id) => lookAt(reader, resource, id),
  };
}
