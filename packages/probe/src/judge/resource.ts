import type { Finding } from '../checks/finding.ts';
import { type Known, takesChanges, takesNew } from '../checks/methods.ts';
import { type Kind, kindOf } from '../discover/kind.ts';
import type { Standing } from '../discover/standing.ts';
import type { Sample } from '../look/sample.ts';

/** `empty`: readable, and nothing to judge rows by. `broken`: there, and of no use to Faceplate. */
export type ResourceState = 'good' | 'limited' | 'broken' | 'empty' | Exclude<Standing, 'present'>;

/** One collection of one API in one version, judged. */
export interface ResourceVerdict {
  readonly api: string;
  /** v4's name, whatever the version. */
  readonly resource: string;
  readonly version: 'v4' | 'v5';
  readonly state: ResourceState;
  readonly rows: number;
  /** Asked by POST alone, so that an empty list says nothing. */
  readonly task: boolean;
  /** Whether it takes new records, and changes of records. */
  readonly writes: { readonly new: Known; readonly changes: Known };
  readonly findings: readonly Finding[];
}

const BY_KIND: Readonly<Partial<Record<Kind, ResourceState>>> = { missing: 'absent', forbidden: 'forbidden', busy: 'failing', failing: 'failing', silent: 'unreachable' };

/** Requests without whose answers nobody may call a collection good. */
const wasCut = ({ own, nobody, asGateway, one, missing }: Sample): boolean =>
  [own, nobody, asGateway, one, missing].some((told) => told?.answer.kind === 'silence' && told.answer.reason === 'not-asked');

function stateOf(sample: Sample, findings: readonly Finding[]): ResourceState {
  const { list, rows, facts } = sample;
  const kind = kindOf(list.answer);
  const known = BY_KIND[kind];
  if (known) return known;
  if (findings.some(({ severity }) => severity === 'breaks')) return 'broken';
  if (wasCut(sample)) return 'unclear';
  // What is only ever asked by POST need not be listed.
  if (kind === 'method' || rows.length === 0 || facts.task) return facts.task && rows.length > 0 ? 'good' : 'empty';
  return findings.some(({ severity }) => severity === 'limits') ? 'limited' : 'good';
}

export function judgeResource(sample: Sample, findings: readonly Finding[]): ResourceVerdict {
  const { api, facts, version, rows } = sample;
  return { api, resource: facts.name, version, state: stateOf(sample, findings), rows: rows.length, task: facts.task === true, writes: { new: takesNew(sample), changes: takesChanges(sample) }, findings };
}

const WORST: readonly ResourceState[] = ['absent', 'unclear', 'unreachable', 'failing', 'forbidden', 'broken', 'empty', 'limited', 'good'];

/** Of two generations side by side the one that serves better; of equals v4, which more of the field speaks. */
export const betterOf = (one: ResourceState, other: ResourceState): boolean => WORST.indexOf(one) > WORST.indexOf(other);
