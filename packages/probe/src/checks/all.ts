import type { Sample } from '../look/sample.ts';
import { isList } from '../wire/answer.ts';
import { accessChecks } from './access.ts';
import { filterChecks } from './filters.ts';
import type { Check, Finding } from './finding.ts';
import { listChecks } from './list.ts';
import { recordChecks } from './records.ts';
import { rowChecks } from './rows.ts';

const ALL: readonly Check[] = [...listChecks, ...filterChecks, ...rowChecks, ...recordChecks, ...accessChecks];
/** What is no list cannot page or filter either; that says nothing new. */
const OF_NO_LIST: readonly Check[] = [...listChecks.slice(0, 3), ...accessChecks];

/** Everything that is to be said of a sample, the worst first. */
export function findingsOf(sample: Sample): Finding[] {
  const rank = { breaks: 0, limits: 1, note: 2 };
  return (isList(sample.list.answer) ? ALL : OF_NO_LIST).flatMap((check) => check(sample) ?? []).toSorted((one, other) => rank[one.severity] - rank[other.severity]);
}
