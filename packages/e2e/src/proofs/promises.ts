import type { Finding } from './proof.ts';

const START = '<!-- prove:start -->';
const END = '<!-- prove:end -->';

export interface ProvenLine extends Finding {
  readonly id: string;
  readonly seed: number;
}

/**
 * The README with its table of promises between the two marks: every line that was proven, and those that do not hold
 * named as such.
 *
 * @throws Error when the marks are missing.
 */
export function withPromises(readme: string, lines: readonly ProvenLine[], when: { day: string; full: boolean }): string {
  const [from, to] = [readme.indexOf(START), readme.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`The README has no ${START} … ${END}.`);
  const rows = lines.map(({ id, what, n, failures, figure, notShown }) => {
    const known = failures === 0 ? 'holds' : `**does not hold yet** (${failures})`;
    const outcome = notShown === undefined ? known : `not shown: ${cell(notShown)}`;
    return `| ${id} | ${cell(what)} | ${n} | ${cell(figure)} | ${outcome} |`;
  });
  const table = [
    `Written by \`pnpm prove${when.full ? ' --full' : ''} --readme\` on ${when.day}.`,
    '',
    '| | promise | cases | figure | |',
    '|---|---|---|---|---|',
    ...rows,
  ];
  return `${readme.slice(0, from + START.length)}\n${table.join('\n')}\n${readme.slice(to)}`;
}

const cell = (text: string) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
