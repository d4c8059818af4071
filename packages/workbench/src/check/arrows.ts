import { inScope, type Finding, type Step } from './finding.ts';
import { broken, runTool } from './tool.ts';

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
  readonly cycle?: readonly { readonly name: string }[];
}

interface Result {
  readonly summary: {
    readonly violations: readonly Violation[];
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string; readonly comment: string }[] };
  };
}

/** Rooms that a tree may have; the tool refuses a folder that is not there. */
export const TREES = ['shared', 'portlets', 'shell', 'mocks', 'packages'];

/** What breaks the rules of `.dependency-cruiser.cjs` among `trees` of the checkout at `root`. */
export async function brokenArrows(root: string, config: string, trees: readonly string[]): Promise<(Finding & { rule: string })[]> {
  const said = await runTool('dependency-cruiser', ['-c', config, '-T', 'json', ...trees], root);
  if (!said.stdout.startsWith('{')) throw broken('dependency-cruiser', said);
  const { summary } = JSON.parse(said.stdout) as Result;
  const sentences = new Map(summary.ruleSetUsed.forbidden.map(({ name, comment }) => [name, comment]));
  return summary.violations.map(({ from, to, rule, cycle }) => ({
    rule: rule.name,
    where: from,
    message: `→ ${cycle?.map(({ name }) => name).join(' → ') ?? to}: ${sentences.get(rule.name) ?? ''} [${rule.name}]`,
  }));
}

export const arrows: Step = {
  name: 'arrows',
  promise: 'Every import follows an arrow of ARCHITECTURE.md, and none goes in a circle.',
  async run(scope) {
    const found = await brokenArrows(scope.root, '.dependency-cruiser.cjs', TREES);
    return { findings: found.filter(({ where }) => inScope(scope, where)) };
  },
};
