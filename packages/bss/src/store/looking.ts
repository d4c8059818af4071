import type { StoreReader } from './store.ts';

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
    get: async (resource, id) => (await reader.list(resource, { where: [{ path: ['id'], operator: 'eq', values: [id] }], limit: 1 })).rows[0],
  };
}
