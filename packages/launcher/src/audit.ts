import { randomBytes, randomUUID } from 'node:crypto';
import type { Database } from '@faceplate/bss/node';
import { type AuditKey, type Trail, createAudit, sqlAuditStore } from '@faceplate/gateway';
import type { Kept } from './data/kept.ts';
import type { ProductLog } from './log.ts';

const clock = () => new Date();

const DAY = 24 * 60 * 60_000;

const newKey = (): AuditKey => ({ id: 'kept', secret: randomBytes(32).toString('base64url') });

interface Needs {
  database: Database;
  kept: Kept;
  /** Newest first; without any, one kept beside the trail. */
  keys?: readonly AuditKey[] | undefined;
}

/** The trail in the product's own database. */
export async function openAudit({ database, kept, keys }: Needs): Promise<Trail> {
  return createAudit({ store: await sqlAuditStore(database), keys: keys ?? [await kept.keep('audit-key', newKey)], clock });
}

/**
 * Forgets what is past its time, and says in the log where the chain stands: whoever can write the database cannot
 * write the log as well, and so cannot put an older copy back unseen.
 */
export async function tendAudit(audit: Trail, keepDays: number, log: ProductLog): Promise<void> {
  await audit.settle();
  await audit.prune(new Date(clock().getTime() - keepDays * DAY), randomUUID());
  const { seq, hash } = await audit.anchor();
  if (seq > 0) log.facts('info', { event: 'audit-anchor', reason: `${seq}:${hash}` });
}
