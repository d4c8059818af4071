import { conformanceOf, type Outcome } from './conformance/suite.ts';
import { kitsOn } from './conformance/kit-run.ts';
import { schemaWatch } from './conformance/schemas.ts';
import { worldRows } from './conformance/world-rows.ts';
import { type Finding, finding, notShown, type Prove, type ProofSetting } from './proof.ts';
import type { Definition, View } from '../definitions/definition.ts';
import { definitions } from '../definitions/definitions.ts';
import { specsFolder } from '../testing/specs.ts';
import { type StoreMaker, storeMakers } from '../testing/stores.ts';

type Target = readonly [Definition, View];

const all: readonly Target[] = definitions.flatMap((definition) => definition.views.map((view) => [definition, view] as const));

/** A short run takes every resource in memory and each fourth one on the databases; the seed says which. */
function dealt(maker: StoreMaker, { full, seed }: ProofSetting): readonly Target[] {
  return full || maker.name === 'memory' ? all : all.filter((_, at) => (at + seed) % 4 === 0);
}

async function onStore(maker: StoreMaker, setting: ProofSetting): Promise<Finding[]> {
  const targets = dealt(maker, setting);
  const started = performance.now();
  const outcomes: Outcome[] = [];
  for (const [definition, view] of targets) {
    outcomes.push(...(await conformanceOf(definition, view, maker, { seed: setting.seed, watches: [schemaWatch()] })));
    setting.tell?.(`R1 ${maker.name} ${definition.api} ${view.version} ${view.resource}`);
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const judges = specsFolder() === undefined ? 'our own shapes' : 'our own shapes and the public files';
  const figure = `${targets.length} of ${all.length} resources by version, every answer judged by ${judges}, ${seconds} s`;
  const [kits, world] = [await maker.make(), await maker.make()];
  try {
    const rows = await worldRows(world, [schemaWatch({ strict: true })]);
    return [
      finding(`every resource conforms, on ${maker.name}`, figure, outcomes.map(({ wrong }) => wrong)),
      finding(`what public kits look for, on ${maker.name}`, 'over the demonstration world', await kitsOn(kits)),
      finding(`every row of the demonstration world, on ${maker.name}`, `${rows.length} rows by version`, rows),
    ];
  } finally {
    await Promise.all([kits.close(), world.close()]);
  }
}

/** R1: the generated conformance suite, on every store there is. */
export const proveConformance: Prove = async (setting) => {
  const makers = storeMakers(setting.databaseUrl ?? '');
  try {
    const findings: Finding[] = [];
    for (const maker of makers) findings.push(...(await onStore(maker, setting)));
    if (setting.databaseUrl === undefined) findings.push(notShown('every resource conforms, on Postgres', 'There is no Postgres on this machine.'));
    return findings;
  } finally {
    for (const maker of makers) await maker.close();
  }
};
