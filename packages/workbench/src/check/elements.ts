import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { elementsOf, type Documented, type ElementDeclaration } from '../elements.ts';
import { inScope, type Finding, type Scope, type Step } from './finding.ts';
import { DRAWING_ROOMS } from './sources.ts';

const COMMENTS = /\/\*[\s\S]*?\*\//g;

export const elements: Step = {
  name: 'elements',
  promise: 'Every element says what it is for; its attributes, slots, parts and events are documented.',
  async run(scope) {
    const rooms = DRAWING_ROOMS.flatMap((pattern) => globSync(pattern, { cwd: scope.root })).map((path) => path.replaceAll('\\', '/'));
    const findings: Finding[] = [];
    for (const room of rooms.filter((path) => inScope(scope, path))) findings.push(...(await roomFindings(scope, room)));
    return { findings };
  },
};

async function roomFindings({ root }: Scope, room: string): Promise<Finding[]> {
  if (!existsSync(join(root, room, 'src'))) return [];
  const { modules } = await elementsOf(room, root);
  return modules.flatMap(({ path, declarations }) => {
    const text = readFileSync(join(root, room, path), 'utf8').replace(COMMENTS, '');
    const where = `${room}/${path}`;
    return declarations.filter(isElement).flatMap((element) => elementFindings(element, text, path.includes('/components/')).map((message) => ({ where, message })));
  });
}

function isElement({ kind, customElement, superclass }: ElementDeclaration): boolean {
  return kind === 'class' && (customElement === true || superclass?.name === 'LitElement');
}

function elementFindings(element: ElementDeclaration, text: string, inner: boolean): string[] {
  const { name, description, tagName, attributes = [] } = element;
  // A base class has no tag of its own, and says so by being abstract.
  const isBase = new RegExp(`abstract class ${name}\\b`).test(text);
  return [
    ...(description ? [] : [`${name} does not say what it is for.`]),
    ...(tagName || isBase ? [] : [`${name} has no @tagname.`]),
    // An inner element's attributes are nobody's business but its portlet's.
    ...(inner ? [] : undescribed('attribute', attributes)),
    ...missing('part', partsOf(text), element.cssParts),
    ...missing('slot', slotsOf(text), element.slots),
    ...missingEvents(text, element.events),
  ];
}

function undescribed(kind: string, documented: readonly Documented[]): string[] {
  return documented.filter(({ description }) => !description).map(({ name }) => `${kind} "${name}" is not described.`);
}

function missing(kind: string, used: ReadonlySet<string>, documented: readonly Documented[] = []): string[] {
  const known = new Set(documented.filter(({ description }) => description).map(({ name }) => name));
  return [...used].filter((name) => !known.has(name)).map((name) => `${kind} "${name}" is in the template and not documented.`);
}

function partsOf(text: string): Set<string> {
  return new Set([...text.matchAll(/\spart="([^"$]+)"/g)].flatMap(([, names = '']) => names.split(/\s+/)));
}

/** The nameless slot has the empty name, as in the manifest. */
function slotsOf(text: string): Set<string> {
  return new Set([...text.matchAll(/<slot\b([^>$]*)>/g)].map(([, attributes = '']) => /name="([^"]*)"/.exec(attributes)?.[1] ?? ''));
}

function missingEvents(text: string, documented: ElementDeclaration['events'] = []): string[] {
  const known = new Set(documented.filter(({ description }) => description).map(({ type }) => type?.text));
  const fired = new Set([...text.matchAll(/dispatchEvent\(\s*new (\w+)\(/g)].map(([, name = '']) => name));
  return [...fired].filter((name) => !known.has(name)).map((name) => `fires ${name}, which no @fires describes.`);
}
