import { join } from 'node:path';
import type { Step } from './finding.ts';
import { broken, runTool } from './tool.ts';

interface Diagnostic {
  readonly message: string;
  readonly code?: string;
  readonly filename: string;
  readonly labels: readonly { readonly span: { readonly line: number } }[];
}

/** oxlint asks for this program by name in PATH or by this variable; it is nobody's but the workbench's. */
const TYPES = join(import.meta.dirname, '../../node_modules/.bin/tsgolint');

export const lint: Step = {
  name: 'lint',
  promise: 'Language, element and accessibility rules hold; no file, function or branch count is over its limit.',
  async run({ root, room }) {
    const args = ['-c', '.oxlintrc.json', '--type-aware', '--disable-nested-config', '-f', 'json', room ?? '.'];
    const said = await runTool('oxlint', args, root, { OXLINT_TSGOLINT_PATH: TYPES });
    if (!said.stdout.startsWith('{')) throw broken('oxlint', said);
    const { diagnostics } = JSON.parse(said.stdout) as { diagnostics: readonly Diagnostic[] };
    return {
      findings: diagnostics.map(({ message, code = 'oxlint', filename, labels }) => ({
        where: `${filename}:${labels[0]?.span.line ?? 1}`,
        message: `${message} [${code}]`,
      })),
    };
  },
};
