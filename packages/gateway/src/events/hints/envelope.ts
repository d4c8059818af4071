import * as z from 'zod';

const Id = z.string().min(1).max(200);

/** What is read of a TM Forum event, v4 or v5: which record it is about. All else in it is somebody's word, and ignored. */
const Envelope = z.object({
  eventId: Id,
  eventType: z.string().regex(/^[A-Za-z]{1,100}$/),
  eventTime: z.iso.datetime({ offset: true }).optional(),
  event: z.record(z.string().regex(/^[A-Za-z]{1,60}$/), z.unknown()),
});

const Named = z.object({ id: Id });

export interface ToldEvent {
  eventId: string;
  eventType: string;
  /** RFC 3339; missing where the sender says no time. */
  eventTime?: string;
  resource: string;
  id: string;
}

/** `undefined` when it is no event about one record. v5 puts what else it has to say beside the record, without an id. */
export function eventIn(body: unknown): ToldEvent | undefined {
  const parsed = Envelope.safeParse(body);
  if (!parsed.success) return undefined;
  const { event, eventId, eventType, eventTime } = parsed.data;
  for (const [resource, value] of Object.entries(event)) {
    const record = Named.safeParse(value);
    if (record.success) return { eventId, eventType, resource, id: record.data.id, ...(eventTime !== undefined && { eventTime }) };
  }
  return undefined;
}
