import { valueOf, withValues } from '../rules/characteristic.ts';
import { objects, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { isIncident } from './affected.ts';

/** What we have told the customers of an incident so far, oldest first; TMF656's notes are for our own people. */
const saidOf = (problem: Resource | undefined) => objects(valueOf(problem?.['characteristic'], 'updates'));

/** The last word on it, where it is another than before. */
export function newsSince(before: Resource, after: Resource): string | undefined {
  const said = saidOf(after);
  return said.length > saidOf(before).length ? text(said.at(-1)?.['text']) : undefined;
}

/** An incident with one thing more that customers are told. */
export function withUpdate(problem: Resource, words: string, now: Date): Resource {
  return { ...problem, characteristic: withValues(problem['characteristic'], { updates: [...saidOf(problem), { at: now.toISOString(), text: words }] }) };
}

/** What an incident means for a line, and why it has come to another state, in the words customers read. */
export function inPlainWords(problem: Resource, before: Resource | undefined, now: Date): Resource {
  if (!isIncident(problem)) return problem;
  const impact = valueOf(problem['characteristic'], 'impact') ?? 'down';
  const plain = { ...problem, characteristic: withValues(problem['characteristic'], { impact }) };
  const reason = text(problem['statusChangeReason']);
  const isMoved = before !== undefined && before['status'] !== problem['status'] && problem['status'] !== 'closed';
  return isMoved && reason !== undefined && reason !== before['statusChangeReason'] ? withUpdate(plain, reason, now) : plain;
}
