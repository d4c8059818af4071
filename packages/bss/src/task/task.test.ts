import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { definitionOf } from '../definitions/definitions.ts';
import type { Resource } from '../store/store.ts';
import { bench, type Bench, pathOf } from '../testing/bench.ts';

/** Every task of ours, with what a client has to send, and where it says that it wants the answer at once. */
const TASKS: readonly (readonly [resource: string, asked: object, instant?: string])[] = [
  ['checkServiceQualification', { serviceQualificationItem: [{ id: '1', service: {} }] }, 'instantSyncQualification'],
  ['queryServiceQualification', { searchCriteria: {} }, 'instantSyncQualification'],
  ['geographicAddressValidation', { submittedGeographicAddress: {}, provideAlternative: true }],
  ['productOfferingQualification', {}, 'instantSyncQualification'],
  ['queryProductOfferingQualification', {}, 'instantSyncQualification'],
  ['queryProductRecommendation', {}, 'instantSyncRecommendation'],
  ['checkProductConfiguration', { checkProductConfigurationItem: [{ id: '1' }] }, 'instantSync'],
  ['queryProductConfiguration', { requestProductConfigurationItem: [{ id: '1' }] }, 'instantSync'],
  ['importJob', { url: 'data:application/json,[]' }],
  ['exportJob', { url: pathOf('document') }],
];

const isFinal = (resource: string, body: Resource): boolean => {
  const { lifecycle } = definitionOf(resource);
  return lifecycle !== undefined && lifecycle.moves[String(body[lifecycle.attribute])]?.length === 0;
};
const read = async (bss: Bench, resource: string, id: string) => (await (await bss.ask('GET', `${pathOf(resource)}/${id}`)).json()) as Resource;

describe('a task', () => {
  for (const [resource, asked, instant] of TASKS) {
    it(`${resource} ends by itself, over legal moves only, and stays as it ended`, async () => {
      const bss = bench();
      const { lifecycle } = definitionOf(resource);
      assert.ok(lifecycle);
      let body = await bss.make(resource, asked);
      assert.equal(isFinal(resource, body), false);
      for (let step = 0; step < 2; step += 1) {
        const before = String(body[lifecycle.attribute]);
        bss.later(8000);
        await bss.tick();
        body = await read(bss, resource, body.id);
        assert.ok(lifecycle.moves[before]?.includes(String(body[lifecycle.attribute])), `${before} → ${String(body[lifecycle.attribute])}`);
      }
      assert.equal(isFinal(resource, body), true);
      bss.later(3_600_000);
      await bss.tick();
      assert.deepEqual(await read(bss, resource, body.id), body);
    });

    it(`${resource} takes both steps at once when time has run past them, and tells of both`, async () => {
      const bss = bench();
      const { id } = await bss.make(resource, asked);
      bss.later(3_600_000);
      await bss.tick();
      assert.equal(isFinal(resource, await read(bss, resource, id)), true);
      const told = (await bss.store.changes.after(0, 100)).filter((change) => change.id === id && change.eventType.includes('StateChange'));
      assert.equal(told.length, 2);
    });

    if (instant === undefined) continue;
    it(`${resource} has its answer in the POST where that is wanted`, async () => {
      assert.equal(isFinal(resource, await bench().make(resource, { ...asked, [instant]: true })), true);
    });
  }

  it('takes no more at a time than it can answer in one go', async () => {
    const bss = bench();
    const many = Array.from({ length: 101 }, (_, index) => ({ id: String(index) }));
    const response = await bss.ask('POST', pathOf('productOfferingQualification'), { productOfferingQualificationItem: many });
    assert.equal(response.status, 400);
    assert.match(((await response.json()) as { message: string }).message, /may hold 100 at a time/);
  });
});
