import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Definition, View } from '../definitions/definition.ts';
import { definitions } from '../definitions/definitions.ts';
import { misfit } from '../shapes/check.ts';
import { v4ShapesOf } from '../shapes/v4/shapes.ts';
import { v5Shapes } from '../shapes/v5/shapes.ts';
import type { Resource } from '../store/store.ts';
import { lostIn } from '../testing/lost.ts';
import { type SpecExample, specExamples } from '../testing/spec-examples.ts';
import { specCheck, specsFolder } from '../testing/specs.ts';
import { shownAsV5, storedFromV5 } from './view.ts';

/** v4's names and classes in examples of v5: they come back by v5's. */
const OF_V4 =
  /\.(mediumType|fullName|lastModified|productSpecCharRelationship) |^\.type |@type was '(Catalog|CartPrice|AttachmentRefOrValue|ProductOrder)'|productRelationship\.\d+\.product\./;

/** Values in requests of the files' own examples that the files' own classes do not allow. */
const WRONG = /(CharacteristicValue|characteristicValueSpecification)\[\d+\]\.value" must be a number/;

/** What an example of v5 does not get back, and what of it does not fit. */
function problemsOf(definition: Definition, view: View, { title, body }: SpecExample): string[] {
  const problem = misfit(v5Shapes, view.type, body);
  const stored = storedFromV5(definition, body);
  const inV4 = definition.only === 'v5' ? undefined : misfit(v4ShapesOf(definition.api), definition.type, stored);
  const kept = Object.fromEntries(Object.entries(stored).filter(([, value]) => value !== null)) as Resource;
  const lost = lostIn(body, shownAsV5(definition, kept)).filter((one) => !OF_V4.test(one));
  return [problem !== undefined && !WRONG.test(problem) ? problem : [], inV4 ?? [], lost].flat().map((one) => `${title}: ${one}`);
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
