import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { elementsOf, portletAttributes, type Documented } from '../elements.ts';
import type { Room } from '../rooms.ts';
import type { PortletFiles } from './portlet.ts';
import { sizesOf, type Sizes } from './precompress.ts';
import type { Runtime } from './runtime.ts';

/** What an integrator needs to know of one drop-in module: `/embed/manifest.json` lists these. */
export interface EmbedEntry {
  readonly name: string;
  readonly tag: string;
  readonly version: string;
  readonly description: string;
  /** Stable name below `/embed/`. */
  readonly file: string;
  /** For `<script integrity>` and import maps. */
  readonly integrity: string;
  /** The portlet's own code that the first view loads, without the runtime. */
  readonly firstView: Sizes;
  /** All of its own code, whatever loads later (translations are each loaded alone). */
  readonly total: Sizes;
  readonly chunks: Readonly<Record<string, string>>;
  readonly attributes: readonly Api[];
  readonly events: readonly Api[];
  /** The portlet's `portlet.json`: routes and what it needs. */
  readonly portlet: unknown;
}

type Api = Pick<Documented, 'name' | 'description'>;

export interface EmbedManifest {
  readonly version: 1;
  readonly runtime: { readonly file: string; readonly integrity: string; readonly size: Sizes };
  readonly portlets: readonly EmbedEntry[];
}

export function integrity(file: string): string {
  return `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;
}

const api = (documented: readonly Documented[] = []): Api[] =>
  documented.map(({ name, description = '' }) => ({ name, description }));

/** Describes a built portlet; its attributes and events come from its sources' documentation. */
export async function describePortlet(room: Room, built: PortletFiles, folder: string): Promise<EmbedEntry> {
  const tag = `fp-${room.name}`;
  const { modules } = await elementsOf(room.path);
  const element = modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === tag);
  const path = (file: string) => join(folder, file);
  const card = join(room.folder, 'portlet.json');
  return {
    name: room.name,
    tag,
    version: room.manifest.version,
    description: room.manifest.description ?? '',
    file: built.entry,
    integrity: integrity(path(built.entry)),
    firstView: sizesOf(built.firstView.map(path)),
    total: sizesOf(built.code.map(path)),
    chunks: Object.fromEntries(built.files.filter((file) => file !== built.entry).map((file) => [file, integrity(path(file))])),
    attributes: api([...(await portletAttributes()), ...(element?.attributes ?? [])]),
    events: api(element?.events),
    portlet: existsSync(card) ? (JSON.parse(readFileSync(card, 'utf8')) as unknown) : {},
  };
}

/** Writes `manifest.json` and `importmap.json`. Answers with their names. */
export function writeManifest(runtime: Runtime, portlets: readonly EmbedEntry[], folder: string): string[] {
  const path = join(folder, runtime.file);
  const manifest: EmbedManifest = {
    version: 1,
    runtime: { file: runtime.file, integrity: integrity(path), size: sizesOf([path]) },
    portlets,
  };
  // Addresses are relative to the map's own place only when a host inlines it, so they name the path.
  const importmap = {
    imports: Object.fromEntries(portlets.map(({ name, file }) => [`@faceplate/${name}`, `/embed/${file}`])),
    integrity: Object.fromEntries([
      [`/embed/${runtime.file}`, manifest.runtime.integrity],
      ...portlets.flatMap(({ file, integrity: own, chunks }) => [
        [`/embed/${file}`, own],
        ...Object.entries(chunks).map(([chunk, hash]) => [`/embed/${chunk}`, hash]),
      ]),
    ]),
  };
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
  writeFileSync(join(folder, 'importmap.json'), `${JSON.stringify(importmap, undefined, 2)}\n`);
  return ['manifest.json', 'importmap.json'];
}
