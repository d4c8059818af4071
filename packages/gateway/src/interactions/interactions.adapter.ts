import type { Interaction } from '@faceplate/contracts';
import { instant, needed, records, text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';

/** A TMF683 partyInteraction. TM Forum counts direction from the operator's side: inbound is from the customer. */
export function interactionOf(body: TmfBody): Interaction {
  const note = records(body, 'note').flatMap((one) => text(one, 'text') ?? []).join('\n') || text(body, 'description');
  return {
    id: needed(text(body, 'id'), 'id'),
    at: needed(instant(body, 'interactionDate', 'startDateTime') ?? instant(body, 'interactionDate') ?? instant(body, 'creationDate'), 'interactionDate'),
    channel: text(body, 'channel', 'name') ?? text(body, 'channel', 'id') ?? 'Other',
    direction: text(body, 'direction')?.toLowerCase() === 'outbound' ? 'to-you' : 'from-you',
    reason: needed(text(body, 'reason'), 'reason'),
    ...(note && { note }),
  };
}
