import type { Decision } from '../approval/decision.ts';
import { definitionOf } from '../definitions/definitions.ts';
import type { Act } from '../nouns/noun.ts';
import { changed } from '../rules/change.ts';
import { iso, type Json, objects } from '../simulator/course.ts';
import { save } from '../store/save.ts';
import type { Resource } from '../store/store.ts';

/** The states a quote passes, one legal move after the other, its lines with it. */
export function through(quote: Resource, states: readonly string[], now: Date): Resource {
  const item = (line: Json, state: string): Json => ({ ...line, state: state === 'accepted' ? 'approved' : state });
  return states.reduce((before, state) => {
    const lines = objects(before['quoteItem']).map((line) => item(line, state));
    return changed(definitionOf('quote'), before, { ...before, quoteItem: lines, state }, now);
  }, quote);
}

/** What an approver has said stands in the quote's own authorisations; with the last yes it is approved. */
export async function quoteDecided({ tx, now }: Act, id: string, { verdict, by, reason, step, steps }: Decision): Promise<void> {
  const quote = (await tx.get('quote', id))?.body;
  if (quote?.['state'] !== 'pending') return;
  const at = iso(now.getTime());
  const isYes = verdict === 'approved';
  const authorization = objects(quote['authorization']).map((one, index) =>
    index === step - 1 ? { ...one, state: isYes ? 'approved' : 'rejected', givenDate: at, signatureRepresentation: by } : one,
  );
  const note = isYes ? objects(quote['note']) : [...objects(quote['note']), { id: `${id}-${objects(quote['note']).length + 1}`, author: by, date: at, text: reason }];
  const said = { ...quote, authorization, ...(note.length > 0 && { note }) };
  const states = isYes ? (step < steps ? [] : ['inProgress', 'approved']) : ['cancelled'];
  await save(tx, 'quote', through(said, states, now), now);
}
