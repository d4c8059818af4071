import type { Limit } from '../checks/finding.ts';
import type { Need } from './need.ts';
import type { ResourceState, ResourceVerdict } from './resource.ts';

/** `unknown` is an answer: what was not seen is neither there nor missing. */
export type Verdict = 'full' | 'degraded' | 'absent' | 'unknown';

export interface Judged {
  readonly verdict: Verdict;
  /** Why, one sentence a cause; empty where all is well. */
  readonly because: readonly string[];
  /** What customers notice. */
  readonly notices: readonly string[];
  readonly limits: readonly Limit[];
}

/** How one need is met. `short`: met, and customers notice what it lacks. */
type Met = 'met' | 'short' | 'unmet' | 'unknown';

const BY_STATE: Readonly<Record<ResourceState, Met>> = {
  good: 'met',
  limited: 'short',
  broken: 'unmet',
  absent: 'unmet',
  empty: 'unknown',
  unclear: 'unknown',
  unreachable: 'unknown',
  failing: 'unknown',
  forbidden: 'unknown',
};

const SAYS: Readonly<Record<ResourceState, string>> = {
  good: 'works',
  limited: 'works with limits',
  broken: 'is there, but cannot be used as it answers',
  absent: 'is not there',
  empty: 'is there and holds nothing to look at',
  unclear: 'cannot be told by what answers there',
  unreachable: 'could not be reached',
  failing: 'fails, or is too busy to answer',
  forbidden: 'does not let us in',
};

const NOTICED: Readonly<Record<Limit, string>> = {
  incomplete: 'Some entries may be missing.',
  slow: 'It may take long, and at busy times fail.',
  'no-details': 'Some entries cannot be opened.',
  'no-parts': 'Parts of it are missing.',
};

interface Weighed {
  readonly met: Met;
  readonly need: Need;
  readonly name: string;
  readonly resource: ResourceVerdict | undefined;
  readonly says: string;
}

const ORDER: readonly Met[] = ['unmet', 'unknown', 'short', 'met'];

/** The worst that was found, where something was. */
function told(name: string, state: ResourceState, resource: ResourceVerdict | undefined): string {
  const [worst] = resource?.findings.filter(({ severity }) => severity !== 'note') ?? [];
  return `${name} ${SAYS[state]}${worst ? `: ${worst.says.replace(/\.$/, '')}` : ''}`;
}

function weighOne(need: Need, name: string, resource: ResourceVerdict | undefined): Weighed {
  const state = resource?.state ?? 'absent';
  const weighed = { need, name, resource };
  const met = BY_STATE[state];
  if (!need.writes || met === 'unmet') return { ...weighed, met, says: told(name, state, resource) };
  return weighWriting(weighed, need.writes, met, state);
}

const KINDS = { new: 'anything new', changes: 'changes' } as const;

/** What has to be written cannot be tried, so it needs evidence; a question asked by POST needs no rows to look at. */
function weighWriting(weighed: Omit<Weighed, 'met' | 'says'>, kind: 'new' | 'changes', met: Met, state: ResourceState): Weighed {
  const { name, resource } = weighed;
  const known = resource?.writes[kind] ?? 'unknown';
  const asks = state === 'empty' && resource?.task === true;
  if (known === 'no') return { ...weighed, met: 'unmet', says: `${name} does not take ${KINDS[kind]}` };
  if (met === 'unknown' && !asks) return { ...weighed, met, says: told(name, state, resource) };
  if (known === 'unknown') return { ...weighed, met: 'unknown', says: `${name} gives no sign whether it takes ${KINDS[kind]}, and the probe does not try` };
  return { ...weighed, met: asks ? 'met' : met, says: told(name, state, resource) };
}

function weigh(need: Need, resources: ReadonlyMap<string, ResourceVerdict>): Weighed {
  const all = need.of.map((name) => weighOne(need, name, resources.get(name)));
  const best = all.toSorted((one, other) => ORDER.indexOf(other.met) - ORDER.indexOf(one.met))[0];
  return best ?? { met: 'met', need, name: '', resource: undefined, says: '' };
}

const isVital = ({ need }: Weighed): boolean => need.lacking === undefined;

/**
 * What a feature is worth on this landscape. A vital need unmet: absent. Else anything not seen: unknown. Else anything
 * short or lacking: degraded.
 */
function verdictOf(weighed: readonly Weighed[]): Verdict {
  if (weighed.some((one) => one.met === 'unmet' && isVital(one))) return 'absent';
  if (weighed.some(({ met }) => met === 'unknown')) return 'unknown';
  return weighed.every(({ met }) => met === 'met') ? 'full' : 'degraded';
}

function limitsOf({ met, resource, need }: Weighed): Limit[] {
  if (met === 'unmet' && need.lacking !== undefined) return ['no-parts'];
  return met === 'short' ? (resource?.findings.flatMap(({ limit }) => limit ?? []) ?? []) : [];
}

export function judge(needs: readonly Need[], resources: ReadonlyMap<string, ResourceVerdict>): Judged {
  const weighed = needs.map((need) => weigh(need, resources));
  const verdict = verdictOf(weighed);
  const limits = [...new Set(weighed.flatMap(limitsOf))];
  const lacking = weighed.flatMap(({ met, need }) => (met === 'unmet' && need.lacking !== undefined ? [need.lacking] : []));
  const noticed = limits.filter((limit) => limit !== 'no-parts' || lacking.length === 0).map((limit) => NOTICED[limit]);
  return {
    verdict,
    because: weighed.filter(({ met }) => met !== 'met').map(({ says }) => says),
    notices: verdict === 'absent' ? [] : [...new Set([...lacking, ...noticed])],
    limits: verdict === 'absent' ? [] : limits,
  };
}
