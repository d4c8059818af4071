import { fingerprintOf } from '../idempotency/keyed.ts';

/** Under which the provider keeps a person's means: the same for ever, and tells nobody who it is. */
export async function payerName(publicUrl: string, sub: string): Promise<string> {
  return (await fingerprintOf('payer', publicUrl, sub)).slice(0, 40);
}
