import { definitionOf } from '../definitions/definitions.ts';
import { make } from '../nouns/move.ts';
import type { Act } from '../nouns/noun.ts';
import type { Json } from '../simulator/course.ts';
import { partyInteractionNoun } from './interaction.ts';

/** Something the operator told a customer. */
export interface Contact {
  parties: readonly Json[];
  /** As customers call it: `E-mail`, `Text message`, `Portal`. */
  channel: string;
  reason: string;
  text: string;
  /** Reference to what it was about. */
  about?: Json | undefined;
}

/** TMF683 wants the address of whoever was spoken to. */
function addressed(party: Json): Json {
  const { path } = definitionOf(party['@referredType'] === 'Organization' ? 'organization' : 'individual');
  return { href: `${path}/${String(party['id'])}`, ...party, role: 'customer' };
}

/** Writes down that the operator was in touch with somebody. */
export async function logged(act: Act, { parties, channel, reason, text, about }: Contact): Promise<void> {
  const now = act.now.toISOString();
  const id = channel.toLowerCase().replaceAll(' ', '-');
  await make(act, partyInteractionNoun, {
    description: reason,
    direction: 'outbound',
    reason,
    status: 'completed',
    interactionDate: { startDateTime: now, endDateTime: now },
    channel: [{ id, href: `tag:meridian.example,2026:channel/${id}`, name: channel }],
    note: [{ id: '1', author: 'Meridian Telecom', date: now, text }],
    relatedParty: parties.map(addressed),
    ...(about && { interactionItem: [{ id: '1', reason, item: { ...about, role: 'subject', entityType: about['@referredType'] } }] }),
  });
}
