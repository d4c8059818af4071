import type { Finding } from './proof.ts';

const START = '<!-- prove:start -->';
const END = '<!-- prove:end -->';

export interface ProvenLine extends Finding {
  readonly id: string;
  readonly seed: number;
}

interface When {
  /** `2026-11-22` */
  day: string;
  full: boolean;
}

/** A row begins with the number of its proof. */
const ROW = /^\| (?<id>[A-Z]\d+) \|/;

function rowOf({ id, what, n, failures, figure, notShown }: ProvenLine, { day, full }: When): string {
  const known = failures === 0 ? 'holds' : `**does not hold yet** (${failures})`;
  const outcome = notShown === undefined ? known : `not shown: ${cell(notShown)}`;
  return `| ${id} | ${cell(what)} | ${n} | ${cell(brief(figure))} | ${outcome} | ${day}${full ? ', in full' : ''} |`;
}

/** A table is looked over, not read: whoever wants all of a long figure runs the proof. */
const LONGEST = 150;
const brief = (figure: string): string => (figure.length <= LONGEST ? figure : `${figure.slice(0, LONGEST).replace(/[\s,:;]*\S*$/, '')} …`);

const idOf = (row: string): string => ROW.exec(row)?.groups?.['id'] ?? '';

/**
 * The README with its table of promises between the two marks: every line that was proven, and those that do not hold
 * named as such. Rows of proofs that were not run stay as they are, with the day they were.
 *
 * @throws Error when the marks are missing.
 */
export function withPromises(readme: string, lines: readonly ProvenLine[], when: When): string {
  const [from, to] = [readme.indexOf(START), readme.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`The README has no ${START} … ${END}.`);
  const run = new Set(lines.map(({ id }) => id));
  const kept = readme.slice(from, to).split('\n').filter((row) => ROW.test(row) && !run.has(idOf(row)));
  const rows = [...kept, ...lines.map((line) => rowOf(line, when))].toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : idOf(a) > idOf(b) ? 1 : 0));
  const table = ['Written by `pnpm prove --readme`.', '', '| | promise | cases | figure | | shown |', '|---|---|---|---|---|---|', ...rows];
  return `${readme.slice(0, from + START.length)}\n${table.join('\n')}\n${readme.slice(to)}`;
}

const cell = (text: string) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
