import type { Account } from './accounts.ts';
import type { Draft } from './draft.ts';
import type { Person } from './people.ts';
import { partyRef } from './parties.ts';
import { DAY, iso } from './zone.ts';

interface Message {
  key: string;
  category: string;
  subject: string;
  content: string;
  /** Before now. */
  days: number;
  read?: boolean;
}

function writeMessage(draft: Draft, to: Person, { key, category, subject, content, days, read = false }: Message): void {
  const sent = draft.now - days * DAY - draft.dice('message', to.id, key).between(1, 400) * 60_000;
  const value = (name: string, valueType: string, one: unknown) => ({ name, valueType, value: one });
  draft.add('communicationMessage', {
    id: draft.id('message', to.id, key),
    subject,
    content,
    messageType: 'Email',
    priority: '3',
    state: 'completed',
    tryTimes: 1,
    logFlag: false,
    sendTime: iso(sent),
    sendTimeComplete: iso(sent + 4000),
    sender: { id: 'meridian', name: 'Meridian Telecom', email: 'hello@meridian.example' },
    receiver: [{ id: to.id, name: to.name, email: to.email, party: partyRef(to) }],
    characteristic: [value('category', 'string', category), value('read', 'boolean', read)],
  });
}

/** What Ada has had from us of late; the newest she has not opened. */
export function writeAdasMessages(draft: Draft, ada: Person, home: Account): void {
  const messages: readonly Message[] = [
    { key: 'ticket', category: 'ticket', days: 1, subject: 'News of your ticket', content: 'We see the slow evenings too. A technician changes a card in the street cabinet.' },
    { key: 'pending', category: 'ticket', days: 3, subject: 'We need an answer: Picture breaks up on two channels', content: 'Please tell us the number on the underside of your TV box. The time until then does not count.' },
    { key: 'bill', category: 'bill', days: 12, subject: `Your bill for ${home.name} is ready`, content: 'You find it under Bills, with every line of it explained. It is due in two weeks.' },
    { key: 'work', category: 'maintenance', days: 30, subject: 'Planned work on your line', content: 'We put new software on the routers in your exchange, in the night from two to five. Your line may be away for some minutes.', read: true },
    { key: 'welcome', category: 'order', days: 9, subject: 'Meridian Sport is yours', content: 'Your sport channels are on. Restart the TV box once, and they are in the list.', read: true },
  ];
  for (const message of messages) writeMessage(draft, ada, message);
}

/** The same for the admin of the company. */
export function writeBilalsMessages(draft: Draft, bilal: Person): void {
  const messages: readonly Message[] = [
    { key: 'incident', category: 'incident', days: 0, subject: 'A fault on your line', content: 'Cable cut by road works, our people are on site. You need not do anything.' },
    { key: 'work ahead', category: 'maintenance', days: 1, subject: 'Planned work on four of your lines', content: 'We renew the fibre between two exchanges in three days, for two hours.' },
    { key: 'report', category: 'credit', days: 20, subject: 'Availability of your sites last month', content: 'The report of the month is ready, with every interval behind each figure.', read: true },
  ];
  for (const message of messages) writeMessage(draft, bilal, message);
}
