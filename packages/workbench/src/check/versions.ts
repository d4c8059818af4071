import type { Step } from './finding.ts';
import { broken, runTool } from './tool.ts';

export const versions: Step = {
  name: 'versions',
  promise: 'One version of each dependency, and package.json files in good order.',
  async run({ root }) {
    const said = await runTool('sherif', ['--no-install'], root, { NO_COLOR: '1' });
    if (said.status === 0) return { findings: [] };
    const text = `${said.stdout}\n${said.stderr}`.trim();
    if (!text) throw broken('sherif', said);
    return { findings: [{ where: 'package.json', message: text }] };
  },
};
