import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Database, openDatabase } from '@faceplate/bss/node';
import { type Place, embeddedPlace, postgresPlace } from '../testing/places.ts';
import { type IdpMemory, idpMemory } from './idp-adapter.ts';

const places: Place[] = [embeddedPlace(), await postgresPlace()].filter((place) => place !== undefined);

for (const { name, config, clear } of places) {
  describe(`the provider's memory on ${name}`, { timeout: 60_000 }, () => {
    let database: Database;
    let memory: IdpMemory;
    let now = 1_000_000;
    const pass = (seconds: number) => (now += seconds * 1000);

    before(async () => {
      const { databaseUrl, dataFolder } = config;
      database = await openDatabase(databaseUrl === undefined ? { dataFolder } : { databaseUrl });
      memory = await idpMemory(database, () => now);
    });
    after(async () => {
      await database.close();
      await clear();
    });

    it('is one for all who open it, kind by kind', async () => {
      const other = await idpMemory(database, () => now);
      await memory.adapter('Session').upsert('a', { uid: 'u', accountId: 'ada' }, 60);
      assert.deepEqual(await other.adapter('Session').findByUid('u'), { uid: 'u', accountId: 'ada' });
      assert.equal(await other.adapter('Interaction').find('a'), undefined);
      await other.adapter('Session').upsert('a', { uid: 'u', accountId: 'bilal' }, 60);
      assert.equal((await memory.adapter('Session').find('a'))?.['accountId'], 'bilal');
      await other.adapter('Session').destroy('a');
      assert.equal(await memory.adapter('Session').find('a'), undefined);
    });

    it('forgets what has expired, and keeps what has no end', async () => {
      const codes = memory.adapter('AuthorizationCode');
      await codes.upsert('short', { grantId: 'g' }, 60);
      await codes.upsert('for good', {}, undefined);
      pass(59);
      assert.deepEqual(await codes.find('short'), { grantId: 'g' });
      pass(1);
      assert.equal(await codes.find('short'), undefined);
      await memory.sweep();
      assert.deepEqual(await database.query('select id from launcher_idp'), [{ id: 'for good' }]);
    });

    it('marks a code as used, and revokes what was granted together', async () => {
      const tokens = memory.adapter('AccessToken');
      await tokens.upsert('a', { grantId: 'g' }, 60);
      await tokens.upsert('b', { grantId: 'other' }, 60);
      await memory.adapter('RefreshToken').upsert('a', { grantId: 'g' }, 60);
      await tokens.consume('b');
      assert.equal((await tokens.find('b'))?.consumed, Math.floor(now / 1000));
      await tokens.revokeByGrantId('g');
      assert.equal(await tokens.find('a'), undefined);
      assert.ok(await memory.adapter('RefreshToken').find('a'));
    });
  });
}
