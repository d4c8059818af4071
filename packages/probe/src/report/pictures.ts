import { type Markup, markup } from './markup.ts';
import type { Report } from './schema.ts';

/** A square of a picture. The sign says without colour what the colour says. */
interface Cell {
  readonly kind: string;
  readonly sign: string;
  readonly label: string;
  readonly title: string;
}

interface Line {
  readonly name: string;
  readonly cells: readonly Cell[];
}

const SIDE = 46;
const GAP = 4;
const NAME = 118;

const SIGNS: Readonly<Record<string, string>> = { full: '●', good: '●', present: '●', degraded: '◐', limited: '◐', absent: '○', broken: '✖', unknown: '?', empty: '∅', forbidden: '🔒︎', failing: '!', unreachable: '⌁', unclear: '?' };

const signOf = (kind: string): string => SIGNS[kind] ?? '?';

function cellOf({ kind, sign, label, title }: Cell, x: number, y: number): Markup {
  const middle = x + SIDE / 2;
  return markup`<g class="cell ${kind}"><title>${title}</title><rect x="${x}" y="${y}" width="${SIDE}" height="${SIDE - 12}" rx="6"></rect><text class="label" x="${middle}" y="${y + 14}">${label}</text><text class="sign" x="${middle}" y="${y + 28}">${sign}</text></g>`;
}

/** Lines of squares, `wide` to a row of the picture. */
function grid(lines: readonly Line[], wide: number, label: string): Markup {
  const drawn: Markup[] = [];
  let y = 0;
  for (const { name, cells } of lines) {
    drawn.push(markup`<text class="name" x="0" y="${y + 22}">${name}</text>`);
    cells.forEach((cell, index) => {
      drawn.push(cellOf(cell, NAME + (index % wide) * (SIDE + GAP), y + Math.floor(index / wide) * (SIDE - 8)));
    });
    y += Math.max(1, Math.ceil(cells.length / wide)) * (SIDE - 8) + 8;
  }
  const width = NAME + wide * (SIDE + GAP);
  return markup`<div class="scroll"><svg viewBox="0 -1 ${width} ${y}" role="img" aria-label="${label}">${drawn}</svg></div>`;
}

/** Feature × verdict: one square a row of the feature list. */
export function featurePicture({ features }: Report): Markup {
  const groups = Map.groupBy(features, ({ group }) => group);
  const lines = [...groups].map(([name, rows]) => ({
    name,
    cells: rows.map(({ id, name, verdict, now }) => ({ kind: now ? verdict : `${verdict} later`, sign: signOf(verdict), label: id, title: `${id} ${name}: ${verdict}` })),
  }));
  return grid(lines, 12, 'Every feature of the list and how much of it this landscape carries. The table below says the same in words.');
}

type Version = Report['apis'][number]['versions'][number];

/** An API that is there is as good as its main resource. */
const kindOf = ({ standing, resources }: Version): string => (standing === 'present' ? (resources[0]?.state ?? 'unclear') : standing);

/** API × version. */
export function apiPicture({ apis }: Report): Markup {
  const lines = (['v4', 'v5'] as const).map((wanted) => ({
    name: `version ${wanted.slice(1)}`,
    cells: apis.map(({ api, title, versions }): Cell => {
      const found = versions.find(({ version }) => version === wanted);
      const kind = found ? kindOf(found) : 'absent';
      return { kind, sign: signOf(kind), label: api.replace('TMF', ''), title: `${api} ${title}, ${wanted}: ${kind}` };
    }),
  }));
  return grid(lines, 19, 'Every TM Forum API that is asked, in both versions, and what was found there. The table below says the same in words.');
}
