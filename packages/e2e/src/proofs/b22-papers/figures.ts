import type { Bill } from '@faceplate/contracts';
import { pdfTexts, readUbl } from '@faceplate/gateway/testing';

/** What every form of a bill must agree on, in cents; what a form does not state is not there. */
export interface Figures {
  net: number;
  /** The lines' nets, smallest first. */
  lines: string;
  taxes?: number;
  total?: number;
  remaining?: number;
}

/** A bill in all its forms, as they left the gateway. */
export interface Forms {
  json: Bill;
  xml: string;
  csv: string;
  html: string;
  pdf: Uint8Array;
}

const MONEY = /^−?€\d{1,3}(,\d{3})*\.\d\d$/;
/** `−€1,234.51` → −123451. */
const cents = (text: string): number => Number(text.replaceAll(/[^\d]/g, '')) * (/^[−-]/.test(text) ? -1 : 1);
const decimal = (text: string | undefined): number => (text === undefined || !/^-?\d+\.\d\d$/.test(text) ? Number.NaN : cents(text));
const inOrder = (amounts: readonly number[]): string => amounts.toSorted((one, other) => one - other).join(' ');
const sum = (amounts: readonly number[]): number => amounts.reduce((sofar, one) => sofar + one, 0);

function ofJson({ net, taxes, total, remaining, charges }: Bill): Figures {
  return { net: net.amount, lines: inOrder(charges.map((charge) => charge.net.amount)), taxes: sum(taxes.map(({ amount }) => amount.amount)), total: total.amount, remaining: remaining.amount };
}

/** What an electronic invoice says. */
export function ofXml(xml: string): Figures {
  const { totals, lines, taxTotals } = readUbl(xml);
  return {
    net: decimal(totals.net?.value),
    lines: inOrder(lines.map(({ net }) => decimal(net?.value))),
    taxes: decimal(taxTotals[0]?.amount?.value),
    total: decimal(totals.gross?.value),
    remaining: decimal(totals.payable?.value),
  };
}

/** What the table of a bill's lines says. */
export function ofCsv(csv: string): Figures {
  const [heading = [], ...rows] = csv.replace('\uFEFF', '').trimEnd().split('\r\n').map((row) => Array.from(row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g), ([, cell = '']) => cell));
  const lines = rows.map((row) => decimal(row[heading.indexOf('"net"')]));
  return { net: sum(lines), lines: inOrder(lines) };
}

/** A row of the summary is a name and an amount; a row of the charges ends in one. */
function ofTable(rows: readonly { name: string; amount: string }[], lines: readonly number[]): Figures {
  const of = (name: RegExp) => rows.filter((row) => name.test(row.name)).map(({ amount }) => cents(amount));
  const only = (name: RegExp) => of(name)[0] ?? Number.NaN;
  return { net: only(/^Net$/), lines: inOrder(lines), taxes: sum(of(/ %$/)), total: only(/^Total$/), remaining: only(/^(Left to pay|Paid\. Nothing is left to pay\.)$/) };
}

function ofHtml(html: string): Figures {
  const [, summary = '', charges = ''] = html.split('<tbody>').map((part) => part.split('</tbody>')[0] ?? '');
  const rows = (body: string) => Array.from(body.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs), ([, row = '']) => ({ name: /<bdi>(.*?)<\/bdi>/s.exec(row)?.[1] ?? '', amount: Array.from(row.matchAll(/<bdi dir="ltr">(.*?)<\/bdi>/gs), ([, text = '']) => text).at(-1) ?? '' }));
  return ofTable(rows(summary), rows(charges).map(({ amount }) => cents(amount)));
}

/**
 * Read from the bytes of the PDF. A piece of text is right in the table of its own font alone: names and amounts of bold
 * rows are found in that of the bold one, the rest in the other.
 */
function ofPdf(pdf: Uint8Array): Figures {
  const fonts = pdfTexts(pdf).map((text) => text.split('\n'));
  const rows = fonts.flatMap((pieces) => pieces.flatMap((name, at) => (MONEY.test(pieces[at + 1] ?? '') ? [{ name, amount: pieces[at + 1] ?? '' }] : [])));
  const start = Math.max(...fonts.map((pieces) => pieces.indexOf('Charges')));
  const lines = fonts.flatMap((pieces) => pieces.slice(start).filter((piece) => MONEY.test(piece)).map(cents));
  const named = (name: string) => rows.filter((row) => row.name === name).slice(0, 1);
  return ofTable([...named('Net'), ...rows.filter(({ name }) => /^VAT \d+(\.\d+)? %$/.test(name)), ...named('Total'), ...named('Left to pay'), ...named('Paid. Nothing is left to pay.')], lines);
}

const FORMS = [
  ['invoice', ({ xml }: Forms) => ofXml(xml)],
  ['table', ({ csv }: Forms) => ofCsv(csv)],
  ['page', ({ html }: Forms) => ofHtml(html)],
  ['PDF', ({ pdf }: Forms) => ofPdf(pdf)],
] as const;

/** Where a form says something else than the bill does; nothing when all agree. */
export function disagreement(forms: Forms): string | undefined {
  const bill: Figures = ofJson(forms.json);
  if (sum(forms.json.charges.map(({ net }) => net.amount)) !== bill.net) return 'the lines do not add up to the net';
  const wrong = FORMS.flatMap(([form, read]) => {
    const said = read(forms);
    return Object.entries(said).flatMap(([name, value]) => (value === bill[name as keyof Figures] ? [] : [`${form}: ${name} is ${String(value).slice(0, 60)}, not ${String(bill[name as keyof Figures]).slice(0, 60)}`]));
  });
  return wrong.length === 0 ? undefined : wrong.join('; ');
}
