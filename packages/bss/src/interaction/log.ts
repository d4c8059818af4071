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
    relatedParty: parties.map((one) => ({ ...one, role: 'customer' })),
    ...(about && { interactionItem: [{ id: '1', reason, item: { ...about, role: 'subject', entityType: about['@referredType'] } }] }),
  });
}
