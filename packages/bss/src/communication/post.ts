import { logged } from '../interaction/log.ts';
import type { Act, Noun } from '../nouns/noun.ts';
import { valueOf } from '../rules/characteristic.ts';
import { type Course, instant, iso, type Json, objects, oneOf, type Pace, text } from '../simulator/course.ts';
import { save } from '../store/save.ts';
import type { Resource, StoreTransaction } from '../store/store.ts';
import { unprocessable } from '../surface/tmf-error.ts';

/** So often is a message tried at an address that cannot be right. */
const TRIES = 3;

const party = (receiver: Json): Json => objects(receiver['party'])[0] ?? {};

/** Where a receiver can be reached at all: an inbox of ours, an address, a number. */
const addresses = (receiver: Json): unknown[] =>
  [receiver['id'], party(receiver)['id'], receiver['appUserId'], receiver['email'], receiver['phoneNumber']].filter((one) => typeof one === 'string' && one !== '');

const isReachable = (message: Resource): boolean => objects(message['receiver']).some((receiver) => addresses(receiver).length > 0);

/** Is the only way to a receiver one that leads nowhere? */
function isLost(receiver: Json): boolean {
  const [only, ...others] = addresses(receiver);
  return others.length === 0 && only === receiver['email'] && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(String(only));
}

function refuseUnreachable(message: Resource, before?: Resource): void {
  const leaves = message['state'] === 'inProgress' && before?.['state'] !== 'inProgress';
  if (leaves && !isReachable(message)) throw unprocessable('A message cannot leave without a receiver: give one a party, an e-mail address or a telephone number.');
}

function dueAt(message: Resource, step: number): number {
  if (!isReachable(message)) return Infinity;
  const scheduled = instant(message['scheduledSendTime']);
  return message['state'] === 'initial' ? scheduled : instant(message['sendTime']) + step * Number(message['tryTimes'] ?? 1);
}

const CHANNELS: Readonly<Record<string, string>> = { Email: 'E-mail', SMS: 'Text message', Letter: 'Letter' };

async function arrived(act: Act, message: Resource): Promise<void> {
  await save(act.tx, 'communicationMessage', { ...message, state: 'completed', sendTimeComplete: act.now.toISOString() }, act.now);
  if (message['logFlag'] !== true) return;
  await logged(act, {
    parties: objects(message['receiver']).map(party).filter(({ id }) => typeof id === 'string'),
    channel: CHANNELS[text(message['messageType']) ?? ''] ?? 'Portal',
    reason: text(message['subject']) ?? 'Message',
    text: text(message['content']) ?? '',
    about: objects(valueOf(message['characteristic'], 'about'))[0],
  });
}

/** One step: handed over, then arrived; or tried again, and given up. */
async function advance(tx: StoreTransaction, message: Resource, { now }: Pace): Promise<void> {
  const act = { tx, now: new Date(now) };
  const keep = (patch: Json) => save(tx, 'communicationMessage', { ...message, ...patch }, act.now);
  const tries = Number(message['tryTimes'] ?? 0);
  if (message['state'] === 'initial') return void (await keep({ state: 'inProgress', sendTime: iso(now), tryTimes: tries + 1 }));
  if (!objects(message['receiver']).every(isLost)) return arrived(act, message);
  await keep(tries < TRIES ? { tryTimes: tries + 1 } : { state: 'failed' });
}

const postRoom: Course = {
  resource: 'communicationMessage',
  open: [oneOf('state', 'initial', 'inProgress')],
  isDue: (message, { now, step }) => now >= dueAt(message, step),
  advance,
};

/** TMF681: messages leave by themselves, at their time; one without a receiver never does. */
export const communicationMessageNoun: Noun = {
  resource: 'communicationMessage',
  creating: async (_act, body) => {
    refuseUnreachable(body);
    return body;
  },
  changing: async (_act, before, after) => {
    refuseUnreachable(after, before);
    return after;
  },
  courses: [postRoom],
};
