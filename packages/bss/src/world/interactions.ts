import type { Account } from './accounts.ts';
import type { Draft } from './draft.ts';
import { partyRef } from './parties.ts';
import { DAY, iso } from './zone.ts';

const CONTACTS = [
  { channel: 'Phone', direction: 'inbound', reason: 'Question about a bill', text: 'Explained the charges of the last bill.' },
  { channel: 'Phone', direction: 'inbound', reason: 'Fault on a line', text: 'Opened a ticket together with the customer.' },
  { channel: 'Shop', direction: 'inbound', reason: 'Advice on a plan', text: 'Compared two plans; the customer thinks it over.' },
  { channel: 'Chat', direction: 'inbound', reason: 'Where is my order?', text: 'Told the customer the expected day.' },
  { channel: 'E-mail', direction: 'outbound', reason: 'Your bill is ready', text: 'Sent with a link to the bill.' },
  { channel: 'Text message', direction: 'outbound', reason: 'Planned work on your line', text: 'Told of work in the night and of its length.' },
  { channel: 'Letter', direction: 'outbound', reason: 'Changed terms', text: 'New terms from the first of next month.' },
  { channel: 'E-mail', direction: 'outbound', reason: 'Payment reminder', text: 'Reminded of a bill past its due date.' },
] as const;

/** Calls, visits and messages of the last year between an account's owner and the operator. */
export function writeInteractions(draft: Draft, account: Account, [least, most] = [3, 8]): void {
  const dice = draft.dice('contacts', account.id);
  const count = dice.between(least, most);
  for (let index = 0; index < count; index += 1) {
    const id = draft.id('interaction', account.id, index);
    const { channel, direction, reason, text } = dice.pick(CONTACTS);
    const start = draft.now - dice.between(1, 360) * DAY - dice.between(0, 480) * 60_000;
    const end = start + dice.between(2, 25) * 60_000;
    draft.add('partyInteraction', {
      id,
      description: reason,
      direction,
      reason,
      status: 'completed',
      creationDate: iso(start),
      statusChangeDate: iso(end),
      interactionDate: { startDateTime: iso(start), endDateTime: iso(end) },
      channel: [channelRef(draft, channel)],
      note: [{ id: `${id}-1`, author: 'Meridian Telecom', date: iso(end), text }],
      relatedParty: [partyRef(account.owner, 'customer')],
    });
  }
}

/** TMF683 demands an address, and no API serves channels: a tag (RFC 4151) names one and leads nowhere. */
function channelRef(draft: Draft, name: string) {
  const id = draft.id('channel', name);
  return { id, href: `tag:meridian.example,2026:channel/${id}`, name };
}
