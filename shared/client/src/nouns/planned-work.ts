import { offerNoun } from '@faceplate/client';
import { CalendarFeed, FreezeList, type FreezeRequest, type ObjectionRequest, PlannedWork, PlannedWorkList } from '@faceplate/contracts';
import type { RequestOptions, SendOptions } from '../send.ts';
import type { Wire } from '../wire.ts';

type Write = Omit<SendOptions, 'body'>;

export interface PlannedWorkClient {
  /** Work that is announced, or runs, for services of mine. */
  list(options?: RequestOptions): Promise<PlannedWorkList>;
  /** Asks to have it moved; once while no answer has come. */
  object(workId: string, request: ObjectionRequest, options?: Write): Promise<PlannedWork>;
  /** Weeks in which an organisation wants no work. */
  freezes(options?: RequestOptions): Promise<FreezeList>;
  freeze(request: FreezeRequest, options?: Write): Promise<FreezeList>;
  unfreeze(freezeId: string, options?: Write): Promise<FreezeList>;
  /** The secret address a calendar program subscribes to. */
  feed(options?: RequestOptions): Promise<CalendarFeed>;
  /** A new address; the one before is worth nothing from then on. */
  makeFeed(options?: Write): Promise<CalendarFeed>;
  withdrawFeed(options?: Write): Promise<CalendarFeed>;
}

/** An objection is a ticket, too. */
const CHANGES = ['service-levels', 'tickets'] as const;
const LEVELS = ['service-levels'] as const;
const BASE = '/service-levels/planned-work';

const plannedWorkClient = ({ read, write }: Wire): PlannedWorkClient => ({
  list: (options) => read(BASE, PlannedWorkList, CHANGES, options),
  object: (workId, request, options) => write(`POST ${BASE}/${encodeURIComponent(workId)}/objection`, PlannedWork, CHANGES, { ...options, body: request }),
  freezes: (options) => read(`${BASE}/freezes`, FreezeList, LEVELS, options),
  freeze: (request, options) => write(`POST ${BASE}/freezes`, FreezeList, LEVELS, { ...options, body: request }),
  unfreeze: (freezeId, options) => write(`DELETE ${BASE}/freezes/${encodeURIComponent(freezeId)}`, FreezeList, LEVELS, options),
  feed: (options) => read(`${BASE}/feed`, CalendarFeed, LEVELS, options),
  makeFeed: (options) => write(`POST ${BASE}/feed`, CalendarFeed, LEVELS, { ...options, body: {} }),
  withdrawFeed: (options) => write(`DELETE ${BASE}/feed`, CalendarFeed, LEVELS, options),
});

declare module '../nouns.ts' {
  interface Nouns {
    readonly plannedWork: PlannedWorkClient;
  }
}

offerNoun('plannedWork', ({ wire }) => plannedWorkClient(wire));
