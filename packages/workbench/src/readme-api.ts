import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { elementsOf, type ElementDeclaration } from './elements.ts';

const START = '<!-- cem:start -->';
const END = '<!-- cem:end -->';

export interface ReadmeApi {
  /** Relative to the checkout. */
  readonly path: string;
  readonly now: string;
  readonly wanted: string;
}

/** Every portlet's README that asks for it, with the API its elements document between the two marks. */
export async function readmeApis(root: string): Promise<ReadmeApi[]> {
  const paths = globSync('portlets/*/README.md', { cwd: root }).map((path) => path.replaceAll('\\', '/'));
  const found: ReadmeApi[] = [];
  for (const path of paths.toSorted()) {
    const now = readFileSync(join(root, path), 'utf8');
    if (now.includes(START)) found.push({ path, now, wanted: await withApi(root, path, now) });
  }
  return found;
}

export async function writeReadmeApis(root: string): Promise<void> {
  for (const { path, now, wanted } of await readmeApis(root)) if (now !== wanted) writeFileSync(join(root, path), wanted);
}

async function withApi(root: string, path: string, text: string): Promise<string> {
  const { modules } = await elementsOf(path.replace('/README.md', ''), root);
  const elements = modules.filter((module) => !module.path.includes('/components/')).flatMap(({ declarations }) => declarations);
  const before = text.slice(0, text.indexOf(START) + START.length);
  const after = text.slice(text.indexOf(END));
  return `${before}\n${elements.filter(({ tagName }) => tagName).map(apiOf).join('\n\n')}\n${after}`;
}

function apiOf({ tagName, attributes = [], slots = [], cssParts = [], cssProperties = [], events = [] }: ElementDeclaration): string {
  const rows = [
    ...attributes.map(({ name, description }) => ['attribute', name, description]),
    ...slots.map(({ name, description }) => ['slot', name || '(default)', description]),
    ...cssParts.map(({ name, description }) => ['part', name, description]),
    ...cssProperties.map(({ name, description }) => ['property', name, description]),
    // Without a description it is the analyser's own guess at a dispatch; the documented one stands beside it.
    ...events.filter(({ description }) => description).map(({ name, type, description }) => ['event', name ?? type?.text, description]),
  ];
  return [
    `\`<${tagName}>\`, beside the attributes of every portlet (\`gateway\`, \`locale\`, \`account\`, \`mode\`, \`view\`, \`heading-level\`):`,
    '',
    '| | name | meaning |',
    '|---|---|---|',
    ...rows.map(([kind, name, description = '']) => `| ${kind} | \`${name}\` | ${description.replace(/\s+/g, ' ').replaceAll('|', '\\|')} |`),
  ].join('\n');
}
