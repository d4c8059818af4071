import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Definition, View } from '../definitions/definition.ts';
import { definitionOf } from '../definitions/definitions.ts';
import { misfit } from '../shapes/check.ts';
import { v4ShapesOf } from '../shapes/v4/shapes.ts';
import { v5Shapes } from '../shapes/v5/shapes.ts';
import type { Resource, StoredRecord } from '../store/store.ts';
import { lostIn } from '../testing/lost.ts';
import { hasSpec, specCheck, specsFolder } from '../testing/specs.ts';
import { generateWorld } from '../world/world.ts';
import { shownAsV5, storedFromV5 } from './view.ts';

const world = (customers: number): StoredRecord[] => [
  ...generateWorld({ seed: 3, customers, now: new Date('2026-11-21T10:00:00.000Z') }).records,
];

/** The cast with a few others, told at length, and the last of so many that they are told in brief. */
const records: readonly StoredRecord[] = [...world(5), ...world(256).slice(-500)];

/** Every document as every version of its API shows it. */
function* shownRecords(): Generator<{ definition: Definition; view: View; shown: object }> {
  for (const { resource, body } of records) {
    const definition = definitionOf(resource);
    for (const view of definition.views) yield { definition, view, shown: view.version === 'v4' ? body : shownAsV5(definition, body) };
  }
}

describe('the generated world', () => {
  it('fits its shapes in v4 and in v5', () => {
    const problems = new Set<string>();
    for (const { definition, view, shown } of shownRecords()) {
      const dictionary = view.version === 'v4' ? v4ShapesOf(definition.api) : v5Shapes;
      const problem = misfit(dictionary, view.type, shown as Resource);
      if (problem !== undefined) problems.add(`${view.version} ${view.type}: ${problem}`);
    }
    assert.deepEqual([...problems], []);
  });

  it('goes to v5 and back unchanged', () => {
    const served = records.filter(({ resource }) => definitionOf(resource).views.some(({ version }) => version === 'v5'));
    assert.ok(served.length > 1000);
    for (const { resource, body } of served) {
      const definition = definitionOf(resource);
      const back = Object.entries(storedFromV5(definition, shownAsV5(definition, body))).filter(([, value]) => value !== null);
      // What only v5 knows is stored as it is said, with every class in it.
      if (definition.only === 'v5') assert.deepEqual(lostIn(body, Object.fromEntries(back)), []);
      else assert.deepEqual(Object.fromEntries(back), body);
    }
  });

  it('is what the public files ask for in v4 and in v5', { skip: specsFolder() === undefined && 'no specification files at hand' }, () => {
    const faults = new Map<string, string>();
    let checked = 0;
    for (const { definition, view, shown } of shownRecords()) {
      if (hasSpec(definition.api, view.version, view.type)) checked += 1;
      for (const fault of specCheck(definition.api, view.version, view.type, shown)) {
        faults.set(`${definition.api} ${view.version} ${view.type} ${fault.replaceAll(/\/\d+/g, '/n')}`, JSON.stringify(shown).slice(0, 300));
      }
    }
    assert.deepEqual([...faults], []);
    assert.ok(checked > records.length);
  });
});
