import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rooms, type Room } from '../rooms.ts';
import { inScope, type Finding, type Step } from './finding.ts';
import { broken, runTool } from './tool.ts';

/** Rooms that others may one day install; services are deployed, not imported. */
const PUBLISHED = /^(shared|portlets)\/|^packages\/probe$/;

export const doors: Step = {
  name: 'doors',
  promise: 'Each package that others may install can be imported as it would be published.',
  async run(scope) {
    const published = rooms(scope.root).filter((room) => PUBLISHED.test(room.path) && inScope(scope, room.path) && hasSources(room));
    // Both pack the room first and mostly wait: two rooms at a time.
    const half = Math.ceil(published.length / 2);
    const found = await Promise.all([inTurn(published.slice(0, half)), inTurn(published.slice(half))]);
    return { findings: found.flat() };
  },
};

async function inTurn(published: readonly Room[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const room of published) findings.push(...(await brokenDoors(room)));
  return findings;
}

/** What keeps others from importing the room as npm would pack it. */
export async function brokenDoors(room: Room): Promise<Finding[]> {
  return [...(await publint(room)), ...(await attw(room))];
}

function hasSources({ folder }: Room): boolean {
  return existsSync(join(folder, 'src')) && readdirSync(join(folder, 'src')).some((file) => file === 'index.ts');
}

async function publint(room: Room): Promise<Finding[]> {
  const said = await runTool('publint', ['--strict', '--pack', 'npm'], room.folder, { NO_COLOR: '1' });
  if (said.status === 0) return [];
  const text = said.stdout.split('\n').filter((line) => /^\d+\. /.test(line.trim()));
  if (text.length === 0) throw broken('publint', said);
  return text.map((line) => ({ where: `${room.path}/package.json`, message: line.trim() }));
}

interface Analysis {
  readonly analysis: { readonly problems?: readonly { readonly kind: string; readonly entrypoint?: string; readonly resolutionKind?: string }[] };
}

/** Only modules: nobody who uses elements in a browser needs CommonJS. */
async function attw(room: Room): Promise<Finding[]> {
  const said = await runTool('@arethetypeswrong/cli', ['--pack', '.', '--profile', 'esm-only', '--format', 'json'], room.folder);
  if (!said.stdout.trim().startsWith('{')) throw broken('attw', said);
  const { problems = [] } = (JSON.parse(said.stdout) as Analysis).analysis;
  return problems
    .filter(({ resolutionKind }) => resolutionKind !== 'node10' && resolutionKind !== 'node16-cjs')
    .map(({ kind, entrypoint = '' }) => ({ where: `${room.path}/package.json`, message: `${kind} ${entrypoint}` }));
}
