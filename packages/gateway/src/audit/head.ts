import type { AuditRing } from './keys.ts';
import type { Head } from './store.ts';

/** The bytes a head's signature is made of. */
export const headText = (tenant: string, { seq, hash, prunedSeq, prunedHash }: Omit<Head, 'signature'>): string =>
  JSON.stringify([tenant, seq, hash, prunedSeq, prunedHash]);

/** Was this head made by a holder of a key? */
export const headHolds = (tenant: string, ring: AuditRing, head: Head): Promise<boolean> => ring.holds('head', headText(tenant, head), head.signature);
