import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pruneOutbox } from './sweep.ts';
import { subscriber } from '../testing/subscriber.ts';
import { memoryStore } from '../store/memory.ts';
import type { NewChange } from '../store/store.ts';
import { aTicket, bench, NOW } from '../testing/bench.ts';

const DAY = 24 * 60 * 60 * 1000;
const later = (milliseconds: number) => new Date(Date.parse(NOW) + milliseconds);

const aChange = (at: number): NewChange => ({
  eventId: `e${at}`,
  eventTime: NOW,
  eventType: 'ThingCreateEvent',
  resource: 'thing',
  id: `t${at}`,
  partyIds: [],
});

describe('the outbox', () => {
  it('keeps a day of changes, and a hundred thousand whatever their age', async () => {
    const store = memoryStore();
    await store.transaction(async (tx) => {
      for (let at = 0; at < 100_005; at += 1) await tx.publish(aChange(at));
    });
    assert.equal(await pruneOutbox(store, later(DAY)), 0);
    assert.equal(await pruneOutbox(store, later(DAY + 1)), 5);
    assert.equal((await store.changes.after(0, 1))[0]?.seq, 6);
    assert.equal(await store.changes.latest(), 100_005);
  });

  it('keeps what a subscriber has not heard yet', async () => {
    const { hub } = subscriber([500, 500, 500]);
    const bss = bench({ hub, simulate: false });
    await bss.ask('POST', '/tmf-api/troubleTicket/v4/hub', { callback: 'https://crm.example/' });
    await bss.make('troubleTicket', aTicket());
    await bss.tick();
    await bss.store.transaction(async (tx) => {
      for (let at = 0; at < 100_005; at += 1) await tx.publish(aChange(at));
    });
    assert.equal(await pruneOutbox(bss.store, later(2 * DAY)), 0);
    await bss.close();
  });
});

describe('a BSS that goes on', () => {
  it('forgets the keys of requests after a day', async () => {
    const bss = bench();
    const raise = () => bss.ask('POST', '/tmf-api/troubleTicket/v4/troubleTicket', aTicket(), { 'idempotency-key': 'k' });
    const first = ((await (await raise()).json()) as { id: string }).id;
    bss.later(DAY + 1);
    await bss.tick();
    assert.notEqual(((await (await raise()).json()) as { id: string }).id, first);
  });
});
