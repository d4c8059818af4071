import type { Letter } from '../communication/send.ts';
import { valueOf } from '../rules/characteristic.ts';
import { text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { REOPEN_DAYS } from './window.ts';

const WORDS: Readonly<Record<string, (ticket: string, reason: string) => readonly [subject: string, content: string]>> = {
  pending: (ticket) => [`We need an answer: ${ticket}`, `We cannot go on without you. Please open the ticket "${ticket}" and answer our question; the time until then does not count.`],
  resolved: (ticket) => [
    `Fixed: ${ticket}`,
    `We have fixed "${ticket}". Please tell us whether all is well now. You can reopen the ticket for ${REOPEN_DAYS} days; after that we close it.`,
  ],
  rejected: (ticket, reason) => [`Not something we can do: ${ticket}`, `We cannot help with "${ticket}". ${reason}`.trim()],
};

/** What a customer is told when a ticket reaches a state; undefined where nobody needs to hear of it. */
export function letterFor(ticket: Resource): Letter | undefined {
  const words = WORDS[text(ticket['status']) ?? ''];
  if (!words) return undefined;
  const name = text(ticket['name']) ?? text(ticket['externalId']) ?? 'your ticket';
  const decision = text(valueOf(ticket['troubleTicketCharacteristic'], 'decisionReason'));
  const [subject, content] =
    decision === undefined
      ? words(name, text(ticket['statusChangeReason']) ?? '')
      : [`Decided: ${name}`, `${decision} You can object for ${REOPEN_DAYS} days by reopening the ticket.`];
  return { subject, content, category: 'ticket', about: { id: ticket.id, name, '@referredType': 'TroubleTicket' } };
}
