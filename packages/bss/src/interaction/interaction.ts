import { checkedAttachments } from '../document/attachment.ts';
import type { Noun } from '../nouns/noun.ts';
import { objects } from '../simulator/course.ts';

/** TMF683: a contact that is over has an end. */
export const partyInteractionNoun: Noun = {
  resource: 'partyInteraction',
  creating: async (_act, body) => checkedAttachments(body),
  changing: async ({ now }, before, after) => {
    const checked = checkedAttachments(after);
    const ends = before['status'] !== 'completed' && after['status'] === 'completed';
    const [span = {}] = objects(after['interactionDate']);
    return ends ? { ...checked, interactionDate: { endDateTime: now.toISOString(), ...span } } : checked;
  },
};
