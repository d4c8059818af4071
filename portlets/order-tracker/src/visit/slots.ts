import type { Slot, SlotList } from '@faceplate/contracts';
import { addDays, localDate } from '@faceplate/domain';
import { formatDate, formatInstant } from '@faceplate/localize';
import { html, nothing } from 'lit';
import { words } from './messages.ts';

/** More weeks than this make no calendar any more. */
const MOST_DAYS = 56;

export interface Choosing {
  readonly list: SlotList;
  readonly locale: string;
  /** Tells fields apart from others on the page. */
  readonly name: string;
  readonly day: string;
  readonly slotId: string;
  onDay(day: string): void;
  onSlot(slot: Slot): void;
}

/** `Wed 3 June, 8:00 to 12:00`, by the clocks of the place. */
export const windowOf = ({ from, to }: { from: string; to: string }, zone: string, locale: string): string =>
  words.window(formatDate(localDate(from, zone), locale, 'weekday'), formatInstant(from, locale, zone, 'time'), formatInstant(to, locale, zone, 'time'));

/** By the days of the place. */
const daysOf = ({ items, zone }: SlotList): Map<string, Slot[]> => Map.groupBy(items, ({ from }) => localDate(from, zone));

/** The day on show: the one taken, that of the time chosen, or the first with something free. */
export function dayOf(list: SlotList, taken: string, chosen: Slot | undefined): string {
  const days = [...daysOf(list).keys()].toSorted();
  const wanted = [taken, chosen ? localDate(chosen.from, list.zone) : ''];
  return wanted.find((day) => days.includes(day)) ?? days[0] ?? '';
}

/** The free times as a small calendar: days with something free are buttons, the others are only told. */
export function slotsView({ list, locale, name, day, slotId, onDay, onSlot }: Choosing): unknown {
  const days = daysOf(list);
  const all = stretch([...days.keys()]);
  const free = days.get(day) ?? [];
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return html`
    <p>${words.choose()}</p>
    <div class="days" role="group" aria-label=${words.choose()}>
      ${all.slice(0, 7).map((one) => html`<span class="quiet small" aria-hidden="true">${weekday.format(new Date(one))}</span>`)}
      ${all.map((one, index) => {
        const count = days.get(one)?.length ?? 0;
        const isNewMonth = index === 0 || one.endsWith('-01');
        const shown = isNewMonth ? formatDate(one, locale, 'short') : formatDate(one, locale, 'short').replace(/[^\d٠-٩]/g, '');
        if (count === 0) return html`<span class="quiet small" aria-hidden="true">${shown}</span>`;
        return html`<button type="button" class="small" aria-pressed=${one === day} @click=${() => onDay(one)}>
          <span aria-hidden="true">${shown}</span><span class="visually-hidden">${words.free(formatDate(one, locale, 'weekday'), count, locale)}</span></button>`;
      })}
    </div>
    ${free.length === 0 ? nothing : html`
      <fieldset>
        <legend>${words.times(formatDate(day, locale, 'weekday'))}</legend>
        ${free.map((slot) => html`
          <label class="choice"><input type="radio" name="slot-${name}" .value=${slot.id} .checked=${slot.id === slotId} @change=${() => onSlot(slot)} />
            <span>${words.time(formatInstant(slot.from, locale, list.zone, 'time'), formatInstant(slot.to, locale, list.zone, 'time'))}</span></label>`)}
      </fieldset>`}
  `;
}

/** Every day from the first to the last, in whole weeks. */
function stretch(days: readonly string[]): string[] {
  const [first] = days.toSorted();
  const last = days.toSorted().at(-1);
  if (!first || !last) return [];
  const all: string[] = [];
  for (let day = first; (day <= last || all.length % 7 > 0) && all.length < MOST_DAYS; day = addDays(day, 1)) all.push(day);
  return all;
}
