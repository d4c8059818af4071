import type { TicketRequest } from '@faceplate/contracts';
import { customerRef } from '../accounts/accounts.adapter.ts';
import type { Subject } from '../options.ts';
import { records, text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** The TMF621 body of a ticket somebody raises for a product of theirs. */
export function ticketBody(request: TicketRequest, product: TmfBody, subject: Subject, externalId: string): TmfBody {
  return {
    externalId,
    name: request.title,
    description: request.description,
    severity: capital(request.severity),
    ticketType: request.kind,
    channel: { id: 'self-service', name: 'Self-service' },
    relatedParty: [
      customerRef(product),
      { id: subject.sub, name: subject.name, role: 'originator', '@referredType': 'Individual' },
    ],
    relatedEntity: [{ id: product['id'], name: text(product, 'name'), role: 'product', '@referredType': 'Product' }],
  };
}

/** Who writes. Only a customer has an id here: staff write for the operator, also while they act for somebody. */
export interface Author {
  id?: string;
  name: string;
}

/** Adds a note; lists are replaced whole in a merge patch. What an answer changes is the operator's to say. */
export function notePatch(ticket: TmfBody, note: string, author: Author, id: string, now: Date): TmfBody {
  const entry = { id, date: now.toISOString(), author: author.name, ...(author.id !== undefined && { authorId: author.id }), text: note };
  return { note: [...records(ticket, 'note'), entry] };
}
