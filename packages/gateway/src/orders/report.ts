import type { LocalDate, Order, OrderReport } from '@faceplate/contracts';
import { daysBetween, isFinal, localDate, monthOf, monthsUntil } from '@faceplate/domain';

type Months = OrderReport['months'];

/** When the last line of an order that has ended was done, by the clock of the account; `undefined` while it is open or nothing was delivered. */
function endOf({ stage, items }: Order, zone: string): LocalDate | undefined {
  if (!isFinal(stage) && !items.every((item) => isFinal(item.stage))) return undefined;
  const done = items.filter((item) => item.stage === 'done');
  return done.map(({ since }) => localDate(since, zone)).toSorted().at(-1);
}

const isOnTime = ({ items }: Order, zone: string): boolean => items.every(({ stage, since, promised }) => stage !== 'done' || !promised || localDate(since, zone) <= promised);

function middle(sorted: readonly number[]): number {
  const half = sorted.length / 2;
  const [low = 0, high = 0] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return (low + high) / 2;
}

/**
 * How long orders took and how many kept their day (F18), month by month of their end; and what is in danger now. Days are
 * calendar days from the order to its last delivery; an order is on time when no line of it came after the day promised.
 */
export function reportOf(orders: readonly Order[], { zone, today, months: count }: { zone: string; today: LocalDate; months: number }): OrderReport {
  const ended = orders.flatMap((order) => {
    const end = endOf(order, zone);
    return end ? [{ month: monthOf(end), days: daysBetween(localDate(order.placedAt, zone), end), onTime: isOnTime(order, zone) }] : [];
  });
  const months: Months = monthsUntil(monthOf(today), count).map((month) => {
    const own = ended.filter((one) => one.month === month);
    const days = own.map((one) => one.days).toSorted((one, other) => one - other);
    const longest = days.at(-1);
    return { month, ended: own.length, onTime: own.filter(({ onTime }) => onTime).length, ...(longest !== undefined && { days: { middle: middle(days), longest } }) };
  });
  return { months, jeopardy: orders.flatMap((order) => inDanger(order, today)) };
}

function inDanger({ id, number, items }: Order, today: LocalDate): OrderReport['jeopardy'] {
  return items.flatMap(({ id: itemId, name, late, stage, promised, expected, reason }) => {
    if (!late || isFinal(stage) || !promised) return [];
    const until = expected && expected > today ? expected : today;
    return [{ orderId: id, number, itemId, name, promised, daysLate: Math.max(0, daysBetween(promised, until)), ...(expected && { expected }), ...(reason && { reason }) }];
  });
}
