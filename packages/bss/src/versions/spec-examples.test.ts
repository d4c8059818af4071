import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Definition, View } from '../definitions/definition.ts';
import { definitions } from '../definitions/definitions.ts';
import { misfit } from '../shapes/check.ts';
import { v4ShapesOf } from '../shapes/v4/shapes.ts';
import { v5Shapes } from '../shapes/v5/shapes.ts';
import type { Resource } from '../store/store.ts';
import { bench } from '../testing/bench.ts';
import { lostIn } from '../testing/lost.ts';
import { type SpecExample, specExamples } from '../testing/spec-examples.ts';
import { specCheck, specsFolder } from '../testing/specs.ts';
import { shownAsV5, storedFromV5 } from './view.ts';

/** v4's names and classes in examples of v5: they come back by v5's. */
const OF_V4 =
  /\.(mediumType|fullName|lastModified|productSpecCharRelationship) |^\.type |@type was '(Catalog|CartPrice|AttachmentRefOrValue|ProductOrder)'|productRelationship\.\d+\.product\./;

/** What an example of v5 does not get back, and what of it does not fit. */
function problemsOf(definition: Definition, view: View, { title, body }: SpecExample): string[] {
  const problem = misfit(v5Shapes, view.type, body);
  const stored = storedFromV5(definition, body);
  const inV4 = definition.only === 'v5' ? undefined : misfit(v4ShapesOf(definition.api), definition.type, stored);
  const kept = Object.fromEntries(Object.entries(stored).filter(([, value]) => value !== null)) as Resource;
  const lost = lostIn(body, shownAsV5(definition, kept)).filter((one) => !OF_V4.test(one));
  return [problem ?? [], inV4 ?? [], lost].flat().map((one) => `${title}: ${one}`);
}

test("the public files' own examples of v5 keep their values", { skip: specsFolder() === undefined && 'no specification files at hand' }, () => {
  const problems: string[] = [];
  let [replayed, faulty] = [0, 0];
  for (const definition of definitions) {
    const view = definition.views.find(({ version }) => version === 'v5');
    if (!view) continue;
    for (const example of specExamples(definition.api).filter(({ resource }) => resource === view.resource)) {
      const isFaulty = example.use === 'answer' && specCheck(definition.api, 'v5', view.type, example.body).length > 0;
      if (isFaulty) faulty += 1;
      else replayed += 1;
      if (!isFaulty) problems.push(...problemsOf(definition, view, example));
    }
  }
  assert.deepEqual(problems, []);
  assert.ok(replayed > 300, `${replayed} examples replayed`);
  assert.ok(faulty < 60, `${faulty} faulty examples`);
});

/** What the server says and not the client, and a reference that calls itself what it points at. */
const OF_THE_SERVER = /^\.lastUpdate |^\.validFor\.endDateTime |^\.@type was 'Catalog'|entity\.@type was 'ProductOrder'/;

/** Examples that a rule of ours says no to: a life begun in its middle, and problems that are not there. */
const REFUSED = ['TMF656 problemGroup 422', 'TMF656 problemUngroup 422'];

test('a BSS takes the public files\' own requests of v5 and answers with what they said', { skip: specsFolder() === undefined && 'no specification files at hand' }, async () => {
  const { ask } = bench({ simulate: false });
  const [problems, refused]: [string[], string[]] = [[], []];
  for (const { api, views } of definitions) {
    const view = views.find(({ version, operations }) => version === 'v5' && operations.includes('create'));
    if (!view) continue;
    const requests = specExamples(api).filter(({ resource, use }) => resource === view.resource && use === 'create');
    for (const { title, body } of requests) {
      const answer = await ask('POST', `${view.bases[0]}/${view.resource}`, body);
      const { id: _, href: __, ...said } = body;
      if (answer.status === 201) problems.push(...lostIn(said, await answer.json()).filter((one) => !OF_THE_SERVER.test(one)).map((one) => `${title}: ${one}`));
      else refused.push(`${api} ${view.resource} ${answer.status}`);
    }
  }
  assert.deepEqual(problems, []);
  assert.deepEqual(refused, REFUSED);
});
