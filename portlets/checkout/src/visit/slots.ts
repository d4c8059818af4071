import type { Slot } from '@faceplate/contracts';
import { formatInstant } from '@faceplate/localize';

export interface SlotDay {
  /** The day as the clocks of the place have it. */
  id: string;
  first: Slot;
  slots: Slot[];
}

/** Windows by the day they begin on, by the clocks of the place. */
export function daysOf(slots: readonly Slot[], zone: string): SlotDay[] {
  const days = Map.groupBy(slots, ({ from }) => formatInstant(from, 'en-CA', zone, 'day'));
  return [...days].flatMap(([id, some]) => some.slice(0, 1).map((first) => ({ id, first, slots: some })));
}

const DAY = { weekday: 'short', day: 'numeric', month: 'long' } as const;

/** `Tue 3 June` */
export const dayOf = ({ from }: Slot, locale: string, zone: string): string => new Intl.DateTimeFormat(locale, { ...DAY, timeZone: zone }).format(new Date(from));

/** `Tue 3 June, 8:00 – 12:00`, or the times alone. */
export function spanOf({ from, to }: Pick<Slot, 'from' | 'to'>, locale: string, zone: string, style: 'whole' | 'time' = 'whole'): string {
  return new Intl.DateTimeFormat(locale, { ...(style === 'whole' && DAY), hour: 'numeric', minute: '2-digit', timeZone: zone }).formatRange(new Date(from), new Date(to));
}
