import { type Json, objects, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { invalidField } from '../surface/tmf-error.ts';

/** Bytes of one file inside a document; together with its body it fits one request. */
export const MOST_BYTES = 700 * 1024;

const isText = (bytes: Uint8Array): boolean => {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\0');
  } catch {
    return false;
  }
};

const isJson = (bytes: Uint8Array): boolean => {
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return true;
  } catch {
    return false;
  }
};

const startsWith = (...start: number[]) => (bytes: Uint8Array): boolean => start.every((byte, index) => bytes[index] === byte);

/** The kinds of file taken, and how each can be told from what only claims to be one. */
const KINDS: Readonly<Record<string, (bytes: Uint8Array) => boolean>> = {
  'application/pdf': startsWith(0x25, 0x50, 0x44, 0x46, 0x2d),
  'image/png': startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  'image/jpeg': startsWith(0xff, 0xd8, 0xff),
  'text/plain': isText,
  'text/markdown': isText,
  'text/csv': isText,
  'application/json': isJson,
};

const BASE64 = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/;

function bytesOf(content: string): Uint8Array {
  if (!BASE64.test(content)) throw invalidField('"content" of an attachment must be base64.');
  return Uint8Array.from(atob(content), (letter) => letter.codePointAt(0) ?? 0);
}

function kindOf(attachment: Json): { mimeType: string; fits(bytes: Uint8Array): boolean } {
  const mimeType = text(attachment['mimeType'])?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const fits = Object.hasOwn(KINDS, mimeType) ? KINDS[mimeType] : undefined;
  if (!fits) throw invalidField(`"mimeType" of an attachment must be one of: ${Object.keys(KINDS).join(', ')}.`);
  return { mimeType, fits };
}

function refuseSize({ length }: Uint8Array): void {
  if (length === 0) throw invalidField('An attachment is empty. Choose a file with something in it.');
  if (length > MOST_BYTES) throw invalidField(`An attachment may have ${MOST_BYTES / 1024} KiB; this one has ${Math.ceil(length / 1024)}. Send a smaller file.`);
}

function checked(attachment: Json): Json {
  const { content, url } = attachment;
  if (typeof url === 'string' && !/^https?:\/\/\S+$/.test(url)) throw invalidField('"url" of an attachment must be an address that begins with https:// or http://.');
  if (content === undefined) return attachment;
  if (typeof content !== 'string') throw invalidField('"content" of an attachment must be base64 text.');
  const { mimeType, fits } = kindOf(attachment);
  const bytes = bytesOf(content);
  refuseSize(bytes);
  if (!fits(bytes)) throw invalidField(`An attachment is not what it says: its content is no ${mimeType}.`);
  return { ...attachment, size: { amount: bytes.length, units: 'byte' } };
}

/** A body whose files are what they say and not too large, with their real sizes. Throws a 400 that says what is wrong with one. */
export function checkedAttachments(body: Resource): Resource {
  if (!Array.isArray(body['attachment']) || body['attachment'].length === 0) return body;
  return { ...body, attachment: objects(body['attachment']).map(checked) };
}
