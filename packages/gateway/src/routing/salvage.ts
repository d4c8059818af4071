import type { Gap } from '@faceplate/contracts';
import type * as z from 'zod/mini';

type Issues = readonly z.core.$ZodIssue[];

/** A row of an answer that breaks the contract, and the first thing wrong with it. */
export interface Dropped {
  list: string;
  row: unknown;
  path: string;
}

export interface Salvaged {
  answer: unknown;
  dropped: Dropped[];
}

const pathOf = (path: readonly PropertyKey[]): string => path.map(String).join('.');

/**
 * A list without the rows that break the contract, each of them counted in a gap. `undefined` when there is more wrong
 * than single rows: then nothing of it can be shown.
 */
export function salvaged(answer: unknown, issues: Issues, gapOf: (count: number) => Gap): Salvaged | undefined {
  if (!isList(answer)) return undefined;
  const wrong = new Map<string, Map<number, string>>();
  for (const { path } of issues) {
    const [list, index, ...rest] = path;
    if (typeof list !== 'string' || typeof index !== 'number' || list === 'gaps') return undefined;
    const rows = wrong.get(list) ?? new Map<number, string>();
    // The first thing wrong with a row is enough.
    rows.set(index, rows.get(index) ?? pathOf(rest));
    wrong.set(list, rows);
  }
  return without(answer, wrong, gapOf);
}

const isList = (answer: unknown): answer is Record<string, unknown> =>
  typeof answer === 'object' && answer !== null && 'gaps' in answer && Array.isArray(answer.gaps);

function without(lists: Record<string, unknown>, wrong: ReadonlyMap<string, ReadonlyMap<number, string>>, gapOf: (count: number) => Gap): Salvaged {
  const answer = { ...lists };
  const dropped: Dropped[] = [];
  for (const [list, rows] of wrong) {
    const all = lists[list] as unknown[];
    answer[list] = all.filter((_, index) => !rows.has(index));
    for (const [index, path] of rows) dropped.push({ list, row: all[index], path });
  }
  return { answer: { ...answer, gaps: [...(lists['gaps'] as Gap[]), gapOf(dropped.length)] }, dropped };
}
