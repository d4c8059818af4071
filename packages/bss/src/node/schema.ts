import { claimSchema } from './claim-schema.ts';
import { ledgerSchema } from './ledger-schema.ts';
import type { Migration } from './migrate.ts';
import { outboxSchema } from './outbox-schema.ts';
import { storeSchema } from './store-schema.ts';

/**
 * Every table of the store, in the order they are made. What needs a table of
 * its own adds a file of migrations and a line here; README.md says how.
 */
export const schema: readonly Migration[] = [...storeSchema, ...claimSchema, ...outboxSchema, ...ledgerSchema];
