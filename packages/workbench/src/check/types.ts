import type { Finding, Step } from './finding.ts';
import { broken, runNode } from './tool.ts';

const ERROR = /^(?:(.+?)\((\d+),\d+\): )?error (TS\d+): (.+)$/;

export const types: Step = {
  name: 'types',
  promise: 'Every room compiles, each against what the others declare.',
  async run({ root, room }) {
    const said = await runNode(['node_modules/typescript/bin/tsc', '-b', room ?? '.', '--pretty', 'false'], root);
    const findings = said.stdout.split('\n').flatMap((line): Finding[] => {
      const [, file, at, code, message = ''] = ERROR.exec(line) ?? [];
      return code ? [{ where: file ? `${file}:${at}` : 'tsconfig.json', message: `${message} [${code}]` }] : [];
    });
    if (said.status !== 0 && findings.length === 0) throw broken('tsc', said);
    return { findings };
  },
};
