import { inScope, type Finding, type Step } from './finding.ts';
import { broken, runTool } from './tool.ts';

interface Named {
  readonly name: string;
  readonly line?: number;
}

/** knip's report: one entry a file, a list for each kind of thing nobody uses. */
type Issue = { readonly file: string } & { readonly [kind: string]: string | readonly Named[] };

export const dead: Step = {
  name: 'dead',
  promise: 'No file, export or dependency that nobody uses, and none used that is not declared.',
  async run(scope) {
    const said = await runTool('knip', ['--no-progress', '--no-config-hints', '--reporter', 'json'], scope.root);
    if (!said.stdout.startsWith('{')) throw broken('knip', said);
    const { issues } = JSON.parse(said.stdout) as { issues: readonly Issue[] };
    return { findings: issues.flatMap(findingsOf).filter(({ where }) => inScope(scope, where)) };
  },
};

function findingsOf(issue: Issue): Finding[] {
  return Object.entries(issue).flatMap(([kind, value]) => {
    if (!Array.isArray(value)) return [];
    return (value as readonly (Named | readonly Named[])[]).flat().map(({ name, line }) => ({
      where: line === undefined ? issue.file : `${issue.file}:${line}`,
      message: kind === 'files' ? 'nobody uses this file' : `${kind}: ${name}`,
    }));
  });
}
