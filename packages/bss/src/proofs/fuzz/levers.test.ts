import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { oddValue } from '../differential/values.ts';
import { createBss } from '../../bss.ts';
import type { Lever, LeverKind } from '../../nouns/noun.ts';
import { nouns } from '../../nouns/nouns.ts';
import { memoryStore } from '../../store/memory.ts';
import { Dice, idOf } from '../../world/random.ts';
import { generateWorld } from '../../world/world.ts';

const NOW = new Date('2026-11-21T10:00:00.000Z');
const FITTING: Readonly<Record<LeverKind, readonly unknown[]>> = {
  text: ['x', '', idOf('nobody')],
  number: [0, -1, 12.5, 1e308],
  integer: [0, 1, -5, 1e15],
  flag: [true, false],
  instant: ['2026-11-22T00:00:00Z', '2099-01-01T00:00:00Z', '0001-01-01T00:00:00Z'],
};

/** What somebody might send who has only half read how a lever is pulled. */
function said({ body = {} }: Lever, dice: Dice): string {
  if (dice.chance(0.1)) return dice.pick(['', '[]', 'null', '{', '7']);
  const members = Object.entries(body).filter(() => dice.chance(0.8));
  return JSON.stringify(Object.fromEntries(members.map(([name, kind]) => [name, dice.chance(0.3) ? oddValue(dice) : dice.pick(FITTING[kind])])));
}

describe('levers pulled anyhow', () => {
  it('say what is wrong, and none breaks', async () => {
    const store = memoryStore(generateWorld({ seed: 1, customers: 1, now: NOW }).records);
    const faults: unknown[] = [];
    const bss = createBss({ store, clock: () => NOW, token: 'machine', levers: true, report: (cause) => faults.push(cause) });
    const dice = new Dice('levers');
    const statuses = new Set<number>();
    for (const { resource, levers = [] } of nouns) {
      const { rows } = await store.read().list(resource, { limit: 20 });
      for (const lever of levers) {
        for (let pull = 0; pull < 25; pull += 1) {
          const id = () => (rows.length > 0 && dice.chance(0.6) ? dice.pick(rows).body.id : dice.pick(['nobody', '%00', '%27']));
          const path = `/sim/v1/${lever.path.replaceAll(/:\w+/g, id)}`;
          const headers = { authorization: 'Bearer machine', 'content-type': 'application/json' };
          const body = said(lever, dice);
          const response = await bss.fetch(new Request(`http://bss.test${path}`, { method: 'POST', headers, body }));
          statuses.add(response.status);
          const answer = (await response.json()) as { reason?: string; message?: string };
          if (response.status >= 400) assert.ok(answer.reason && answer.message, `${path} ${body}`);
          assert.deepEqual(faults, [], `${path} ${body}`);
        }
      }
    }
    assert.ok([200, 400, 404].every((status) => statuses.has(status)), [...statuses].join(' '));
  });
});
