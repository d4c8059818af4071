import type { AccessEntry } from '@faceplate/contracts';
import type { AuditRecord, Subject } from '../options.ts';
import { ACTS, EVENTS, SYSTEM } from './kinds.ts';

const sentences: Readonly<Record<string, string>> = { ...ACTS, ...EVENTS };

function whoOf(record: AuditRecord, { sub }: Subject): AccessEntry['who'] {
  if (record.actor === SYSTEM) return 'system';
  if (record.actor === sub) return 'you';
  // Beginning to act is the agent's own act, done to a customer.
  if (record.onBehalfOf !== undefined || record.object?.kind === 'customer') return 'agent';
  return record.channel === 'bearer' ? 'partner' : 'delegate';
}

/** A record as the person it concerns reads it. */
export function accessEntryOf(record: AuditRecord, reader: Subject): AccessEntry {
  const { hash: id, at, actor, action, object, result, code, reason, consent } = record;
  return {
    id,
    at,
    who: whoOf(record, reader),
    actor,
    action,
    summary: Object.hasOwn(sentences, action) ? (sentences[action] ?? action) : action,
    ...(object && { object }),
    result,
    ...(code !== undefined && { code }),
    ...(reason !== undefined && { reason }),
    ...(consent !== undefined && { consent }),
  };
}
