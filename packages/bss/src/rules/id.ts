const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

/** A new opaque id: 12 base32 characters, 60 random bits. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => LETTERS[byte % 32]).join('');
}
