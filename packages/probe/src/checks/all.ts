import type { Sample } from '../look/sample.ts';
import { accessChecks } from './access.ts';
import { filterChecks } from './filters.ts';
import type { Check, Finding } from './finding.ts';
import { listChecks } from './list.ts';
import { recordChecks } from './records.ts';
import { rowChecks } from './rows.ts';

const CHECKS: readonly Check[] = [...listChecks, ...filterChecks, ...rowChecks, ...recordChecks, ...accessChecks];

/** Everything that is to be said of a sample, the worst first. */
export function findingsOf(sample: Sample): Finding[] {
  const rank = { breaks: 0, limits: 1, note: 2 };
  return CHECKS.flatMap((check) => check(sample) ?? []).toSorted((one, other) => rank[one.severity] - rank[other.severity]);
}
