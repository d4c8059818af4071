import { AttachmentRequest, Ticket } from '@faceplate/contracts';
import { factsOf } from '../policy/facts.ts';
import { notFound, Refusal } from '../problem.ts';
import { type Call, type Route, route } from '../routing/route.ts';
import { records, text } from '../tmf/read.ts';
import { acceptedFile, attachmentBody, keptFile } from '../uploads/attachment.ts';
import { demandOpen } from './open-ticket.ts';
import { shownTicket } from './shown.ts';
import { ticketsBackend } from './tickets.backend.ts';

const MOST_FILES = 5;

async function attach(call: Call<{ ticketId: string }, unknown, AttachmentRequest>): Promise<Ticket> {
  const file = acceptedFile(call.body.content);
  const id = call.operationKey.slice(0, 16);
  const changed = await ticketsBackend(call).change(call.params.ticketId, async (ticket) => {
    call.demand(factsOf(ticket));
    const there = records(ticket, 'attachment');
    // A repeat whose first answer was lost: the file is there already.
    if (there.some((one) => text(one, 'id') === id)) return undefined;
    if (call.namesState) call.demandUnchanged(await shownTicket(call, ticket));
    demandOpen(ticket);
    if (there.length >= MOST_FILES) throw new Refusal({ status: 409, code: 'ticket-full', title: `This ticket takes no more than ${MOST_FILES} files.` });
    return { attachment: [...there, attachmentBody(id, call.body.name, file)] };
  });
  return shownTicket(call, changed);
}

export const attachmentRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/tickets/:ticketId/attachments',
    summary: 'Puts a picture, a paper or a text on a ticket.',
    detail: 'PNG, JPEG, PDF or plain text, told by its content and not by its name; half a mebibyte at most, five on a ticket. Pictures lose what says where, when and with what they were taken. A PDF that runs, opens or carries something else is refused.',
    body: AttachmentRequest,
    codes: ['file-not-accepted', 'ticket-ended', 'ticket-full', 'changed-meanwhile', 'busy'],
    answer: Ticket,
    policy: { action: 'ticket.note' },
    handle: (call) => call.inTurn(`ticket ${call.params.ticketId}`, () => attach(call)),
  }),
  route({
    method: 'GET',
    path: '/tickets/:ticketId/attachments/:attachmentId',
    summary: 'A file of a ticket, to be kept; no browser shows it as a page.',
    answer: { media: 'application/octet-stream' },
    policy: { action: 'ticket.read' },
    handle: async (call) => {
      const ticket = await ticketsBackend(call).ticket(call.params.ticketId);
      const found = records(ticket, 'attachment').find((one) => text(one, 'id') === call.params.attachmentId);
      if (!found) throw notFound();
      return keptFile(found, `attachment-${call.params.attachmentId}`);
    },
  }),
];
