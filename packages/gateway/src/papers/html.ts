import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Cell, Paper, PaperTable } from './paper.ts';

/**
 * The style of a paper on screen and in print. It stands in the page, since the page is kept as a file; the policy
 * beside it names its hash, and lets nothing else in.
 */
export const STYLE = `
:root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif}
body{max-width:60rem;margin:0 auto;padding:1rem}
h1{font-size:1.75rem;line-height:1.2}
h2{font-size:1.25rem;margin-block:2rem .5rem}
.sender,small{color:color-mix(in oklab,currentcolor 75%,transparent)}
.sender p,.recipient p,footer p{margin:0}
.recipient{margin-block:1.5rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1.5rem;margin:0}
dt{font-weight:600}
dd{margin:0;overflow-wrap:anywhere}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%}
th,td{padding:.375rem .75rem .375rem 0;text-align:start;vertical-align:top;border-block-end:1px solid color-mix(in oklab,currentcolor 30%,transparent)}
td{overflow-wrap:anywhere}
tbody th{font-weight:400}
.figure{text-align:end;white-space:nowrap;font-variant-numeric:tabular-nums;padding-inline-end:0;padding-inline-start:.75rem}
.strong th,.strong td{font-weight:700}
small{display:block}
footer{margin-block-start:2rem}
@media print{:root{color-scheme:light;font-size:10pt}body{max-width:none;padding:0}.scroll{overflow:visible}thead{display:table-header-group}tr{break-inside:avoid}h2{break-after:avoid}}
`;

/** SHA-256 of the style; a test says when it is not. */
export const STYLE_HASH = 'sha256-Ehp0MChSX5BicaQWu4kQqMx32DXid5NrH5b8S16NCCI=';

/** A paper as a page: no script, nothing fetched, tables with heads, in its own language and direction. */
export function paperHtml(paper: Paper): string {
  const { locale, dir, title, operator, sender, recipient, facts, tables, notes, footer } = paper;
  return (html`<!doctype html>
<html lang="${locale}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${operator}: ${title}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<header>
<p><strong>${operator}</strong></p>
<div class="sender">${sender.map((line) => html`<p>${line}</p>`)}</div>
${recipient ? html`<div class="recipient"><p><small>${recipient.title}</small></p>${recipient.lines.map((line) => html`<p>${plain(line)}</p>`)}</div>` : ''}
</header>
<main>
<h1>${title}</h1>
<dl>
${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${plain(value)}</dd>\n`)}
</dl>
${tables.map(tableOf)}
${notes.map((note) => html`<p>${note}</p>\n`)}
</main>
<footer><p>${footer}</p></footer>
</body>
</html>
` as HtmlEscapedString).valueOf();
}

const FIGURE = raw(' class="figure"');

/** What may be in another script than the page keeps its own direction. */
const plain = (text: string) => html`<bdi>${text}</bdi>`;

/** Can be reached and moved by keys where it is wider than the page. */
function tableOf({ heading, columns, rows }: PaperTable, index: number) {
  const id = `table-${index + 1}`;
  const cell = ({ text, detail = [] }: Cell, column: number) => {
    const figure = columns[column]?.kind === 'figure';
    const inner = [figure ? html`<bdi dir="ltr">${text}</bdi>` : plain(text), ...detail.map((line) => html`<small>${plain(line)}</small>`)];
    return column === 0 ? html`<th scope="row">${inner}</th>` : html`<td${figure && FIGURE}>${inner}</td>`;
  };
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${heading}</h2>
<div class="scroll" role="group" tabindex="0" aria-labelledby="${id}">
<table>
<thead><tr>${columns.map(({ title, kind }) => html`<th scope="col"${kind === 'figure' && FIGURE}>${title}</th>`)}</tr></thead>
<tbody>
${rows.map(({ cells, strong }) => html`<tr${strong === true && raw(' class="strong"')}>${cells.map(cell)}</tr>\n`)}
</tbody>
</table>
</div>
</section>
`;
}
