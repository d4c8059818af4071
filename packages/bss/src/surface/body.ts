import { invalidBody, TmfError } from './tmf-error.ts';

/** Bytes of the largest body taken: an order of some thousand items. */
export const MAX_BODY = 1024 * 1024;

const MAX_DEPTH = 32;

export type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const tooLarge = () => new TmfError(413, '22', 'Body too large', `A body may have ${MAX_BODY} bytes.`);

/** Whoever hangs up halfway is no fault of ours; nobody is left to read why it is refused. */
const cutShort = (): never => {
  throw invalidBody('The body ended before it was whole.');
};

async function textOf(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read().catch(cutShort); part?.value; part = await reader?.read().catch(cutShort)) {
    size += part.value.byteLength;
    if (size > MAX_BODY) {
      // What is not read is not waited for either.
      await reader?.cancel().catch(() => undefined);
      throw tooLarge();
    }
    chunks.push(part.value);
  }
  return new Blob(chunks as BlobPart[]).text();
}

function refuseText(text: string): void {
  if (text.includes('\0')) throw invalidBody('Text must be free of NUL characters.');
  if (!text.isWellFormed()) throw invalidBody('Text must be well-formed Unicode.');
}

/** Refuses what the stores would not all keep alike, and what would not be data but mischief. */
function refuseUnstorable(value: unknown, depth = 0): void {
  if (depth > MAX_DEPTH) throw invalidBody(`A body may be nested ${MAX_DEPTH} deep.`);
  if (typeof value === 'string') refuseText(value);
  if (typeof value === 'number' && !Number.isFinite(value)) throw invalidBody('A number is out of range.');
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    refuseText(key);
    if (key === '__proto__') throw invalidBody('"__proto__" is not an attribute.');
    refuseUnstorable(member, depth + 1);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidBody('The body is not JSON.');
  }
}

/** Bytes that one resource may come to by patches: a client must not fill our memory a mebibyte at a time. */
const MAX_KEPT = 4 * MAX_BODY;

/** The body of a patched resource, if it can be kept. Throws 400 when it is nested too deep and 413 when it is too large. */
export function keepable<Body extends JsonObject>(body: Body): Body {
  refuseUnstorable(body);
  if (JSON.stringify(body).length > MAX_KEPT) throw new TmfError(413, '22', 'Body too large', `A resource may come to ${MAX_KEPT} bytes.`);
  return body;
}

/** The media type a request says its body has, without parameters. */
export const mediaTypeOf = (request: Request): string =>
  (request.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

/** A request's JSON, of one of the media types allowed. Throws 400, 413 or 415. */
export async function readJson(request: Request, mediaTypes: readonly string[]): Promise<unknown> {
  if (!mediaTypes.includes(mediaTypeOf(request))) {
    throw new TmfError(415, '25', 'Unsupported media type', `Send one of: ${mediaTypes.join(', ')}.`);
  }
  const body = parse(await textOf(request));
  refuseUnstorable(body);
  return body;
}

/** The same where only an object will do. */
export async function readObject(request: Request, mediaTypes: readonly string[]): Promise<JsonObject> {
  const body = await readJson(request, mediaTypes);
  if (!isObject(body)) throw invalidBody('The body must be an object.');
  return body;
}
