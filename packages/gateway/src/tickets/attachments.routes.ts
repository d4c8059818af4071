import { AttachmentRequest, Ticket } from '@faceplate/contracts';
import { factsOf } from '../policy/facts.ts';
import { notFound, Refusal } from '../problem.ts';
import { type Call, type Route, route } from '../routing/route.ts';
import { records, text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';
import { type CleanFile, cleanFile } from '../uploads/file-kind.ts';
import { demandOpen, view } from './open-ticket.ts';
import { contentOf } from './tickets.adapter.ts';
import { ticketsBackend } from './tickets.backend.ts';

const MOST_FILES = 5;
const MOST_BYTES = 512 * 1024;

const refused = () => new Refusal({ status: 422, code: 'file-not-accepted', title: 'This file cannot be taken. Send a PNG, JPEG, PDF or text file.' });

/** The bytes behind base64; `undefined` for what is none. */
function decoded(content: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** A call of our own in 32 kB pieces: `String.fromCharCode` takes no more arguments at once. */
function encoded(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.byteLength; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return btoa(text);
}

/** What TMF621 keeps of it. The name people gave it is words to show; it names nothing that is stored. */
const attachmentBody = (id: string, name: string, { type, bytes }: CleanFile): TmfBody => ({
  id,
  name,
  mimeType: type,
  attachmentType: type.split('/')[0],
  size: { amount: bytes.byteLength, units: 'bytes' },
  content: encoded(bytes),
});

async function attach(call: Call<{ ticketId: string }, unknown, AttachmentRequest>): Promise<Ticket> {
  const given = decoded(call.body.content);
  const file = given && given.byteLength <= MOST_BYTES ? cleanFile(given) : undefined;
  if (!file) throw refused();
  const id = call.operationKey.slice(0, 16);
  const changed = await ticketsBackend(call).change(call.params.ticketId, (ticket) => {
    call.demand(factsOf(ticket));
    const there = records(ticket, 'attachment');
    // A repeat whose first answer was lost: the file is there already.
    if (there.some((one) => text(one, 'id') === id)) return undefined;
    call.demandUnchanged(view(call, ticket));
    demandOpen(ticket);
    if (there.length >= MOST_FILES) throw new Refusal({ status: 409, code: 'ticket-full', title: `This ticket takes no more than ${MOST_FILES} files.` });
    return { attachment: [...there, attachmentBody(id, call.body.name, file)] };
  });
  return view(call, changed);
}

const ENDINGS: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'application/pdf': 'pdf', 'text/plain': 'txt' };

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
      const bytes = decoded((found && contentOf(found)) ?? '');
      if (!found || !bytes || bytes.byteLength === 0) throw notFound();
      return { bytes, fileName: `attachment-${call.params.attachmentId}.${ENDINGS[text(found, 'mimeType') ?? ''] ?? 'bin'}` };
    },
  }),
];
