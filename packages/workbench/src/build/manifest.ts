import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { elementsOf, portletAttributes, type Documented } from '../elements.ts';
import type { Room } from '../rooms.ts';
import type { PortletFiles } from './portlet.ts';
import { sizesOf, type Sizes } from './precompress.ts';
import type { Runtime } from './shared.ts';

/** What one drop-in module is: its `portlet.json`, and what only a build knows. `/embed/manifest.json` lists these. */
export interface EmbedEntry {
  readonly name: string;
  readonly tag: string;
  readonly version: string;
  readonly description: string;
  /** Address of the module, relative to the manifest. Its name stays the same over versions. */
  readonly module: string;
  /** For `<script integrity>` and import maps. */
  readonly integrity: string;
  readonly size: {
    /** Own code that the first view loads, without the runtime. */
    readonly firstView: Sizes;
    /** All own code, whatever loads later; of the translations a customer loads one, so they are not in it. */
    readonly total: Sizes;
  };
  /** Integrity of everything that may load later. */
  readonly chunks: Readonly<Record<string, string>>;
  readonly api: { readonly attributes: readonly Api[]; readonly events: readonly Api[] };
}

type Api = Pick<Documented, 'name' | 'description'>;

interface OneFile {
  readonly module: string;
  readonly integrity: string;
  readonly size: Sizes;
}

export interface EmbedManifest {
  readonly version: 1;
  readonly runtime: OneFile;
  /** What several portlets load late, once a page. */
  readonly parts: readonly OneFile[];
  readonly portlets: readonly EmbedEntry[];
}

export function integrity(file: string): string {
  return `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;
}

type Nameable = Omit<Documented, 'name'> & { readonly name?: string };

const api = (documented: readonly Nameable[] = []): Api[] =>
  documented.map(({ name = '', description = '' }) => ({ name, description }));

/** Describes a built portlet; its attributes and events come from its sources' documentation. */
export async function describePortlet(room: Room, built: PortletFiles, folder: string): Promise<EmbedEntry> {
  const card = JSON.parse(readFileSync(join(room.folder, 'portlet.json'), 'utf8')) as { name: string; tag: string };
  const { modules } = await elementsOf(room.path);
  const element = modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === card.tag);
  const path = (file: string) => join(folder, file);
  const later = built.files.filter((file) => file !== built.entry);
  return {
    ...card,
    version: room.manifest.version,
    description: room.manifest.description ?? '',
    module: `./${built.entry}`,
    integrity: integrity(path(built.entry)),
    size: { firstView: sizesOf(built.firstView.map(path)), total: sizesOf(built.code.map(path)) },
    chunks: Object.fromEntries(later.map((file) => [`./${file}`, integrity(path(file))])),
    api: {
      attributes: api([...(await portletAttributes()), ...(element?.attributes ?? [])]),
      // The analyser also lists what it cannot name, such as a value that an event is made with.
      events: api(element?.events?.filter(({ name = '' }) => name.startsWith('fp-'))),
    },
  };
}

/** Writes `manifest.json` and `importmap.json`. Answers with their names. */
export function writeManifest(runtime: Runtime, portlets: readonly EmbedEntry[], folder: string): string[] {
  const described = (file: string): OneFile => ({ module: `./${file}`, integrity: integrity(join(folder, file)), size: sizesOf([join(folder, file)]) });
  const manifest: EmbedManifest = { version: 1, runtime: described(runtime.file), parts: Object.values(runtime.parts).map(described), portlets };
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
  writeFileSync(join(folder, 'importmap.json'), `${JSON.stringify(importMap(manifest), undefined, 2)}\n`);
  return ['manifest.json', 'importmap.json'];
}

/** For a host that wants bare names or checked imports. A map is resolved against the page it stands in, so it names paths. */
function importMap({ runtime, parts, portlets }: EmbedManifest): object {
  const address = (module: string) => module.replace(/^\./, '/embed');
  const hashes: [string, string][] = [
    ...[runtime, ...parts].map(({ module, integrity: hash }): [string, string] => [module, hash]),
    ...portlets.flatMap((one): [string, string][] => [[one.module, one.integrity], ...Object.entries(one.chunks)]),
  ];
  return {
    imports: Object.fromEntries(portlets.map(({ name, module }) => [`@faceplate/${name}`, address(module)])),
    integrity: Object.fromEntries(hashes.map(([module, hash]) => [address(module), hash])),
  };
}
