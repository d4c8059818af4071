import { createBss, generateWorld, memoryStore } from '@faceplate/bss';
import { composeReport } from '../report/compose.ts';
import type { Report } from '../report/schema.ts';
import { survey, type SurveyOptions } from '../survey.ts';

export type Fetch = (request: Request) => Promise<Response>;

export const TOKEN = 'hush-hush-token';

/** The reference BSS in this process, with the demonstration world. */
export async function aBss(): Promise<Fetch> {
  const store = memoryStore();
  await store.load(generateWorld({ seed: 7, customers: 25, now: new Date('2026-11-01T12:00:00Z') }).records);
  const bss = createBss({ store, clock: () => new Date('2026-11-01T12:00:00Z'), token: TOKEN, simulate: false, report: () => {} });
  return (request) => bss.fetch(request);
}

/** Lets through the paths of one generation alone. */
export const only =
  (version: 'v4' | 'v5', fetch: Fetch): Fetch =>
  (request) =>
    new URL(request.url).pathname.includes(`/${version}/`) ? fetch(request) : Promise.resolve(Response.json({ code: '60', reason: 'Not found' }, { status: 404 }));

/** The report of whatever answers there. */
export async function reportOf(fetch: Fetch, options: Partial<SurveyOptions> = {}): Promise<Report> {
  const found = await survey({
    base: 'http://127.0.0.1:1',
    headers: { authorization: `Bearer ${TOKEN}` },
    timeout: 10_000,
    maxRequests: 4_000,
    concurrency: 8,
    pause: () => Promise.resolve(),
    fetch,
    ...options,
  });
  return composeReport(found, new Date('2026-11-22T05:00:00Z'));
}

type Version = Report['apis'][number]['versions'][number];

export function versionOf(report: Report, api: string, version: 'v4' | 'v5'): Version {
  const found = report.apis.find((one) => one.api === api)?.versions.find((one) => one.version === version);
  if (!found) throw new Error(`${api} ${version} is not in the report.`);
  return found;
}

/** `TMF678.customerBill` → state and findings that are no mere notes, in the generation that was chosen. */
export function cells(report: Report): Record<string, string> {
  const chosen = report.apis.flatMap(({ api, chosen, versions }) => versions.filter(({ version }) => version === chosen).map((one) => ({ api, one })));
  return Object.fromEntries(
    chosen.flatMap(({ api, one }) =>
      one.resources.map(({ resource, state, findings }) => [
        `${api}.${resource}`,
        [state, ...findings.filter(({ severity }) => severity !== 'note').map(({ id }) => id)].join(' '),
      ]),
    ),
  );
}
