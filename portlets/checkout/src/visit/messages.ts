import { isolated, msg, registerMessages, str } from '@faceplate/localize';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const said = {
  heading: () => msg('When shall the technician come?', { id: 'checkout.visit.heading', desc: 'Heading: choose an appointment' }),
  forAll: (lines: string) => msg(str`One appointment for: ${lines}`, { id: 'checkout.visit.for-all', desc: 'The lines that share the appointment' }),
  held: (when: string) => msg(str`Kept for you: ${when}`, { id: 'checkout.visit.held', desc: 'The appointment that is held; day and time' }),
  heldUntil: (time: string, left: string) => msg(str`Until ${time} (${left} left). Then others can take it.`, { id: 'checkout.visit.held-until', desc: 'How long the appointment is held; a time, a length of time' }),
  freed: () => msg('Your appointment was not kept any longer', { id: 'checkout.visit.freed', desc: 'Heading: the hold has run out' }),
  freedHelp: () => msg('Choose a time again; your cart is as it was.', { id: 'checkout.visit.freed.help', desc: 'What to do when the hold has run out' }),
  zone: (zone: string) => msg(str`Times as the clocks at the address show them (${isolated(zone)}).`, { id: 'checkout.visit.zone', desc: 'Which clock the times are told on; a time zone' }),
  day: () => msg('Day', { id: 'checkout.visit.day', desc: 'Field: choose a day' }),
  time: () => msg('Time', { id: 'checkout.visit.time', desc: 'Field: choose a time of the day' }),
  free: (day: string, count: string) => msg(str`${day} (${count} free)`, { id: 'checkout.visit.free', desc: 'A day and how many times are free on it' }),
  none: () => msg('No time is free in the next weeks', { id: 'checkout.visit.none', desc: 'Heading when nothing is free' }),
  noneHelp: () => msg('You can order all the same: we call you to agree on a time.', { id: 'checkout.visit.none.help', desc: 'What happens when nothing is free' }),
  nextFree: (when: string) => msg(str`The first free time is ${when}.`, { id: 'checkout.visit.next-free', desc: 'The first free appointment' }),
  take: () => msg('Take this one', { id: 'checkout.visit.take', desc: 'Button: hold the first free appointment' }),
  keep: () => msg('Keep this time for me', { id: 'checkout.visit.keep', desc: 'Button: hold the chosen appointment' }),
  keeping: () => msg('Keeping…', { id: 'checkout.visit.keeping', desc: 'On the button while it is held' }),
  choose: () => msg('Choose a time first.', { id: 'checkout.visit.choose', desc: 'When nothing was chosen' }),
  other: () => msg('Choose another time', { id: 'checkout.visit.other', desc: 'Button' }),
  giveBack: () => msg('Give it back', { id: 'checkout.visit.give-back', desc: 'Button: free the appointment' }),
  notes: () => msg('What the technician should know (optional)', { id: 'checkout.visit.notes', desc: 'Field: access notes' }),
  notesHint: () => msg('Which bell, where to park, a dog: whatever helps.', { id: 'checkout.visit.notes.hint', desc: 'Under the field of the notes' }),
  who: () => msg('Who is there on the day (optional)', { id: 'checkout.visit.who', desc: 'Field: name of the contact on the day' }),
  phone: () => msg('Their phone number', { id: 'checkout.visit.phone', desc: 'Field: phone of the contact on the day' }),
  phoneMissing: () => msg('With a name we also need a phone number, like +49 30 123456.', { id: 'checkout.visit.phone.missing', desc: 'The phone number is missing or no number' }),
  notNeeded: () => msg('Nothing in your cart needs a technician.', { id: 'checkout.visit.not-needed', desc: 'When no line needs a visit' }),
};
