import { type ApiFacts, nameIn, type Version } from '../landscape/facts.ts';
import type { Answer, Evidence } from '../wire/answer.ts';
import type { Told, Transport } from '../wire/transport.ts';
import { candidates, olderCandidates, versionNamed } from './candidates.ts';
import { type Described, describedBases } from './documents.ts';
import { better, type Standing, standingOf } from './standing.ts';

/** The ground everything is found on: where to look, and what the server says to nonsense. */
export interface Ground {
  readonly transport: Transport;
  readonly roots: readonly string[];
  /** Answers to requests for what cannot exist, by origin. */
  readonly nonsense: ReadonlyMap<string, Answer>;
  /** What `Allow` says of what cannot exist, by origin: that much it says of anything. */
  readonly usualAllow: ReadonlyMap<string, string>;
  readonly described: Described;
  /** `TMF678` → where the operator says it stands. */
  readonly overrides: Readonly<Record<string, string>>;
}

/** One API in one version: whether it is there, and where. */
export interface Found {
  readonly facts: ApiFacts;
  readonly version: Version;
  readonly standing: Standing;
  readonly base?: string;
  readonly evidence: readonly Evidence[];
}

export const NONSENSE = 'tmf-api/faceplateAsksForNothing/v4/nothing';

/** Evidence of one search that is worth keeping: what decided, not thirty times the same 404. */
const MOST_EVIDENCE = 3;

interface Look extends Pick<Found, 'standing' | 'evidence'> {
  base?: string;
}

/** Where `moved` leads on the same host, as a base address; the collection's name is taken off its end. */
function movedTo(told: Told, asked: string, resource: string): string | undefined {
  const { answer } = told;
  const location = answer.kind === 'answer' && answer.status >= 300 && answer.status < 400 ? answer.headers.get('location') : null;
  const target = location === null ? null : URL.parse(location, asked);
  if (!target || target.origin !== new URL(asked).origin) return undefined;
  const path = target.pathname.replace(/\/+$/, '');
  return path.endsWith(`/${resource}`) ? target.origin + path.slice(0, -resource.length - 1) : undefined;
}

async function lookAt(ground: Ground, base: string, resource: string, follow = true): Promise<Look> {
  const address = `${base}/${resource}?limit=1&offset=0`;
  const told = await ground.transport.ask(address);
  const standing = standingOf(told.answer, ground.nonsense.get(new URL(base).origin));
  const moved = movedTo(told, address, resource);
  if (follow && moved !== undefined && moved !== base) return lookAt(ground, moved, resource, false);
  // Merely a slash more: it is there, for whoever follows.
  const there = standing === 'present' || moved === base;
  return { standing: there ? 'present' : standing, evidence: [told.evidence], ...(there && { base }) };
}

async function firstPresent(ground: Ground, tries: readonly (readonly [base: string, resource: string])[]): Promise<Look> {
  let best: Look = { standing: 'absent', evidence: [] };
  for (const [base, resource] of tries) {
    const look = await lookAt(ground, base, resource);
    if (look.standing === 'present') return look;
    const standing = better(best.standing, look.standing);
    best = standing === best.standing ? { ...best, evidence: [...best.evidence, ...look.evidence].slice(0, MOST_EVIDENCE) } : look;
    // A host that is silent or lets nobody in says the same at every address.
    if (look.standing === 'unreachable' || (look.standing === 'forbidden' && isShut(ground, base))) return best;
  }
  return best;
}

const isShut = ({ nonsense }: Ground, base: string): boolean => {
  const answer = nonsense.get(new URL(base).origin);
  return answer?.kind === 'answer' && [401, 403, 407].includes(answer.status);
};

/** Addresses for a version: the operator's word alone where there is one. */
function basesFor(facts: ApiFacts, version: Version, resource: string, { overrides, roots, described }: Ground): string[] {
  const override = overrides[facts.api];
  if (override !== undefined) return (versionNamed(override) ?? 'v4') === version ? [override.replace(/\/+$/, '')] : [];
  const { origin } = new URL(roots[0] ?? '');
  const documented = describedBases(described, resource)
    .map((path) => origin + path)
    .filter((base) => (versionNamed(base) ?? 'v4') === version);
  return [...new Set([...documented, ...candidates(facts, version, roots)])];
}

/** Looks for one API in one version. */
export async function find(facts: ApiFacts, version: Version, ground: Ground): Promise<Found> {
  const names = facts.resources.flatMap((resource) => nameIn(version, resource) ?? []);
  const [main, ...others] = names;
  if (main === undefined) return { facts, version, standing: 'absent', evidence: [] };
  const bases = basesFor(facts, version, main, ground);
  // Some have an API and lack its main resource.
  const besides = bases.slice(0, 1).flatMap((base) => others.map((name) => [base, name] as const));
  const look = await firstPresent(ground, [...bases.map((base) => [base, main] as const), ...besides]);
  return { facts, version, ...look };
}

/** Whether an API that speaks neither v4 nor v5 here stands in a generation before them. */
export async function findOlder(facts: ApiFacts, ground: Ground): Promise<Evidence | undefined> {
  if (ground.overrides[facts.api] !== undefined) return undefined;
  const [main] = facts.resources;
  for (const base of olderCandidates(facts, ground.roots)) {
    const { standing, evidence } = await lookAt(ground, base, main?.name ?? '', false);
    if (standing === 'present') return evidence[0];
    if (standing !== 'absent') return undefined;
  }
  return undefined;
}
