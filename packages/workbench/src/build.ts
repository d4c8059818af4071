import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { embedFolder, runtimeStep, sharedFingerprint, shellFolder } from './build/embed-folder.ts';
import { fingerprint } from './build/fingerprint.ts';
import type { EmbedEntry } from './build/manifest.ts';
import { precompress } from './build/precompress.ts';
import { step, type Outcome } from './build/record.ts';
import type { Runtime } from './build/shared.ts';
import { rooms, type Room } from './rooms.ts';

export { embedFolder, shellFolder } from './build/embed-folder.ts';

export interface Built {
  /** What the gateway serves below `/embed/`. */
  readonly embed: string;
  /** What the gateway serves below `/`; undefined while there is no shell. */
  readonly shell: string | undefined;
  /** Names of the parts that were not up to date. */
  readonly fresh: readonly string[];
}

/** Builds what the gateway serves: the runtime, each portlet, the drop-in manifest and the shell. Skips what stands. */
export async function build({ quiet = false } = {}): Promise<Built> {
  const fresh: string[] = [];
  const tell = (name: string, started: number) => {
    fresh.push(name);
    if (!quiet) console.log(`built ${name} in ${Math.round(performance.now() - started)} ms`);
  };
  mkdirSync(embedFolder, { recursive: true });
  const shared = await timed('runtime', tell, () => runtimeStep(embedFolder));
  const entries: EmbedEntry[] = [];
  const built = rooms().filter((room) => room.path.startsWith('portlets/') && existsSync(join(room.folder, 'src/index.ts')));
  for (const room of built) {
    entries.push(await timed(room.name, tell, () => portletStep(room, shared)));
    await timed(`${room.name}/custom-elements.json`, tell, () => elementsStep(room));
  }
  await timed('embed', tell, () => manifestStep(shared, entries));
  const shell = existsSync(join(shellFolder, '../../index.html'));
  if (shell) await timed('shell', tell, () => shellStep(shared));
  return { embed: embedFolder, shell: shell ? shellFolder : undefined, fresh };
}

async function timed<T>(name: string, tell: (name: string, started: number) => void, run: () => Promise<Outcome<T>>): Promise<T> {
  const started = performance.now();
  const { result, fresh } = await run();
  if (fresh) tell(name, started);
  return result;
}

const ownFiles = ({ path }: Room) => ['package.json', 'portlet.json', 'src/**/*.*'].map((pattern) => `${path}/${pattern}`);

/** What editors read of a portlet's elements; it goes into the package. */
function elementsStep(room: Room): Promise<Outcome<undefined>> {
  return step({
    target: `${room.name}:elements`,
    folder: room.folder,
    fingerprint: fingerprint([...ownFiles(room), 'packages/workbench/src/elements.ts']),
    run: async () => {
      const { elementsOf } = await import('./elements.ts');
      const file = 'custom-elements.json';
      writeFileSync(join(room.folder, file), `${JSON.stringify(await elementsOf(room.path), undefined, 2)}\n`);
      return { files: [file], result: undefined };
    },
  });
}

function portletStep(room: Room, shared: Runtime): Promise<Outcome<EmbedEntry>> {
  return step({
    target: room.name,
    folder: embedFolder,
    fingerprint: fingerprint(ownFiles(room), [sharedFingerprint()]),
    run: async () => {
      const { buildPortlet } = await import('./build/portlet.ts');
      const { describePortlet } = await import('./build/manifest.ts');
      const files = await buildPortlet(room.folder, shared, embedFolder);
      precompress(files.files.map((file) => join(embedFolder, file)));
      return { files: files.files, result: await describePortlet(room, files, embedFolder) };
    },
  });
}

function manifestStep(shared: Runtime, entries: readonly EmbedEntry[]): Promise<Outcome<undefined>> {
  return step({
    target: 'embed',
    folder: embedFolder,
    fingerprint: fingerprint(['shared/tokens/src/**/*.css'], [shared.file, JSON.stringify([shared.parts, entries])]),
    run: async () => {
      const { writeManifest } = await import('./build/manifest.ts');
      const { copyTokens } = await import('./build/tokens.ts');
      const files = [...writeManifest(shared, entries, embedFolder), ...copyTokens(embedFolder)];
      precompress(files.map((file) => join(embedFolder, file)));
      return { files, result: undefined };
    },
  });
}

function shellStep(shared: Runtime): Promise<Outcome<undefined>> {
  return step({
    target: 'shell',
    folder: shellFolder,
    fingerprint: fingerprint(['shell/index.html', 'shell/package.json', 'shell/{src,public}/**/*.*'], [sharedFingerprint()]),
    run: async () => {
      const { buildShell } = await import('./build/shell.ts');
      const files = await buildShell(shared, shellFolder);
      precompress(files.map((file) => join(shellFolder, file)));
      return { files, result: undefined };
    },
  });
}

if (process.argv[1] === import.meta.filename) {
  const started = performance.now();
  const { fresh } = await build();
  const parts = fresh.length > 0 ? `${fresh.length} parts built` : 'nothing changed';
  console.log(`${parts} (${Math.round(performance.now() - started)} ms)`);
}
