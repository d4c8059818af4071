import { findingsOf } from './checks/all.ts';
import { allowed, hasHub, type Known } from './checks/methods.ts';
import { rootsOf } from './discover/candidates.ts';
import { type Described, readDocuments } from './discover/documents.ts';
import { find, findOlder, type Found, type Ground, NONSENSE } from './discover/find.ts';
import { judgeResource, type ResourceVerdict } from './judge/resource.ts';
import { APIS } from './landscape/apis.ts';
import { type ApiFacts, nameIn, type Version } from './landscape/facts.ts';
import { gather, tells } from './look/gather.ts';
import type { Answer, Evidence } from './wire/answer.ts';
import { Transport, type TransportOptions } from './wire/transport.ts';

export interface SurveyOptions extends Omit<TransportOptions, 'origins' | 'headers'> {
  readonly base: string;
  /** Credentials among them; none of it ever reaches the report. */
  readonly headers?: Readonly<Record<string, string>>;
  /** `TMF678` → whole base address of that API. */
  readonly overrides?: Readonly<Record<string, string>>;
  readonly apis?: readonly ApiFacts[];
  /** Hears of each API as it is done. */
  readonly tell?: (api: string, done: number, of: number) => void;
}

/** One API in one version, looked at. */
export interface Surveyed extends Found {
  readonly resources: readonly ResourceVerdict[];
  readonly hub: Known;
}

export interface Survey {
  readonly base: string;
  readonly apis: readonly { readonly facts: ApiFacts; readonly versions: readonly Surveyed[]; readonly older?: Evidence }[];
  readonly documents: readonly string[];
  readonly requests: number;
  readonly milliseconds: number;
}

const VERSIONS: readonly Version[] = ['v4', 'v5'];

async function nonsenseOf(transport: Transport, places: readonly string[]): Promise<Map<string, Answer>> {
  const answers = new Map<string, Answer>();
  for (const place of places) {
    const { origin } = new URL(place);
    if (!answers.has(origin)) answers.set(origin, (await transport.ask(`${place}/${NONSENSE}?limit=1&offset=0`)).answer);
  }
  return answers;
}

async function usualAllowOf(transport: Transport, places: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const place of places) {
    const { answer } = await transport.ask(`${place}/${NONSENSE}`, { method: 'OPTIONS' });
    const allow = answer.kind === 'answer' ? answer.headers.get('allow') : null;
    if (allow !== null) found.set(new URL(place).origin, allow);
  }
  return found;
}

/** What a server says of an API where the API stands; asked only where it does not say by `Allow` what may be done. */
async function describedAt({ facts, version, base = '' }: Found, { transport, described, usualAllow }: Ground): Promise<Described> {
  const name = facts.resources.map((resource) => nameIn(version, resource)).find((one) => one !== undefined);
  const path = `${new URL(base).pathname}/${name}`;
  const options = await transport.ask(`${base}/${name}`, { method: 'OPTIONS' });
  if (described.methods.has(path) || (tells(options, usualAllow) && allowed(options))) return described;
  const { methods, read } = await readDocuments(transport, [base]);
  return { methods: new Map([...described.methods, ...methods]), read: [...described.read, ...read] };
}

async function surveyed(found: Found, ground: Ground): Promise<Surveyed> {
  if (found.standing !== 'present') return { ...found, resources: [], hub: 'unknown' };
  const samples = [];
  const local = { ...ground, described: await describedAt(found, ground) };
  for (const resource of found.facts.resources) {
    const sample = await gather(found, resource, local, samples.length === 0);
    if (sample) samples.push(sample);
  }
  return { ...found, resources: samples.map((sample) => judgeResource(sample, findingsOf(sample))), hub: hasHub(samples[0] ?? {}) };
}

async function surveyApi(facts: ApiFacts, ground: Ground): Promise<Survey['apis'][number]> {
  const versions = [];
  for (const version of VERSIONS) versions.push(await surveyed(await find(facts, version, ground), ground));
  const older = versions.every(({ standing }) => standing === 'absent') ? await findOlder(facts, ground) : undefined;
  return { facts, versions, ...(older && { older }) };
}

/** Reads a landscape, API by API. Sends nothing that could change anything. */
export async function survey({ base, overrides = {}, headers = {}, apis = APIS, tell, ...rest }: SurveyOptions): Promise<Survey> {
  const started = performance.now();
  const roots = rootsOf(base);
  const places = [...roots, ...Object.values(overrides)];
  const transport = new Transport({ ...rest, headers, origins: [...new Set(places.map((place) => new URL(place).origin))] });
  const [nonsense, usualAllow] = [await nonsenseOf(transport, places), await usualAllowOf(transport, places)];
  const ground: Ground = { transport, roots, overrides, nonsense, usualAllow, described: await readDocuments(transport, roots) };
  let done = 0;
  const found = await Promise.all(
    apis.map(async (facts) => {
      const one = await surveyApi(facts, ground);
      tell?.(facts.api, (done += 1), apis.length);
      return one;
    }),
  );
  return { base: roots[0] ?? base, apis: found, documents: ground.described.read, requests: transport.asked, milliseconds: Math.round(performance.now() - started) };
}
