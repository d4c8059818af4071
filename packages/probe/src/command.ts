import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { type CommandOptions, readOptions } from './options.ts';
import { composeReport } from './report/compose.ts';
import { configFragment } from './report/fragment.ts';
import { pageReport } from './report/page.ts';
import type { Report } from './report/schema.ts';
import { terminalReport } from './report/terminal.ts';
import { survey } from './survey.ts';

export const USAGE = `faceplate probe <base url> [options]
Reads a TM Forum landscape without changing it and tells which features it carries.

  --token <bearer>             sent as Authorization; better: FACEPLATE_PROBE_TOKEN in the environment
  --header <name=value>        sent with every request; repeatable
  --api <TMF678=address>       where an API stands, when not where it is looked for; repeatable
  --out <folder>               report.json and report.html go there (faceplate-probe)
  --config <file>              also writes upstreams and capabilities for FACEPLATE_CONFIG
  --timeout <seconds>          of a single request (10)
  --max-requests <number>      at most so many (2500)
  --concurrency <number>       so many at once (4)
  --json                       prints the report as JSON and nothing else`;

/** APIs that the gateway can be pointed at. */
const CONFIGURABLE = ['TMF620', 'TMF621', 'TMF622', 'TMF623', 'TMF629', 'TMF632', 'TMF635', 'TMF637', 'TMF645', 'TMF646', 'TMF648', 'TMF653', 'TMF654', 'TMF656', 'TMF663', 'TMF666', 'TMF667', 'TMF669', 'TMF670', 'TMF672', 'TMF673', 'TMF676', 'TMF677', 'TMF678', 'TMF679', 'TMF680', 'TMF681', 'TMF683', 'TMF687', 'TMF760'];

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: (text: string) => void;
  readonly progress: (text: string) => void;
  readonly now: () => Date;
  readonly fetch?: (request: Request) => Promise<Response>;
}

async function write(report: Report, { out, config }: CommandOptions): Promise<string[]> {
  await mkdir(out, { recursive: true });
  const files: [string, string][] = [
    [join(out, 'report.json'), `${JSON.stringify(report, undefined, 2)}\n`],
    [join(out, 'report.html'), pageReport(report)],
  ];
  if (config !== undefined) {
    const path = relative(dirname(resolve(config)), resolve(out, 'report.json')).replaceAll('\\', '/');
    files.push([config, `${JSON.stringify(configFragment(report, path, CONFIGURABLE), undefined, 2)}\n`]);
  }
  for (const [file, text] of files) await writeFile(file, text);
  return files.map(([file]) => file);
}

/**
 * Runs the command and answers its exit code: 0 when the landscape was read, 1 when nothing of it could be reached.
 *
 * @throws UsageError for a wrong option.
 */
export async function runProbe(args: readonly string[], { env, out, progress, now, fetch }: Surroundings): Promise<number> {
  const options = readOptions(args, env);
  const found = await survey({ ...options, ...(fetch && { fetch }), tell: (api, done, of) => progress(`${done} of ${of}: ${api}`) });
  const report = composeReport(found, now());
  const files = await write(report, options);
  if (options.json) out(JSON.stringify(report));
  else out(`${terminalReport(report)}\n\n${files.map((file) => `Written: ${file}`).join('\n')}`);
  const reached = report.apis.some(({ versions }) => versions.some(({ standing, evidence }) => evidence.length > 0 && standing !== 'unreachable'));
  return reached ? 0 : 1;
}
