import { type TicketFile, type Severity, Severity as Severities, type Ticket, type TicketEntry, TicketKind, type TicketStatus, type TicketSummary } from '@faceplate/contracts';
import { optional } from '../products/products.adapter.ts';
import { instant, meaningOf, needed, records, text, whole } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';
import { contentOf } from '../uploads/attachment.ts';
import { waitsForCompany } from './clock.ts';

/** TMF621's words for how a ticket stands. */
export const STATUSES: Readonly<Record<string, TicketStatus>> = {
  acknowledged: 'received',
  inProgress: 'in-progress',
  pending: 'waiting-for-you',
  held: 'on-hold',
  resolved: 'fixed',
  closed: 'closed',
  rejected: 'rejected',
  cancelled: 'cancelled',
};

const OVER: ReadonlySet<string | undefined> = new Set(['closed', 'rejected', 'cancelled']);

/** Does nothing happen to it any more? TM Forum and we have the same three words for it. */
export const isOver = (status: string | undefined): boolean => OVER.has(status);

/** A TMF621 troubleTicket as a line of a list. */
export function ticketSummaryOf(body: TmfBody, reader?: Reader): TicketSummary {
  const id = needed(text(body, 'id'), 'id');
  const raisedAt = needed(instant(body, 'creationDate') ?? instant(body, 'lastUpdate'), 'creationDate');
  const description = text(body, 'description');
  const children = kinOf(body, 'child').length;
  return {
    id,
    number: text(body, 'externalId') ?? id,
    title: text(body, 'name') ?? needed(description, 'name').slice(0, 120),
    kind: kindOf(body),
    severity: severityOf(body),
    status: needed(meaningOf(STATUSES, text(body, 'status')), 'status'),
    raisedAt,
    changedAt: instant(body, 'lastUpdate') ?? raisedAt,
    ...(waitsForCompany(body) && { companyWaits: true }),
    ...(children > 0 && { children }),
    ...optional({ product: productOf(body), expectedBy: instant(body, 'expectedResolutionDate'), parentId: kinOf(body, 'parent')[0], by: reader && raiserOf(body, reader) }),
  };
}

/** How a ticket stands to another. Of two that are one, the later is `mergedInto` the other. */
type Kin = 'parent' | 'child' | 'mergedinto' | 'mergedfrom';

/** Tickets it stands under, or above, or that were put together with it. */
export const kinOf = (body: TmfBody, kin: Kin): string[] =>
  records(body, 'troubleTicketRelationship').flatMap((one) => (text(one, 'relationshipType')?.toLowerCase() === kin ? (text(one, 'id') ?? []) : []));

/** Who raised it: an id says whether it was the reader; nobody named is the operator. */
function raiserOf(body: TmfBody, { sub, operator }: Reader): NonNullable<TicketSummary['by']> {
  const originator = records(body, 'relatedParty').find((one) => text(one, 'role')?.toLowerCase() === 'originator');
  const id = text(originator, 'id');
  const type = text(originator, '@referredType');
  if (id === undefined || type === 'Organization') return { name: text(originator, 'name') ?? operator, side: 'provider' };
  return { name: text(originator, 'name') ?? id, side: id === sub ? 'you' : 'colleague' };
}

/** Ticket types are free words in TM Forum; one of another name is a request. */
function kindOf(body: TmfBody): TicketKind {
  const known = TicketKind.safeParse(text(body, 'ticketType')?.toLowerCase());
  return known.success ? known.data : 'request';
}

function severityOf(body: TmfBody): Severity {
  const known = Severities.safeParse(text(body, 'severity')?.toLowerCase());
  return known.success ? known.data : 'minor';
}

/** Of all that a ticket names, the product it is about. */
export const productEntity = (body: TmfBody): TmfBody | undefined =>
  records(body, 'relatedEntity').find((one) => text(one, '@referredType') === 'Product' || text(one, 'role')?.toLowerCase() === 'product');

function productOf(body: TmfBody): TicketSummary['product'] {
  const entity = productEntity(body);
  const id = text(entity, 'id');
  return id ? { id, name: text(entity, 'name') ?? id } : undefined;
}

/** Who reads, and how the operator is called: both decide how an entry is signed. */
export interface Reader {
  sub: string;
  operator: string;
}

export function ticketOf(body: TmfBody, reader: Reader): Ticket {
  const notes = records(body, 'note').flatMap((note, index) => noteOf(note, index, reader));
  const changes = records(body, 'statusChange').flatMap((change, index) => changeOf(change, index, reader));
  const entries = [...changes, ...notes].toSorted((one, other) => one.at.localeCompare(other.at));
  const files = records(body, 'attachment').flatMap(fileOf);
  return { ...ticketSummaryOf(body, reader), description: text(body, 'description') ?? '', entries, ...(files.length > 0 && { files }) };
}

const BYTES = [0, 100_000_000] as const;

/** Of a file that is kept elsewhere we know the address alone, and such an address is nothing to follow. */
function fileOf(attachment: TmfBody): TicketFile[] {
  const [id, type] = [text(attachment, 'id'), text(attachment, 'mimeType')];
  const bytes = whole(BYTES, attachment, 'size', 'amount');
  return id && type && bytes !== undefined && contentOf(attachment) ? [{ id, name: text(attachment, 'name') ?? id, type, bytes }] : [];
}

/** Only an id says that a customer wrote it; a name proves nothing. */
function noteOf(note: TmfBody, index: number, { sub, operator }: Reader): TicketEntry[] {
  const at = instant(note, 'date');
  const words = text(note, 'text');
  if (!at || !words) return [];
  const authorId = text(note, 'authorId');
  const side = authorId === undefined ? 'provider' : authorId === sub ? 'you' : 'colleague';
  return [{ id: text(note, 'id') ?? `note-${index + 1}`, at, author: { name: text(note, 'author') ?? operator, side }, note: words }];
}

function changeOf(change: TmfBody, index: number, { operator }: Reader): TicketEntry[] {
  const at = instant(change, 'changeDate');
  const status = meaningOf(STATUSES, text(change, 'status'));
  const reason = text(change, 'changeReason');
  if (!at || !status) return [];
  return [{ id: `status-${index + 1}`, at, author: { name: operator, side: 'provider' }, status, ...(reason && { note: reason }) }];
}
