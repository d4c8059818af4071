import { offerNoun } from '@faceplate/client';
import { type Month, ServiceLevelColumns, ServiceLevelDetail } from '@faceplate/contracts';
import type { RequestOptions, SendOptions } from '../send.ts';
import type { Wire } from '../wire.ts';

export interface ServiceLevelsClient {
  /** All services in the last `months` calendar months, the running one included; worst service first. */
  grid(months: number, options?: RequestOptions): Promise<ServiceLevelColumns>;
  detail(serviceId: string, month: Month, options?: RequestOptions): Promise<ServiceLevelDetail>;
  /** Asks for the credit of a missed month; it is granted once. */
  claim(serviceId: string, month: Month, options?: Omit<SendOptions, 'body'>): Promise<ServiceLevelDetail>;
}

const serviceLevelsClient = ({ read, write }: Wire): ServiceLevelsClient => ({
  grid: (months, options) => read(`/service-levels/grid?months=${months}`, ServiceLevelColumns, ['service-levels'], options),
  detail: (serviceId, month, options) =>
    read(`/service-levels/${encodeURIComponent(serviceId)}/${month}`, ServiceLevelDetail, ['service-levels'], options),
  claim: (serviceId, month, options) =>
    write(`POST /service-levels/${encodeURIComponent(serviceId)}/${month}/claim`, ServiceLevelDetail, ['service-levels', 'bills'], { ...options, body: {} }),
});

declare module '../nouns.ts' {
  interface Nouns {
    readonly serviceLevels: ServiceLevelsClient;
  }
}

offerNoun('serviceLevels', ({ wire }) => serviceLevelsClient(wire));
