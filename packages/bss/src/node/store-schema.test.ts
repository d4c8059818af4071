import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { sqlStore } from './sql-store.ts';
import { storeSchema } from './store-schema.ts';
import type { Condition } from '../store/store.ts';

const is = (path: string, ...values: string[]): Condition => ({ path: path.split('.'), operator: 'eq', values });

describe('a database of an earlier version', () => {
  it('keeps its documents, and finds them the new way', async () => {
    const db = await openDatabase({});
    await migrate(db, storeSchema.slice(0, 1));
    const bodies = [
      { id: 'a', state: 'sent', relatedParty: [{ id: 'ada' }], name: 'first' },
      { id: 'b', state: 'settled', relatedParty: [{ id: 'bob' }], name: 'second' },
    ];
    for (const body of bodies) {
      const text = "insert into doc (tenant, type, id, body) values ('default', 'customerBill', $1, $2::text::jsonb)";
      await db.query(text, [body.id, JSON.stringify(body)]);
    }
    const store = await sqlStore(db);
    const idsOf = async (...where: Condition[]) => (await store.read().list('customerBill', { where })).rows.map(({ body }) => body.id);
    assert.deepEqual(await idsOf(), ['a', 'b']);
    assert.deepEqual(await idsOf(is('state', 'settled', 'sent')), ['a', 'b']);
    assert.deepEqual(await idsOf(is('relatedParty.id', 'bob')), ['b']);
    assert.deepEqual(await idsOf(is('name', 'first')), ['a']);
    await store.close();
    await db.close();
  });
});
