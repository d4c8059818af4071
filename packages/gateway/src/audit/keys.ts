import { base64url, fromBase64url } from '../sign-on/encoding.ts';

/** A key of the ring: an id that stands before what it signed, and 32 bytes in base64url. */
export interface AuditKey {
  id: string;
  secret: string;
}

/** What is signed is bound to what it is: a record's signature never stands for a head. */
type Purpose = 'record' | 'head' | 'name';

/** Signs with the first key and checks with all, so keys can be changed without breaking the chain behind them. */
export interface AuditRing {
  sign(purpose: Purpose, text: string): Promise<string>;
  holds(purpose: Purpose, text: string, signature: string): Promise<boolean>;
  /** What stands for a value that must not be kept itself, by each key, the current first: of no use without the keys. */
  namesFor(value: string): Promise<string[]>;
}

/** HMAC-SHA-256: who can write the table but has no key can change no record unseen. */
export async function auditRing(keys: readonly AuditKey[]): Promise<AuditRing> {
  const ring = new Map<string, CryptoKey>();
  for (const { id, secret } of keys) ring.set(id, await importKey(id, secret));
  const [first] = ring;
  if (!first) throw new Error('The audit trail needs at least one key.');
  const [currentId, current] = first;
  return {
    sign: async (purpose, text) => `${currentId}.${await signed(current, purpose, text)}`,
    holds: async (purpose, text, signature) => {
      const [id = '', ...rest] = signature.split('.');
      const key = ring.get(id);
      // Compared as text: whoever could learn from the time this takes would have to be able to write the table first.
      return key !== undefined && rest.join('.') === (await signed(key, purpose, text));
    },
    namesFor: (value) => Promise.all([...ring.values()].map(async (key) => `~${(await signed(key, 'name', value)).slice(0, 22)}`)),
  };
}

async function signed(key: CryptoKey, purpose: Purpose, text: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(`${purpose} ${text}`))));
}

async function importKey(id: string, secret: string): Promise<CryptoKey> {
  const bytes = fromBase64url(secret);
  if (bytes.length !== 32 || id === '' || id.includes('.')) throw new Error(`Audit key "${id}" must be 32 bytes in base64url, its id without dots.`);
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}
