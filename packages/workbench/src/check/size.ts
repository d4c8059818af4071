import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, embedFolder, shellFolder } from '../build.ts';
import type { EmbedManifest } from '../build/manifest.ts';
import { sizesOf, type Sizes } from '../build/precompress.ts';
import type { Finding, Step } from './finding.ts';

/** Bytes that may not be passed, by what they are of: `firstView.brotli`, `total.gzip`, `brotli`. */
type Budget = Readonly<Record<string, number>>;

interface Budgets {
  readonly runtime: Budget;
  readonly shell: Budget;
  /** Late parts of the page, by the name before their hash. */
  readonly parts: Readonly<Record<string, Budget>>;
  /** For every portlet, unless it has numbers of its own under `portlets`. */
  readonly portlet: Budget;
  readonly portlets: Readonly<Record<string, Budget>>;
}

const FILE = 'packages/workbench/budgets.json';
/** Of a part that nobody has written down. */
const NONE: Budget = { brotli: 0 };

/** What is over its budget by a byte or more. `sizes` are flat: `firstView.brotli` → bytes. */
export function overBudget(what: string, sizes: Readonly<Record<string, number>>, budget: Budget): Finding[] {
  return Object.entries(budget).flatMap(([name, limit]) => {
    const bytes = sizes[name];
    if (bytes === undefined) return [{ where: FILE, message: `${what} has no size "${name}".` }];
    return bytes > limit ? [{ where: what, message: `${name} is ${bytes} bytes, ${bytes - limit} over its ${limit}.` }] : [];
  });
}

const flat = (prefix: string, { raw, gzip, brotli }: Sizes) => ({
  [`${prefix}raw`]: raw,
  [`${prefix}gzip`]: gzip,
  [`${prefix}brotli`]: brotli,
});

export const size: Step = {
  name: 'size',
  promise: 'Everything builds, and nothing is a byte over its budget.',
  async run({ root }) {
    const built = await build({ quiet: true });
    const budgets = JSON.parse(readFileSync(join(root, FILE), 'utf8')) as Budgets;
    const manifest = JSON.parse(readFileSync(join(embedFolder, 'manifest.json'), 'utf8')) as EmbedManifest;
    const { runtime, parts, portlets } = manifest;
    const findings = overBudget('runtime', flat('', runtime.size), budgets.runtime);
    const notes = [`runtime, once a page: ${figures(runtime.size)}`];
    for (const { module, size } of parts) {
      const name = module.slice('./part-'.length, -'-01234567.js'.length);
      findings.push(...overBudget(`part ${name}`, flat('', size), budgets.parts[name] ?? NONE));
      notes.push(`part ${name}, once a page: ${figures(size)}`);
    }
    for (const { name, size } of portlets) {
      const sizes = { ...flat('firstView.', size.firstView), ...flat('total.', size.total) };
      findings.push(...overBudget(name, sizes, budgets.portlets[name] ?? budgets.portlet));
      notes.push(`${name}: first view ${figures(size.firstView)}; in all ${figures(size.total)}`);
    }
    if (built.shell) {
      const shell = shellSizes();
      findings.push(...overBudget('shell', flat('', shell), budgets.shell));
      notes.push(`shell: ${figures(shell)}`);
    }
    return { findings, notes };
  },
};

function figures({ raw, gzip, brotli }: Sizes): string {
  return `${raw} raw, ${gzip} gzip, ${brotli} brotli`;
}

/** The page, its style sheet and the script that the page itself loads; translations come one at a time, later. */
function shellSizes(): Sizes {
  const html = readFileSync(join(shellFolder, 'index.html'), 'utf8');
  const loaded = globSync('assets/*', { cwd: shellFolder }).filter((file) => html.includes(file.replaceAll('\\', '/')) && /\.(js|css)$/.test(file));
  return sizesOf(['index.html', ...loaded].map((file) => join(shellFolder, file)));
}
