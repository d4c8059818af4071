import type { AuditEntry } from '../options.ts';
import type { AuditRing } from './keys.ts';

/** Longer words are no reasons but documents. */
const MOST_WORDS = 300;
/** No id of ours or of a system known to us is longer. */
const MOST_ID = 128;

const PLAIN_ID = /^[\w.:~+@/-]+$/;
/** Mail addresses, IBANs, and digits enough for a telephone number, a SIM card or a subscriber: personal data, whoever's id it is. */
const PERSONAL = [/@/, /^\+?\d{9,}$/, /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/i];

const spelled = (letter: string) => `\\u${(letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;

/** One line of plain text: what would begin another line, or show in another order than it was written, is spelled out. */
export const plain = (text: string): string => text.toWellFormed().replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, spelled);

const words = (text: string): string => plain(text.slice(0, MOST_WORDS));

/** Ids come from callers too: one that is none, or says more than which record, is kept as a name made with the key. By every key, the current first. */
export async function idsFor(ring: AuditRing, id: string): Promise<readonly string[]> {
  const isId = id.length <= MOST_ID && PLAIN_ID.test(id) && !PERSONAL.some((form) => form.test(id));
  return isId ? [id] : ring.namesFor(id);
}

const idFor = async (ring: AuditRing, id: string): Promise<string> => (await idsFor(ring, id))[0] ?? '';

/** An entry as it may rest. */
export async function cleanEntry(entry: AuditEntry, ring: AuditRing): Promise<AuditEntry> {
  const { at, trace, actor, onBehalfOf, party, action, object, result, code, channel, reason, consent } = entry;
  return {
    at: words(at),
    trace: words(trace),
    actor: await idFor(ring, actor),
    ...(onBehalfOf !== undefined && { onBehalfOf: await idFor(ring, onBehalfOf) }),
    party: await idFor(ring, party),
    action: words(action),
    ...(object && { object: { kind: words(object.kind), id: await idFor(ring, object.id) } }),
    result,
    ...(code !== undefined && { code: words(code) }),
    ...(channel && { channel }),
    ...(reason !== undefined && { reason: words(reason) }),
    ...(consent !== undefined && { consent: words(consent) }),
  };
}
