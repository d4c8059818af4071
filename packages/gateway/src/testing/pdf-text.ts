import { inflateSync } from 'node:zlib';

/**
 * The text of a PDF, read from its bytes: once for each font's table of signs, since which font a piece is set in
 * stands elsewhere. What is looked for is in one of them.
 */
export function pdfTexts(pdf: Uint8Array): string[] {
  const streams = streamsOf(Buffer.from(pdf).toString('latin1'));
  const tables = streams.filter((stream) => stream.includes('begincmap')).map(tableOf);
  const pieces = streams.flatMap((stream) => Array.from(stream.matchAll(/\[((?:[^[\]\\]|\\[\s\S])*)\]\s*TJ/g), ([, strings = '']) => codesOf(strings)));
  return tables.map((table) => pieces.map((codes) => codes.map((code) => table.get(code) ?? '').join('')).join('\n'));
}

function streamsOf(text: string): string[] {
  return Array.from(text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g), ([, raw = '']) => {
    try {
      return inflateSync(Buffer.from(raw, 'latin1')).toString('latin1');
    } catch {
      return raw;
    }
  });
}

/** Glyph number → sign, from `<0001> <0042>` pairs. */
function tableOf(cmap: string): Map<number, string> {
  const section = cmap.split('endcodespacerange')[1] ?? '';
  const sign = (hex: string) => String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));
  return new Map(Array.from(section.matchAll(/<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>\s*(?=\n|<)/g), ([, code = '', hex = '']) => [Number.parseInt(code, 16), sign(hex)]));
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function codesOf(strings: string): number[] {
  const bytes = Array.from(strings.matchAll(/\(((?:[^()\\]|\\[\s\S])*)\)/g), ([, body = '']) =>
    body.replaceAll(/\\([0-7]{1,3}|[\s\S])/g, (_, after: string) => (/^[0-7]/.test(after) ? String.fromCharCode(Number.parseInt(after, 8)) : (ESCAPES[after] ?? after))),
  ).join('');
  return Array.from({ length: Math.floor(bytes.length / 2) }, (_, index) => (bytes.charCodeAt(index * 2) << 8) | bytes.charCodeAt(index * 2 + 1));
}
