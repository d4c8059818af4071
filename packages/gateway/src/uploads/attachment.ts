import { notFound, Refusal } from '../problem.ts';
import type { MediaAnswer } from '../routing/route.ts';
import { text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';
import { type CleanFile, cleanFile } from './file-kind.ts';

const MOST_BYTES = 512 * 1024;

/** The bytes behind base64; `undefined` for what is none. */
function decoded(content: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** A call of our own in 32 kB pieces: `String.fromCharCode` takes no more arguments at once. */
function encoded(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.byteLength; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return btoa(text);
}

/** A file that a customer sends, in base64, cleaned. @throws {Refusal} 422 for what is too large or of no kind that is taken. */
export function acceptedFile(content: string): CleanFile {
  const given = decoded(content);
  const file = given && given.byteLength <= MOST_BYTES ? cleanFile(given) : undefined;
  if (!file) throw new Refusal({ status: 422, code: 'file-not-accepted', title: 'This file cannot be taken. Send a PNG, JPEG, PDF or text file.' });
  return file;
}

/** What TM Forum's APIs keep of it. The name people gave it is words to show; it names nothing that is stored. */
export const attachmentBody = (id: string, name: string, { type, bytes }: CleanFile): TmfBody => ({
  id,
  name,
  mimeType: type,
  attachmentType: type.split('/')[0],
  size: { amount: bytes.byteLength, units: 'bytes' },
  content: encoded(bytes),
});

/** The file itself, in base64. */
export function contentOf({ content }: TmfBody): string | undefined {
  return typeof content === 'string' && content !== '' ? content : undefined;
}

const ENDINGS: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'application/pdf': 'pdf', 'text/plain': 'txt' };

/** A TM Forum attachment as a file to keep. @throws {Refusal} 404 where its content is not there. */
export function keptFile(attachment: TmfBody, name: string): MediaAnswer {
  const bytes = decoded(contentOf(attachment) ?? '');
  if (!bytes || bytes.byteLength === 0) throw notFound();
  return { bytes, fileName: `${name}.${ENDINGS[text(attachment, 'mimeType') ?? ''] ?? 'bin'}` };
}
