import type { Act, Lever, Noun } from '../nouns/noun.ts';
import { CURRENCY } from '../customer-bill/amounts.ts';
import { valueOf, withValues } from '../rules/characteristic.ts';
import { save } from '../store/save.ts';
import type { Resource } from '../store/store.ts';
import { notFound } from '../surface/tmf-error.ts';
import { becameOrder, merged } from './merge.ts';

export type MoveTicket = (act: Act, ticket: Resource, patch: Record<string, unknown>) => Promise<Resource>;

async function ticketOf({ tx }: Act, id: string | undefined): Promise<Resource> {
  const found = await tx.get('troubleTicket', id ?? '');
  if (!found) throw notFound();
  return found.body;
}

const shown = ({ id, status, expectedResolutionDate }: Resource) => ({ id, status, expectedResolutionDate });

export const ticketLevers = (move: MoveTicket, noun: () => Noun): readonly Lever[] => [
  {
    path: 'tickets/:id/delay',
    summary: 'Keeps our people at work on a ticket until an instant: late enough, and its promise is broken.',
    body: { until: 'instant' },
    pull: async (act, { params, body }) => {
      const ticket = await ticketOf(act, params['id']);
      const until = new Date(String(body['until'])).toISOString();
      const list = withValues(ticket['troubleTicketCharacteristic'], { workUntil: until });
      return shown((await save(act.tx, 'troubleTicket', { ...ticket, troubleTicketCharacteristic: list }, act.now)).body);
    },
  },
  {
    path: 'tickets/:id/move',
    summary: 'Moves a ticket to another status, as our support would.',
    body: { status: 'text', reason: 'text' },
    optional: ['reason'],
    pull: async (act, { params, body }) => {
      const reason = body['reason'];
      const patch = { status: body['status'], ...(reason !== undefined && { statusChangeReason: reason }) };
      return shown(await move(act, await ticketOf(act, params['id']), patch));
    },
  },
  {
    path: 'tickets/:id/merge',
    summary: 'Puts a ticket together with another of the same customer: two reports of one thing.',
    body: { into: 'text' },
    pull: async (act, { params, body }) => shown(await merged(act, noun(), params['id'] ?? '', String(body['into']))),
  },
  {
    path: 'tickets/:id/order',
    summary: 'Says that what a ticket asks for is done as an order; its number stays.',
    body: { order: 'text' },
    pull: async (act, { params, body }) => shown(await becameOrder(act, noun(), params['id'] ?? '', String(body['order']))),
  },
  {
    path: 'tickets/:id/decide',
    summary: 'Decides a dispute, as our billing people would: "granted" is what is given of it, in the bill\'s currency; nothing refuses it.',
    body: { granted: 'number', reason: 'text' },
    pull: async (act, { params, body }) => {
      const found = await ticketOf(act, params['id']);
      const begun = found['status'] === 'inProgress' ? found : await move(act, found, { status: 'inProgress' });
      const given = Number(body['granted']);
      const said = given === 0 ? { outcome: 'refused' } : { outcome: 'granted', grantedAmount: { unit: CURRENCY, value: given } };
      const list = withValues(begun['troubleTicketCharacteristic'], said);
      const decided = await move(act, begun, { status: 'resolved', statusChangeReason: body['reason'], troubleTicketCharacteristic: list });
      return { ...shown(decided), outcome: valueOf(decided['troubleTicketCharacteristic'], 'outcome') };
    },
  },
];
