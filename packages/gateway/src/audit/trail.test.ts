import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AuditEntry } from '../options.ts';
import { aDatabase } from '../testing/database.ts';
import { NOW } from '../testing/fixtures.ts';
import { memoryAuditStore } from './memory.ts';
import { sqlAuditStore } from './sql.ts';
import type { AuditStore } from './store.ts';
import { createAudit } from './trail.ts';

const keys = [{ id: 'k1', secret: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }];
const clock = () => NOW;

export const anEntry = (facts: Partial<AuditEntry> = {}): AuditEntry => ({
  at: NOW.toISOString(),
  trace: 'trace-1',
  actor: 'anna',
  party: 'anna',
  action: 'order.place',
  object: { kind: 'order', id: 'order-1' },
  result: 'done',
  ...facts,
});

const stores: Record<string, (tenant?: string) => Promise<AuditStore>> = {
  memory: (tenant) => Promise.resolve(memoryAuditStore(tenant)),
  PGlite: async (tenant) => sqlAuditStore(await aDatabase(), tenant),
};

for (const [name, open] of Object.entries(stores)) {
  describe(`the audit trail, in ${name}`, () => {
    const begun = async () => {
      const store = await open();
      return { store, audit: await createAudit({ store, keys, clock }) };
    };

    it('keeps each act once, in order, and finds its chain sound', async () => {
      const { store, audit } = await begun();
      await Promise.all(Array.from({ length: 450 }, (_, index) => audit.record(anEntry({ trace: `t${index}` }))));
      const rows = await store.rows(0, 1000);
      assert.deepEqual(rows.map(({ seq }) => seq), Array.from({ length: 450 }, (_, index) => index + 1));
      assert.equal(new Set(rows.map(({ trace }) => trace)).size, 450);
      assert.deepEqual(await audit.verify(), { records: 450, pruned: 0, faults: [] });
    });

    it('is one chain though several processes write it', async () => {
      const store = await open();
      const writers = await Promise.all([1, 2, 3].map(() => createAudit({ store, keys, clock })));
      for (let round = 0; round < 8; round += 1) await Promise.all(writers.map((audit) => audit.record(anEntry())));
      const [reader] = writers;
      assert.deepEqual(await reader?.verify(), { records: 24, pruned: 0, faults: [] });
    });

    it('takes no answer that was overtaken by its own records for a trail that was cut', async () => {
      const store = await open();
      const other = await createAudit({ store, keys, clock });
      await other.record(anEntry());
      const [first, opened] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      let asked = 0;
      const slow: AuditStore = { ...store, head: async () => {
        asked += 1;
        const kept = await store.head();
        if (asked === 1) {
          first.resolve();
          await opened.promise;
        }
        return kept;
      } };
      const audit = await createAudit({ store: slow, keys, clock });
      const ready = audit.ready();
      await first.promise;
      await audit.record(anEntry());
      opened.resolve();
      await ready;
      assert.deepEqual(await audit.verify(), { records: 2, pruned: 0, faults: [] });
    });

    it('gives back what was told, to those it is about', async () => {
      const { audit } = await begun();
      const acting = anEntry({ actor: 'agent-1', onBehalfOf: 'anna', action: 'bill.read', reason: 'asked for help', consent: 'customer-present', channel: 'portal' });
      await audit.record(acting);
      await audit.record(anEntry({ actor: 'boris', party: 'boris' }));
      await audit.record(anEntry({ result: 'refused', code: 'not-found' }));
      const mine = (await audit.about(['anna'], { limit: 10 })) ?? [];
      assert.deepEqual(mine.map(({ seq }) => seq), [3, 1]);
      const [, { hash, seq, ...told } = { hash: '', seq: 0 }] = mine;
      assert.deepEqual(told, acting);
      assert.match(hash, /^k1\./);
      const seqs = async (ids: string[], page: { before?: string; limit: number }) => (await audit.about(ids, page))?.map((one) => one.seq);
      assert.deepEqual(await seqs(['anna'], { limit: 10, before: mine[0]?.hash ?? '' }), [1]);
      assert.deepEqual(await seqs(['anna', 'boris'], { limit: 2 }), [3, 2]);
      assert.equal(await seqs(['anna'], { limit: 10, before: 'k1.nothing' }), undefined);
      assert.equal(seq, 1);
    });

    it('keeps no line break, and no number by which a person could be called', async () => {
      const { audit } = await begun();
      const object = { kind: 'product', id: '+49301234567' };
      await audit.record(anEntry({ reason: 'one\r\n2026 anna signed out\u202e', object, actor: 'anna@example.org' }));
      const [kept] = (await audit.about(['anna'], { limit: 1 })) ?? [];
      assert.equal(kept?.reason, String.raw`one\u000d\u000a2026 anna signed out\u202e`);
      assert.match(kept?.object?.id ?? '', /^~[\w-]{22}$/);
      // Found again by what it stands for.
      assert.equal((await audit.about(['anna@example.org'], { limit: 1 }))?.length, 1);
    });

    it('removes what is past its time behind a seal', async () => {
      const { audit } = await begun();
      for (const day of ['01', '02', '03']) await audit.record(anEntry({ at: `2026-11-${day}T00:00:00.000Z` }));
      assert.equal(await audit.prune(new Date('2026-11-03T00:00:00.000Z'), 'trace-p'), 2);
      assert.deepEqual(await audit.verify(), { records: 2, pruned: 2, faults: [] });
      assert.equal(await audit.prune(new Date('2026-11-03T00:00:00.000Z'), 'trace-p'), 0);
      await audit.record(anEntry());
      assert.deepEqual(await audit.verify(), { records: 3, pruned: 2, faults: [] });
    });

    it('is sound across a change of keys, and not without the old one', async () => {
      const store = await open();
      const second = { id: 'k2', secret: 'BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA' };
      await (await createAudit({ store, keys, clock })).record(anEntry({ party: '491701234567' }));
      const both = await createAudit({ store, keys: [second, ...keys], clock });
      await both.record(anEntry());
      assert.deepEqual((await both.verify()).faults, []);
      assert.equal((await both.about(['491701234567'], { limit: 5 }))?.length, 1);
      const alone = await createAudit({ store, keys: [second], clock });
      assert.deepEqual((await alone.verify()).faults, [{ seq: 1, what: 'altered' }]);
    });

    it('says it cannot be written before anything is done', async () => {
      const { store, audit } = await begun();
      await audit.ready();
      const deaf = { ...store, append: () => Promise.reject(new Error('disk full')) };
      const broken = await createAudit({ store: deaf, keys, clock });
      await assert.rejects(broken.ready(), /disk full/);
      await assert.rejects(broken.record(anEntry()), /disk full/);
    });

    it('does not build on a history that is another', async () => {
      const { store, audit } = await begun();
      await audit.record(anEntry());
      const before = await store.head();
      await audit.record(anEntry());
      const older: AuditStore = { ...store, head: () => Promise.resolve(before), append: () => Promise.resolve(false) };
      const put = { current: store };
      const through: AuditStore = { ...store, head: () => put.current.head(), append: (...change) => put.current.append(...change) };
      const writer = await createAudit({ store: through, keys, clock });
      await writer.record(anEntry());
      put.current = older;
      await assert.rejects(writer.record(anEntry()), { name: 'TrailBroken' });
    });
  });
}

