import type { LocalDate } from '@faceplate/contracts';
import { addDays } from '@faceplate/domain';
import { at, day, instant, lastDay, needed, number, records, text } from '../tmf/read.ts';
import type { Setting } from '../tmf/setting.ts';
import type { TmfBody } from '../upstream/types.ts';
import { fine } from './measure.ts';

/** An allowance that is in force. */
export interface Bucket {
  id: string;
  productIds: string[];
  kind: string;
  unit: string;
  size: number;
  left: number;
  shared: boolean;
  /** The days it is good for, where both are said. */
  from?: LocalDate;
  to?: LocalDate;
  renewsOn?: LocalDate;
}

interface Amount {
  value: number;
  unit: string;
}

/** TMF's Quantity; some write `value` for `amount`. */
function amountOf(value: unknown, ...path: string[]): Amount | undefined {
  const found = at(value, ...path);
  const amount = number(found, 'amount') ?? number(found, 'value');
  return amount === undefined || amount < 0 || amount > 1e12 ? undefined : { value: fine(amount), unit: text(found, 'units') ?? text(found, 'unit') ?? '' };
}

/**
 * A bucket as TMF654 keeps it and TMF677 tells of it, which leaves out what it held when full: then that is what is left
 * and what was counted as used. `undefined` for one that is not in force, and for money.
 */
export function bucketOf(body: TmfBody, { zone, now }: Pick<Setting, 'zone' | 'now'>): Bucket | undefined {
  const kind = (text(body, 'usageType') ?? 'other').toLowerCase();
  if (!isInForce(body, now) || kind === 'monetary') return undefined;
  return {
    id: needed(text(body, 'id'), 'id'),
    productIds: records(body, 'product').flatMap((product) => text(product, 'id') ?? []),
    kind,
    ...heldIn(body),
    shared: body['isShared'] === true,
    ...validIn(body, zone),
  };
}

function isInForce(body: TmfBody, now: Date): boolean {
  const ends = instant(body, 'validFor', 'endDateTime');
  return (text(body, 'status')?.toLowerCase() ?? 'active') === 'active' && (ends === undefined || Date.parse(ends) > now.getTime());
}

function heldIn(body: TmfBody): Pick<Bucket, 'unit' | 'size' | 'left'> {
  const full = amountOf(body, 'amount');
  const left = needed(amountOf(body, 'remainingValue') ?? full, 'remainingValue');
  const counter = records(body, 'bucketCounter').find((one) => text(one, 'counterType') === 'used');
  const size = full?.value ?? fine(left.value + (amountOf(counter, 'value')?.value ?? 0));
  return { unit: left.unit || full?.unit || '', size: Math.max(size, left.value), left: left.value };
}

function validIn(body: TmfBody, zone: string): Pick<Bucket, 'from' | 'to' | 'renewsOn'> {
  const from = day(zone, body, 'validFor', 'startDateTime');
  const to = lastDay(zone, body, 'validFor', 'endDateTime');
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to, renewsOn: addDays(to, 1) }) };
}
