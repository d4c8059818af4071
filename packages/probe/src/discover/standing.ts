import type { Answer } from '../wire/answer.ts';
import { type Kind, kindOf } from './kind.ts';

/**
 * Whether an API is there. `forbidden`: it, or everything, wants other credentials. `failing`: something answers with
 * a server error. `unclear`: what answers there would answer anything. Each is something else than `absent`.
 */
export type Standing = 'present' | 'forbidden' | 'failing' | 'unreachable' | 'unclear' | 'absent';

const RANK: readonly Standing[] = ['absent', 'unclear', 'unreachable', 'failing', 'forbidden', 'present'];

/** Of several addresses that were tried, the one that says most. */
export const better = (one: Standing, other: Standing): Standing => (RANK.indexOf(other) > RANK.indexOf(one) ? other : one);

/** Two answers that nobody could tell apart: the server says this to whatever is asked. */
function alike(one: Answer, other: Answer): boolean {
  if (one.kind === 'silence' || other.kind === 'silence') return false;
  return JSON.stringify(one.body) === JSON.stringify(other.body);
}

type Read = Exclude<Kind, 'list' | 'wrapped' | 'object'>;

/** What an answer means where the server says something else to nonsense, and where it says the same. */
const MEANS: Readonly<Record<Read, readonly [told: Standing, usual: Standing]>> = {
  silent: ['unreachable', 'unreachable'],
  forbidden: ['forbidden', 'forbidden'],
  busy: ['failing', 'failing'],
  failing: ['failing', 'failing'],
  method: ['present', 'unclear'],
  refused: ['present', 'unclear'],
  page: ['unclear', 'unclear'],
  nothing: ['unclear', 'unclear'],
  moved: ['unclear', 'unclear'],
  missing: ['absent', 'absent'],
};

/** What stands at a collection's address, by its answer and by what the same server says to nonsense. */
export function standingOf(answer: Answer, nonsense: Answer | undefined): Standing {
  const kind = kindOf(answer);
  const isUsual = nonsense !== undefined && kindOf(nonsense) === kind;
  if (kind === 'list' || kind === 'wrapped' || kind === 'object') return isUsual && alike(answer, nonsense) ? 'unclear' : 'present';
  return MEANS[kind][isUsual ? 1 : 0];
}
