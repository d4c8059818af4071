import type { LocalDate, Money, Period, Product, UsageMeter } from '@faceplate/contracts';
import { addDays, addMonths, daysBetween, localDate, monthOf, sum } from '@faceplate/domain';
import type { Setting } from '../tmf/setting.ts';
import type { Bucket } from './bucket.adapter.ts';
import { fine, inUnit } from './measure.ts';
import type { KnownUse } from './usage.backend.ts';
import type { Use } from './use.adapter.ts';

/** The days of use that a customer looks at: those the allowance is good for, else the month. */
export function periodOf(buckets: readonly Bucket[], today: LocalDate): Period {
  const [bucket] = buckets.filter(({ from, to }) => from !== undefined && to !== undefined && from <= today && today <= to && daysBetween(from, to) < 62);
  const month = monthOf(today);
  return bucket?.from && bucket.to ? { from: bucket.from, to: bucket.to } : { from: `${month}-01`, to: addDays(`${addMonths(month, 1)}-01`, -1) };
}

/** One meter for each kind that a product has an allowance of, or has used. */
export function metersOf(product: Product, { uses, buckets = [] }: KnownUse, setting: Setting): UsageMeter[] {
  const own = buckets.filter(({ productIds }) => productIds.includes(product.id));
  const used = Map.groupBy(uses?.get(product.id) ?? [], ({ kind }) => kind);
  const kinds = new Set([...own.map(({ kind }) => kind), ...used.keys()]);
  const meters = [...kinds].flatMap((kind) => metersOfKind(product, { kind, uses: uses && (used.get(kind) ?? []), buckets: own.filter((bucket) => bucket.kind === kind) }, setting));
  // Of what was used in the month before alone, and has no allowance, there is nothing to tell.
  return meters.filter(({ allowance, used: amount, charged }) => allowance !== undefined || amount > 0 || charged.amount !== 0);
}

interface OfKind {
  kind: string;
  uses: readonly Use[] | undefined;
  buckets: readonly Bucket[];
}

/** What cannot be counted in one unit stands in two. */
function metersOfKind(product: Product, { kind, uses, buckets }: OfKind, setting: Setting): UsageMeter[] {
  const unit = buckets[0]?.unit ?? uses?.[0]?.quantity.unit ?? '';
  const fitting = uses?.filter(({ quantity }) => inUnit(quantity.value, quantity.unit, unit) !== undefined);
  const others = uses?.filter((use) => !fitting?.includes(use)) ?? [];
  const meter = meterOf(product, { kind, unit, uses: fitting, buckets }, setting);
  return others.length > 0 ? [meter, ...metersOfKind(product, { kind, uses: others, buckets: [] }, setting)] : [meter];
}

function meterOf(product: Product, { kind, unit, uses, buckets }: OfKind & { unit: string }, setting: Setting): UsageMeter {
  const period = periodOf(buckets, setting.today);
  const within = uses?.filter((use) => localDate(use.at, setting.zone) >= period.from);
  const allowance = allowanceOf(buckets, unit);
  const days = within ? daysOf(within, { period, unit }, setting) : [];
  return {
    id: `${product.id}:${kind}:${unit}`,
    service: { productId: product.id, name: product.identifier ?? product.name, plan: product.name },
    name: kind,
    unit,
    period,
    days,
    used: usedOf(within && days, allowance),
    ...(allowance && { allowance }),
    charged: chargedOf(within ?? [], setting.currency),
  };
}

/** Where records are missing, what is gone of the allowance is still known. */
function usedOf(days: UsageMeter['days'] | undefined, allowance: UsageMeter['allowance']): number {
  return fine(days ? days.reduce((sofar, { home, roaming }) => sofar + home + roaming, 0) : (allowance?.size ?? 0) - (allowance?.left ?? 0));
}

/** All that a line may draw from, shared or not. */
function allowanceOf(buckets: readonly Bucket[], unit: string): UsageMeter['allowance'] {
  const amounts = buckets.flatMap((bucket) => {
    const [size, left] = [inUnit(bucket.size, bucket.unit, unit), inUnit(bucket.left, bucket.unit, unit)];
    return size === undefined || left === undefined ? [] : [{ size, left }];
  });
  if (amounts.length === 0) return undefined;
  const renewsOn = buckets.flatMap((bucket) => bucket.renewsOn ?? []).toSorted()[0];
  return {
    size: fine(amounts.reduce((sofar, { size }) => sofar + size, 0)),
    left: fine(amounts.reduce((sofar, { left }) => sofar + left, 0)),
    shared: buckets.some(({ shared }) => shared),
    ...(renewsOn !== undefined && { renewsOn }),
  };
}

/** Every day up to today has its entry, so that a day without use is seen to be one. */
function daysOf(uses: readonly Use[], { period, unit }: { period: Period; unit: string }, { zone, today }: Setting): UsageMeter['days'] {
  const byDay = Map.groupBy(uses, ({ at }) => localDate(at, zone));
  const total = (some: readonly Use[], roaming: boolean) =>
    fine(some.filter((use) => use.roaming === roaming).reduce((sofar, { quantity }) => sofar + (inUnit(quantity.value, quantity.unit, unit) ?? 0), 0));
  const last = today < period.to ? today : period.to;
  return Array.from({ length: Math.max(0, daysBetween(period.from, last) + 1) }, (_, index) => addDays(period.from, index)).map((on) => {
    const some = byDay.get(on) ?? [];
    return { on, home: total(some, false), roaming: total(some, true) };
  });
}

/** In the currency of what was charged, if anything. */
function chargedOf(uses: readonly Use[], currency: string): Money {
  const amounts = uses.map(({ amount }) => amount).filter(({ amount }) => amount !== 0);
  const unit = amounts[0]?.currency ?? currency;
  return sum(amounts.filter((amount) => amount.currency === unit), unit);
}
