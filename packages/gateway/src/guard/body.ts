import { invalid, Refusal } from '../problem.ts';

/** 1 MiB: more than any form of ours sends. */
export const MOST_BODY_BYTES = 1024 * 1024;

const tooLarge = () => new Refusal({ status: 413, code: 'too-large', title: 'That is more than can be sent at once.' });

/** The body as text, counted while it comes in: a false `content-length` gets nobody past the limit. */
export async function readBody(request: Request, most = MOST_BODY_BYTES): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge();
  if (!request.body) return '';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let bytes = 0;
  try {
    for await (const chunk of request.body) {
      bytes += chunk.byteLength;
      if (bytes > most) throw tooLarge();
      text += decode(decoder, chunk);
    }
  } catch (error) {
    // Whoever hangs up halfway has not broken anything of ours.
    throw error instanceof Refusal ? error : invalid(400, [{ path: '', message: 'The body was cut short.' }]);
  }
  return text + decode(decoder);
}

function decode(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw invalid(400, [{ path: '', message: 'The body is not valid UTF-8.' }]);
  }
}

/** JSON with no NUL and no half of a surrogate pair in it: a JSONB column behind us cannot hold either. */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalid(400, [{ path: '', message: 'The body is not valid JSON.' }]);
  }
  if (/\\u(0000|d[89a-f])/i.test(text) && !canBeStored(value)) {
    throw invalid(422, [{ path: '', message: 'A NUL character, or half a character, cannot be stored.' }]);
  }
  return value;
}

/** Written anew, whole characters stand for themselves, and only what cannot be stored is left as an escape. */
function canBeStored(value: unknown): boolean {
  try {
    return !/\\u(0000|d[89a-f])/.test(JSON.stringify(value).replaceAll('\\\\', ''));
  } catch {
    // Nested deeper than can be written: no contract of ours goes so deep either.
    return false;
  }
}
