import { optional } from '../products/products.adapter.ts';
import { number, records, text, whole } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';

/** A promise of service as one value of a characteristic. Hours; `credit`: per cent of a month's price for a month below it. */
export interface PromiseChoice {
  /** Of the characteristic it is chosen by. */
  key: string;
  value: string;
  isDefault: boolean;
  respondWithin?: number;
  restoreWithin?: number;
  serviceHours?: string;
  /** Share of counted time: 0.999. */
  availability?: number;
  credit?: number;
}

const PER_CENT = [1, 100] as const;

const hoursIn = (value: TmfBody, name: string): number | undefined => {
  const amount = number(value, name, 'amount');
  if (amount === undefined || amount <= 0 || amount > 10_000) return undefined;
  return /^min/i.test(text(value, name, 'units') ?? '') ? amount / 60 : amount;
};

/**
 * TMF620 has no words for what a promise of service holds: a value of a characteristic that has them bears `promise`, an
 * extension of ours. Of a catalogue without it nothing is promised here.
 */
export function promisesIn(use: TmfBody): PromiseChoice[] {
  const key = text(use, 'name');
  return records(use, 'productSpecCharacteristicValue').flatMap((one): PromiseChoice[] => {
    const [promise] = records(one, 'promise');
    const value = text(one, 'value');
    if (!promise || key === undefined || value === undefined) return [];
    const availability = number(promise, 'availability');
    return [
      {
        key,
        value,
        isDefault: one['isDefault'] === true,
        ...optional({
          respondWithin: hoursIn(promise, 'respondWithin'),
          restoreWithin: hoursIn(promise, 'restoreWithin'),
          serviceHours: text(promise, 'serviceHours'),
          availability: availability !== undefined && availability > 0 && availability < 1 ? availability : undefined,
          credit: whole(PER_CENT, promise, 'creditPercent'),
        }),
      },
    ];
  });
}
