import { offerNoun } from '@faceplate/client';
import { type Month, ServiceLevelDetail, ServiceLevelGrid } from '@faceplate/contracts';
import type { RequestOptions } from '../send.ts';
import type { Wire } from '../wire.ts';

export interface ServiceLevelsClient {
  /** The last `months` calendar months, the running one included. */
  grid(months: number, options?: RequestOptions): Promise<ServiceLevelGrid>;
  detail(serviceId: string, month: Month, options?: RequestOptions): Promise<ServiceLevelDetail>;
}

const serviceLevelsClient = ({ read }: Wire): ServiceLevelsClient => ({
  grid: (months, options) => read(`/service-levels?months=${months}`, ServiceLevelGrid, ['service-levels'], options),
  detail: (serviceId, month, options) =>
    read(`/service-levels/${encodeURIComponent(serviceId)}/${month}`, ServiceLevelDetail, ['service-levels'], options),
});

declare module '../nouns.ts' {
  interface Nouns {
    readonly serviceLevels: ServiceLevelsClient;
  }
}

offerNoun('serviceLevels', ({ wire }) => serviceLevelsClient(wire));
