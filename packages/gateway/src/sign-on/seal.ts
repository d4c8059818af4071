import { base64url, fromBase64url } from './encoding.ts';

/** A key of the ring: an id that is stored beside what it sealed, and 32 bytes in base64url. */
export interface SealKey {
  id: string;
  secret: string;
}

/** Encrypts what rests in a cookie or a table. `purpose` is bound in: what was sealed for one opens for no other. */
export interface Seal {
  seal(text: string, purpose: string): Promise<string>;
  /** `undefined` for anything that this ring did not seal for that purpose. */
  open(sealed: string, purpose: string): Promise<string | undefined>;
  /** Whether it was sealed with the key that seals now; what was not should be sealed anew when it is next in hand. */
  isCurrent(sealed: string): boolean;
}

/** AES-256-GCM. The first key seals; all of them open, so keys can be changed without ending sessions. */
export async function createSeal(keys: readonly SealKey[]): Promise<Seal> {
  const ring = new Map<string, CryptoKey>();
  for (const { id, secret } of keys) ring.set(id, await importKey(id, secret));
  const [first] = ring;
  if (!first) throw new Error('sealing needs at least one key');
  const [currentId, current] = first;
  return {
    seal: async (text, purpose) => {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const sealed = await crypto.subtle.encrypt(parameters(iv, purpose), current, new TextEncoder().encode(text));
      return [currentId, base64url(iv), base64url(new Uint8Array(sealed))].join('.');
    },
    open: async (sealed, purpose) => {
      const [id = '', iv = '', data = ''] = sealed.split('.');
      const key = ring.get(id);
      if (!key) return undefined;
      try {
        const opened = await crypto.subtle.decrypt(parameters(fromBase64url(iv), purpose), key, fromBase64url(data));
        return new TextDecoder().decode(opened);
      } catch {
        return undefined;
      }
    },
    isCurrent: (sealed) => sealed.startsWith(`${currentId}.`),
  };
}

const parameters = (iv: Uint8Array<ArrayBuffer>, purpose: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(purpose),
});

async function importKey(id: string, secret: string): Promise<CryptoKey> {
  const bytes = fromBase64url(secret);
  if (bytes.length !== 32 || id.includes('.')) throw new Error(`key "${id}" must be 32 bytes in base64url, its id without dots`);
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}
