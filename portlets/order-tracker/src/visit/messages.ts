import { isolated, msg, plural, registerMessages, str } from '@faceplate/localize';
import type { Visit } from '@faceplate/contracts';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const words = {
  heading: () => msg('Technician’s visit', { id: 'order-tracker.visit', desc: 'Heading over when somebody comes' }),
  window: (day: string, from: string, to: string) => msg(str`${day}, ${from} to ${to}`, { id: 'order-tracker.visit.window', desc: 'When the technician comes: day, from and to as times' }),
  zone: (city: string) => msg(str`Times as the clocks show in ${isolated(city)}.`, { id: 'order-tracker.visit.zone', desc: 'The time zone of the place' }),
  movable: (date: string) => msg(str`You can move it until ${date}.`, { id: 'order-tracker.visit.until', desc: 'Last moment for moving the visit' }),
  tooLate: () => msg('It can no longer be moved: the technician’s day is planned.', { id: 'order-tracker.visit.too-late', desc: 'Why the visit cannot be moved' }),
  call: () => msg('Ask us about the visit', { id: 'order-tracker.visit.ask', desc: 'Button to the support' }),
  before: () => msg('When it was to be before', { id: 'order-tracker.visit.history', desc: 'Unfolds earlier times of the visit' }),
  changed: (date: string) => msg(str`changed ${date}`, { id: 'order-tracker.visit.changed', desc: 'When the visit was moved' }),
  move: () => msg('Move the visit', { id: 'order-tracker.visit.move', desc: 'Button that shows the free times' }),
  stay: () => msg('Leave it as it is', { id: 'order-tracker.visit.stay', desc: 'Button that hides the free times' }),
  calendar: () => msg('Save to calendar', { id: 'order-tracker.visit.calendar', desc: 'Button that saves a calendar file' }),
  saved: () => msg('Saved. Open the file, and your calendar takes it; after a move the same entry moves.', { id: 'order-tracker.visit.saved', desc: 'A calendar file was saved' }),
  choose: () => msg('Choose a day', { id: 'order-tracker.visit.choose', desc: 'Over the days on which the technician could come' }),
  free: (day: string, count: number, locale: string) => {
    const times = plural(count, msg('{count, plural, one {# time} other {# times}}', { id: 'order-tracker.visit.times', desc: 'How many times are free on a day' }), locale);
    return msg(str`${day}, ${times}`, { id: 'order-tracker.visit.day', desc: 'For readers: a day and how many times are free' });
  },
  times: (day: string) => msg(str`Times on ${day}`, { id: 'order-tracker.visit.times-on', desc: 'Over the free times of a day' }),
  time: (from: string, to: string) => msg(str`${from} to ${to}`, { id: 'order-tracker.visit.time', desc: 'A free time: from and to' }),
  none: () => msg('No time is free right now', { id: 'order-tracker.visit.none', desc: 'Heading when there is no free time' }),
  nextFree: (window: string) => msg(str`The first free time is ${window}.`, { id: 'order-tracker.visit.next-free', desc: 'First free time after those shown' }),
  noneHelp: () => msg('Times come free when others move theirs. Look again later, or ask us.', { id: 'order-tracker.visit.none.help', desc: 'What to do when no time is free' }),
  again: () => msg('Look again', { id: 'order-tracker.visit.again', desc: 'Button: reads the free times again' }),
  wishes: () => msg('What the technician should know', { id: 'order-tracker.visit.wishes', desc: 'Heading over the form for wishes' }),
  notes: () => msg('How to get in', { id: 'order-tracker.visit.notes', desc: 'Label: gate, bell, floor' }),
  notesHint: () => msg('Bell, floor, parking, a dog: whatever helps.', { id: 'order-tracker.visit.notes.hint', desc: 'Examples for the field above' }),
  name: () => msg('Who will be there', { id: 'order-tracker.visit.name', desc: 'Label: name of the person on the spot' }),
  phone: () => msg('Their telephone number', { id: 'order-tracker.visit.phone', desc: 'Label' }),
  both: () => msg('Give both a name and a telephone number, or neither.', { id: 'order-tracker.visit.both', desc: 'Problem: one of the two is missing or not a number' }),
  book: (window: string) => msg(str`Book ${window}`, { id: 'order-tracker.visit.book', desc: 'Button: books the first visit' }),
  moveTo: (window: string) => msg(str`Move to ${window}`, { id: 'order-tracker.visit.move-to', desc: 'Button: moves the visit' }),
  keep: () => msg('Tell the technician', { id: 'order-tracker.visit.keep', desc: 'Button: sends the wishes' }),
  pick: () => msg('Choose a time first.', { id: 'order-tracker.visit.pick', desc: 'Problem: no time is chosen' }),
  done: () => msg('Done. The visit is booked as shown.', { id: 'order-tracker.visit.done', desc: 'A visit was booked, moved or given wishes' }),
};

export const states: Record<Visit['state'], () => string> = {
  held: () => msg('Held for you', { id: 'order-tracker.visit.state.held', desc: 'State of a visit' }),
  booked: () => msg('Booked', { id: 'order-tracker.visit.state.booked', desc: 'State of a visit' }),
  done: () => msg('Done', { id: 'order-tracker.visit.state.done', desc: 'State of a visit' }),
  'missed-by-us': () => msg('We did not come. Sorry.', { id: 'order-tracker.visit.state.missed-by-us', desc: 'State of a visit: the technician did not come' }),
  'missed-by-you': () => msg('Nobody was there', { id: 'order-tracker.visit.state.missed-by-you', desc: 'State of a visit: the customer was not there' }),
  cancelled: () => msg('Cancelled', { id: 'order-tracker.visit.state.cancelled', desc: 'State of a visit' }),
};
