import type { KeptReport } from './store.ts';

/** More than anybody looks over. */
export const MOST_REPORTS = 50;
/** How long what was removed can be brought back. */
export const RESTORABLE_MS = 24 * 60 * 60_000;

/** Why something cannot be done to a shelf. */
export type Bar = 'full' | 'name-taken' | 'unknown';

/** What became of a wish: how the shelf is then, and the report it was about; or why not. */
export type Outcome = Bar | { reports: readonly KeptReport[]; report: KeptReport };

export type Facts = Pick<KeptReport, 'name' | 'by' | 'months' | 'account'>;

const isKept = ({ removedAt }: KeptReport): boolean => removedAt === undefined;

/** What a person sees of a shelf, by name. */
export const onShow = (reports: readonly KeptReport[]): KeptReport[] => reports.filter(isKept).toSorted((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }) || one.id.localeCompare(other.id));

/** Without what was removed so long ago, or so many removals ago, that nobody brings it back. */
export function lasting(reports: readonly KeptReport[], now: Date): readonly KeptReport[] {
  const since = new Date(now.getTime() - RESTORABLE_MS).toISOString();
  const removals = reports.flatMap(({ removedAt = '' }) => (removedAt >= since ? removedAt : [])).toSorted();
  const oldest = removals.at(-MOST_REPORTS) ?? since;
  return reports.filter(({ removedAt }) => removedAt === undefined || removedAt >= oldest);
}

/** Two names that people would take for one: capitals, spaces and ways of writing a letter make no difference. */
export const sameName = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (name: string): string => name.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim().toLocaleLowerCase('en');

function barred(reports: readonly KeptReport[], { id, name }: Pick<KeptReport, 'id' | 'name'>): 'full' | 'name-taken' | undefined {
  const others = reports.filter((one) => isKept(one) && one.id !== id);
  if (others.some((one) => sameName(one.name, name))) return 'name-taken';
  return others.length >= MOST_REPORTS ? 'full' : undefined;
}

/** A repeat, whose first answer was lost, finds its own work. */
export function added(reports: readonly KeptReport[], id: string, facts: Facts, at: string): Outcome {
  const before = reports.find((one) => one.id === id);
  if (before) return { reports, report: before };
  const report = { id, ...facts, madeAt: at, changedAt: at };
  return barred(reports, report) ?? { reports: [...reports, report], report };
}

/** `change` makes the facts of what they were; what it leaves alike is no change. */
export function changed(reports: readonly KeptReport[], id: string, change: (report: KeptReport) => Facts, at: string): Outcome {
  const before = reports.find((one) => one.id === id && isKept(one));
  if (!before) return 'unknown';
  const { account: _, ...rest } = before;
  const wanted = { ...rest, ...change(before) };
  if (isSame(before, wanted)) return { reports, report: before };
  return barred(reports, wanted) ?? put(reports, { ...wanted, changedAt: at });
}

const isSame = (one: KeptReport, other: KeptReport): boolean => one.name === other.name && one.by === other.by && one.months === other.months && one.account?.id === other.account?.id;

/** What is removed already stays so. */
export function removed(reports: readonly KeptReport[], id: string, at: string): Outcome {
  const report = reports.find((one) => one.id === id);
  if (!report) return 'unknown';
  return isKept(report) ? put(reports, { ...report, removedAt: at }) : { reports, report };
}

/** As it was; what was never removed stays as it is. */
export function restored(reports: readonly KeptReport[], id: string): Outcome {
  const found = reports.find((one) => one.id === id);
  if (!found) return 'unknown';
  const { removedAt, ...report } = found;
  if (removedAt === undefined) return { reports, report };
  return barred(reports, report) ?? put(reports, report);
}

const put = (reports: readonly KeptReport[], report: KeptReport): Outcome => ({ reports: reports.map((one) => (one.id === report.id ? report : one)), report });
