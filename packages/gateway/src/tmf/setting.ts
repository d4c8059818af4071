import type { LocalDate } from '@faceplate/contracts';
import { localDate } from '@faceplate/domain';
import type { Call } from '../routing/route.ts';

/** What an adapter must know beside the record: where it is read, and when. */
export interface Setting {
  zone: string;
  currency: string;
  now: Date;
  today: LocalDate;
}

export function settingOf({ tenant, clock }: Pick<Call, 'tenant' | 'clock'>): Setting {
  const now = clock();
  return { zone: tenant.zone, currency: tenant.currency, now, today: localDate(now, tenant.zone) };
}
