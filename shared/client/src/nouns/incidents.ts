import { offerNoun } from '@faceplate/client';
import { Incident, IncidentDetail, IncidentList } from '@faceplate/contracts';
import type { RequestOptions, SendOptions } from '../send.ts';
import type { Wire } from '../wire.ts';

type Write = Omit<SendOptions, 'body'>;

export interface IncidentsClient {
  /** What hits services of mine now, and what did of late. */
  list(options?: RequestOptions): Promise<IncidentList>;
  get(incidentId: string, options?: RequestOptions): Promise<IncidentDetail>;
  /** "Tell me when it is fixed": also counts as one more whom it hits. */
  follow(incidentId: string, options?: Write): Promise<Incident>;
  unfollow(incidentId: string, options?: Write): Promise<Incident>;
}

/** A report of it is a ticket, too. */
const CHANGES = ['service-levels', 'tickets'] as const;

const incidentsClient = ({ read, write }: Wire): IncidentsClient => {
  const one = (id: string) => `/incidents/${encodeURIComponent(id)}` as const;
  return {
    list: (options) => read('/incidents', IncidentList, CHANGES, options),
    get: (incidentId, options) => read(one(incidentId), IncidentDetail, CHANGES, options),
    follow: (incidentId, options) => write(`POST ${one(incidentId)}/follow`, Incident, CHANGES, { ...options, body: {} }),
    unfollow: (incidentId, options) => write(`DELETE ${one(incidentId)}/follow`, Incident, CHANGES, options),
  };
};

declare module '../nouns.ts' {
  interface Nouns {
    readonly incidents: IncidentsClient;
  }
}

offerNoun('incidents', ({ wire }) => incidentsClient(wire));
