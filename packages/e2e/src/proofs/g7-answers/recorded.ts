import { createBss, generateWorld, memoryStore } from '@faceplate/bss';
import { mergedUpstream, type ScopeResolver, type Subject, tagsOf, tmfScopeResolver, type Upstream, type Upstreams } from '@faceplate/gateway';
import type { Chance } from './chance.ts';
import { hurtRecord, hurtText } from './mutations.ts';

/** Which generation the systems speak; `both`: two billing systems as one, one of each. */
export type Version = 'v4' | 'v5' | 'both';
export const NOW = new Date('2026-11-21T08:00:00.000Z');
const BSS = 'http://bss.internal';

/** What the reference BSS answered to a question once: a list by its rows, anything else as text. */
interface Recorded {
  status: number;
  rows?: string[];
  text: string;
}

/** More rows than these would only make each case slower. */
const MOST_ROWS = 5;
/** Of a catalogue, every so many; and the prices of those. */
const EVERY = 8;

/** The reference BSS as it answered, and what makes of its answers those of a broken one. */
export interface World {
  readonly people: readonly string[];
  upstreams: Upstreams;
  scope: ScopeResolver;
  subjects: ReadonlyMap<string, Subject>;
  /** From now on answers are recorded ones, hurt by these chances; without them, they are the BSS's own. */
  hurtBy(chance: Chance | undefined): void;
  /** Answers hurt so far. */
  hurt(): number;
}

/** A question without what differs from call to call. */
function keyOf(method: string, url: string): string {
  const { pathname, searchParams } = new URL(url);
  for (const name of ['externalId', 'externalId.id', 'externalIdentifier.id']) if (searchParams.has(name)) searchParams.set(name, '*');
  return `${method} ${pathname}?${searchParams.toString()}`;
}

function recordedOf(pathname: string, status: number, text: string): Recorded {
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  if (!Array.isArray(body)) return { status, text };
  const rows = (body as unknown[]).map((row) => JSON.stringify(row));
  return { status, text, rows: pathname.endsWith('/productOffering') ? rows.filter((_, index) => index % EVERY === 0) : rows };
}

/** A BSS of few customers. */
export async function recordedWorld(version: Version, seed: number): Promise<World> {
  const world = generateWorld({ seed, customers: 6, now: NOW });
  const store = memoryStore([...world.records]);
  const bss = createBss({ store, clock: () => NOW, baseUrl: BSS });
  const recorded = new Map<string, Recorded>();
  let chance: Chance | undefined;
  let hurt = 0;
  const remember = async (request: Request, key: string): Promise<Recorded> => {
    const response = await bss.fetch(request);
    const answer = recordedOf(new URL(request.url).pathname, response.status, await response.text());
    recorded.set(key, answer);
    return answer;
  };
  const system = (name: string, generation: 'v4' | 'v5'): Upstream => ({
    name,
    baseUrl: BSS,
    version: generation,
    fetch: async (request) => {
      if (!chance) return bss.fetch(request);
      const key = keyOf(request.method, request.url);
      const answer = recorded.get(key) ?? (await remember(request, key));
      hurt += 1;
      return hurtAnswer(answer, chance);
    },
  });
  const upstreams = landscape(version, system);
  const scope = tmfScopeResolver(upstreams);
  const resolved = world.signIns.map(async ({ username, sub }) => [username, await scope.resolve(sub)] as const);
  const subjects = new Map(await Promise.all(resolved));
  return { people: [...subjects.keys()], upstreams, scope, subjects, hurtBy: (by) => void (chance = by), hurt: () => hurt };
}

function landscape(version: Version, system: (name: string, generation: 'v4' | 'v5') => Upstream): Upstreams {
  if (version !== 'both') {
    const only = system('Meridian Billing', version);
    return () => only;
  }
  const [mobile, home] = [system('Mobile billing', 'v4'), system('Home billing', 'v5')];
  const billing = mergedUpstream('Meridian Billing', [mobile, home], tagsOf(new Map([['TMF678', [mobile, home]]])));
  return (api) => (api === 'TMF678' ? billing : mobile);
}

const STATUSES = [200, 200, 206, 202, 204, 404, 410, 400, 403, 409, 422, 429, 500, 502, 503] as const;
const TOTALS = ['', '0', '-1', '1e9', '999999999', 'many', '9'.repeat(40)] as const;

/** One answer, never as it was: a record hurt, or the list, or the text, or what stands around it. */
function hurtAnswer({ status, rows, text }: Recorded, chance: Chance): Response {
  const some = rows && window(rows, chance);
  const how = chance.next();
  const whole = some ? `[${some.join(',')}]` : text;
  const headers: Record<string, string> = { 'content-type': 'application/json', ...(some && { 'x-total-count': String(some.length) }) };
  if (how < 0.08) return new Response(hurtText(whole, chance), { status, headers });
  if (how < 0.12) return answered(chance.of(STATUSES), whole, headers);
  if (how < 0.15) return new Response(whole, { status, headers: { ...headers, 'x-total-count': chance.of(TOTALS) } });
  if (!some) return answered(status, text === '' ? '' : hurtRecord(text, chance), headers);
  if (some.length === 0) return new Response(`[${chance.of(['null', '{}', '7', '[]', '{"id":"x"}'])}]`, { status, headers });
  const struck = chance.below(some.length);
  return new Response(`[${some.map((row, index) => (index === struck ? hurtRecord(row, chance) : row)).join(',')}]`, { status, headers });
}

const answered = (status: number, text: string, headers: Record<string, string>): Response =>
  status === 204 ? new Response(null, { status }) : new Response(text, { status, headers });

function window(rows: readonly string[], chance: Chance): readonly string[] {
  if (rows.length <= MOST_ROWS) return rows;
  const from = chance.below(rows.length - MOST_ROWS);
  return rows.slice(from, from + MOST_ROWS);
}
