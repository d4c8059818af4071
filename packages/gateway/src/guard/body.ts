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
  for await (const chunk of request.body) {
    bytes += chunk.byteLength;
    if (bytes > most) throw tooLarge();
    text += decode(decoder, chunk);
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

/** JSON with no NUL anywhere in it: a JSONB column behind us cannot hold one. */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalid(400, [{ path: '', message: 'The body is not valid JSON.' }]);
  }
  if (text.includes('\\u0000') && JSON.stringify(value).replaceAll('\\\\', '').includes('\\u0000')) {
    throw invalid(422, [{ path: '', message: 'A NUL character cannot be stored.' }]);
  }
  return value;
}
