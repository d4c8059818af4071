import { constants, inflateSync } from 'node:zlib';

/**
 * The text of a PDF, read from its bytes: once for each font's table of signs, since which font a piece is set in
 * stands elsewhere. What is looked for is in one of them.
 */
export function pdfTexts(pdf: Uint8Array): string[] {
  const streams = streamsOf(Buffer.from(pdf).toString('latin1'));
  const tables = streams.filter((stream) => stream.includes('begincmap')).map(tableOf);
  const pieces = streams.filter((stream) => /\bTJ\b/.test(stream)).flatMap(arraysOf).map(codesOf);
  return tables.map((table) => pieces.map((codes) => codes.map((code) => table.get(code) ?? '').join('')).join('\n'));
}

function streamsOf(text: string): string[] {
  return Array.from(text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g), ([, raw = '']) => {
    try {
      // The last byte of what is packed may itself be a carriage return, and be taken for the end of the line.
      return inflateSync(Buffer.from(raw, 'latin1'), { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1');
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

/** The bytes of each array that is shown (`[…] TJ`). Strings stand in brackets, which may nest, or as hexadecimal digits. */
function arraysOf(stream: string): string[] {
  const shown: string[] = [];
  let bytes = '';
  for (let at = 0; at < stream.length; at += 1) {
    const sign = stream[at];
    if (sign === '[') bytes = '';
    else if (sign === ']' && /^\s*TJ/.test(stream.slice(at + 1, at + 6))) shown.push(bytes);
    else if (sign === '(') {
      const end = endOfString(stream, at);
      bytes += unescaped(stream.slice(at + 1, end));
      at = end;
    } else if (sign === '<' && stream[at + 1] !== '<') {
      const end = stream.indexOf('>', at);
      if (end < 0) break;
      bytes += Buffer.from(stream.slice(at + 1, end).replaceAll(/\s/g, ''), 'hex').toString('latin1');
      at = end;
    }
  }
  return shown;
}

/** Where the bracket that opens a string is closed. */
function endOfString(stream: string, start: number): number {
  let depth = 0;
  for (let at = start; at < stream.length; at += 1) {
    if (stream[at] === '\\') at += 1;
    else if (stream[at] === '(') depth += 1;
    else if (stream[at] === ')' && (depth -= 1) === 0) return at;
  }
  return stream.length;
}

const unescaped = (body: string): string =>
  body.replaceAll(/\\([0-7]{1,3}|[\s\S])/g, (_, after: string) => (/^[0-7]/.test(after) ? String.fromCharCode(Number.parseInt(after, 8)) : (ESCAPES[after] ?? after)));

const codesOf = (bytes: string): number[] =>
  Array.from({ length: Math.floor(bytes.length / 2) }, (_, index) => (bytes.charCodeAt(index * 2) << 8) | bytes.charCodeAt(index * 2 + 1));
