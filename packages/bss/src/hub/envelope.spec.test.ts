import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Version } from '../definitions/definition.ts';
import { definitionOf } from '../definitions/definitions.ts';
import { aTicket, bench, pathOf } from '../testing/bench.ts';
import { hasSpec, specCheck, specsFolder } from '../testing/specs.ts';
import { subscriber } from '../testing/subscriber.ts';

/** What is done to one resource: every event of it follows. */
const STORIES: Readonly<Record<string, { body: object; patches: object[] }>> = {
  troubleTicket: {
    body: aTicket(),
    patches: [{ name: 'TV' }, { status: 'inProgress' }, { status: 'pending' }, { status: 'inProgress' }, { status: 'resolved' }],
  },
  catalog: { body: { name: 'Autumn' }, patches: [{ description: 'Leaves' }] },
  individual: { body: { givenName: 'Ann', familyName: 'Berg' }, patches: [{ gender: 'female' }] },
  shoppingCart: { body: {}, patches: [{ contactMedium: [{ mediumType: 'email' }] }] },
  service: { body: { serviceSpecification: { id: 's', '@type': 'ServiceSpecificationRef' }, state: 'active' }, patches: [{ name: 'Line' }] },
};

async function toldOf(resource: string, version: Version) {
  const { delivered, hub } = subscriber();
  const bss = bench({ hub, simulate: false });
  const { views } = definitionOf(resource);
  const view = views.find((one) => one.version === version);
  assert.ok(view);
  const made = await bss.ask('POST', `${view.bases[0]}/hub`, { callback: 'https://crm.example/tmf', query: 'eventType=' });
  const { body, patches } = STORIES[resource] ?? { body: {}, patches: [] };
  const { id } = await bss.make(resource, body);
  for (const patch of patches) {
    const answer = await bss.ask('PATCH', `${pathOf(resource)}/${id}`, patch);
    assert.equal(answer.status, 200, await answer.text());
  }
  await bss.ask('DELETE', `${pathOf(resource)}/${id}`);
  await bss.tick();
  return { subscription: (await made.json()) as unknown, delivered };
}

describe('what subscribers get, by the public files', { skip: specsFolder() === undefined }, () => {
  for (const resource of Object.keys(STORIES)) {
    for (const version of ['v4', 'v5'] as const) {
      it(`is allowed there: ${resource} in ${version}`, async () => {
        const { api } = definitionOf(resource);
        const { subscription, delivered } = await toldOf(resource, version);
        assert.deepEqual(specCheck(api, version, version === 'v5' ? 'Hub' : 'EventSubscription', subscription), []);
        assert.ok(delivered.length >= 3);
        for (const { body } of delivered) {
          const type = String(body['eventType']);
          assert.ok(hasSpec(api, version, type), `${api} ${version} has no ${type}`);
          assert.deepEqual(specCheck(api, version, type, body), [], type);
        }
      });
    }
  }
});
