import { Refusal } from '../problem.ts';
import { base64url, fromBase64url } from '../sign-on/encoding.ts';

/** Marks of places in lists. One is worth something only to whom it was given, on the list it was given for. */
export interface Cursors {
  make(scope: string, after: unknown): Promise<string>;
  /** @throws {Refusal} 400 for what was not made for this scope. */
  read(scope: string, cursor: string): Promise<unknown>;
}

const refused = () => new Refusal({ status: 400, code: 'cursor-invalid', title: 'This page of the list cannot be found. Start from the first.' });
const utf8 = new TextEncoder();

/** `undefined` for what is no base64. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> | undefined {
  return /^[\w-]+$/.test(text) && text.length % 4 !== 1 ? fromBase64url(text) : undefined;
}

/** Signed, not sealed: what stands in a cursor (a date, an id) its owner has just read. The secret is the same in every process. */
export function createCursors(secret: string): Cursors {
  const key = crypto.subtle.importKey('raw', utf8.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
  const signed = (scope: string, text: string) => utf8.encode(JSON.stringify(['cursor', scope, text]));
  return {
    make: async (scope, after) => {
      const text = JSON.stringify(after);
      const mark = await crypto.subtle.sign('HMAC', await key, signed(scope, text));
      return `${base64url(utf8.encode(text))}.${base64url(new Uint8Array(mark))}`;
    },
    read: async (scope, cursor) => {
      const [text, mark] = cursor.split('.', 2).map(bytesOf);
      if (!text || !mark) throw refused();
      const said = new TextDecoder().decode(text);
      if (!(await crypto.subtle.verify('HMAC', await key, mark, signed(scope, said)))) throw refused();
      return JSON.parse(said) as unknown;
    },
  };
}
