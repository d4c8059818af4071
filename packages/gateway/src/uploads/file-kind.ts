import { cleanJpeg } from './jpeg.ts';
import { cleanPng } from './png.ts';

/** A file as it is kept: of a known kind, and without what does not belong to it. */
export interface CleanFile {
  type: 'image/png' | 'image/jpeg' | 'application/pdf' | 'text/plain';
  ending: 'png' | 'jpg' | 'pdf' | 'txt';
  bytes: Uint8Array<ArrayBuffer>;
}

type Bytes = Uint8Array<ArrayBuffer>;

const startsWith = (bytes: Bytes, ...mark: readonly number[]): boolean => mark.every((byte, index) => bytes[index] === byte);

/**
 * What a file is, by its content alone: no name and no type that a sender claims is believed. `undefined` for every other kind
 * (SVG, HTML, Office, archives), for what is damaged, and for pictures of more pixels than a reader can be asked to unpack.
 */
export function cleanFile(bytes: Bytes): CleanFile | undefined {
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47)) return kept('image/png', 'png', cleanPng(bytes));
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return kept('image/jpeg', 'jpg', cleanJpeg(bytes));
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) return kept('application/pdf', 'pdf', quietPdf(bytes));
  return kept('text/plain', 'txt', plainText(bytes));
}

const kept = (type: CleanFile['type'], ending: CleanFile['ending'], bytes: Bytes | undefined): CleanFile | undefined => bytes && { type, ending, bytes };

/**
 * Whatever runs, opens or carries something else is no paper. A name may be written with `#xx` escapes; those are undone first.
 * Objects in compressed streams are not looked into: most honest papers have them. They come back as an attachment only.
 */
const LIVELY = /\/(JavaScript|Launch|OpenAction|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|XFA|Encrypt)\b/;

function quietPdf(bytes: Bytes): Bytes | undefined {
  const words = new TextDecoder('latin1').decode(bytes);
  const end = words.lastIndexOf('%%EOF');
  const plain = words.replaceAll(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  // What stands after the end, or what cannot be looked into, may be anything.
  return end < 0 || words.length - end > 32 || LIVELY.test(plain) ? undefined : bytes;
}

/** Words, and no page: browsers have been known to find HTML in text. */
function plainText(bytes: Bytes): Bytes | undefined {
  let words: string;
  try {
    words = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
  const isText = words.trim() !== '' && !/[^\P{Cc}\t\r\n]/u.test(words) && !/<\s*(!doctype|html|head|body|script|svg|iframe|\?xml)\b/i.test(words);
  return isText ? bytes : undefined;
}
