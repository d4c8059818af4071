import { isolated, msg, plural, registerMessages, str } from '@faceplate/localize';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const words = {
  heading: () => msg('Usage', { id: 'usage-meter.heading', desc: 'Heading of the portlet' }),
  soFar: (day: string) => msg(str`So far, since ${day}`, { id: 'usage-meter.so-far', desc: 'Before what has been run up since the last bill; a day' }),
  forecast: (likely: string, low: string, high: string) =>
    msg(str`Your bill will be about ${likely}: at least ${low}, at most ${high}.`, { id: 'usage-meter.forecast', desc: 'What the running bill will come to; three amounts' }),
  forecastSure: (likely: string) => msg(str`Your bill will be ${likely}: you use nothing beyond your plan.`, { id: 'usage-meter.forecast-sure', desc: 'What the running bill will come to when nothing more is expected' }),
  noForecast: () => msg('After three bills we can say here what the next one will come to.', { id: 'usage-meter.no-forecast', desc: 'In place of a forecast when too little is known' }),
  basis: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {Judged by your last bill. Most months end between the two.} other {Judged by your last # bills. Most months end between the two.}}', { id: 'usage-meter.basis', desc: 'What the forecast rests on: number of bills; and what "at least" and "at most" mean' }), locale),
  band: (soFar: string, low: string, high: string) => msg(str`${soFar} so far; at the end between ${low} and ${high}`, { id: 'usage-meter.band', desc: 'Name of the picture of the forecast; three amounts' }),
  figures: () => msg('These figures as a table', { id: 'usage-meter.figures', desc: 'Unfolds the table beside the picture of the forecast' }),
  rowSoFar: () => msg('So far', { id: 'usage-meter.row.so-far', desc: 'Row of the table of the forecast' }),
  rowLow: () => msg('At least', { id: 'usage-meter.row.low', desc: 'Row of the table of the forecast' }),
  rowLikely: () => msg('Most likely', { id: 'usage-meter.row.likely', desc: 'Row of the table of the forecast' }),
  rowHigh: () => msg('At most', { id: 'usage-meter.row.high', desc: 'Row of the table of the forecast' }),
  allTogether: (amount: string) => msg(str`${amount} so far, all accounts together`, { id: 'usage-meter.all-together', desc: 'Over the running bills of several accounts: their sum' }),
  willBe: (likely: string) => msg(str`Your bill will be about ${likely}`, { id: 'usage-meter.will-be', desc: 'The answer on the card for one account: the likely amount' }),
  whatIsLeft: () => msg('What is left', { id: 'usage-meter.what-is-left', desc: 'Heading over allowances' }),
  left: (left: string, size: string) => msg(str`${left} left of ${size}`, { id: 'usage-meter.left', desc: 'What is left of an allowance: two quantities' }),
  usedUp: (size: string) => msg(str`All ${size} used up`, { id: 'usage-meter.used-up', desc: 'Nothing is left of an allowance: its size' }),
  used: (amount: string) => msg(str`${amount} used`, { id: 'usage-meter.used', desc: 'What was used where there is no allowance: a quantity' }),
  renews: (day: string) => msg(str`Full again on ${day}`, { id: 'usage-meter.renews', desc: 'Day on which an allowance begins anew' }),
  shared: () => msg('Shared with others', { id: 'usage-meter.shared', desc: 'Mark of an allowance that several lines draw from' }),
  beyond: (amount: string) => msg(str`${amount} for use beyond it`, { id: 'usage-meter.beyond', desc: 'What was charged beyond an allowance so far' }),
  charged: (amount: string) => msg(str`${amount} so far`, { id: 'usage-meter.charged', desc: 'What was charged for use that no allowance is for' }),
  leftShort: (kind: string, service: string, left: string) => msg(str`${kind}, ${isolated(service)}: ${left} left`, { id: 'usage-meter.left-short', desc: 'On the card: the allowance of which least is left; kind, service, quantity' }),
  dayByDay: () => msg('Day by day', { id: 'usage-meter.day-by-day', desc: 'Button: opens the use of one service day by day' }),
  dayByDayOf: (service: string) => msg(str`Day by day: ${isolated(service)}`, { id: 'usage-meter.day-by-day-of', desc: 'The same button as readers hear it: a service' }),
  asOf: (moment: string) => msg(str`Counted up to ${moment}. Newer use follows as the networks report it.`, { id: 'usage-meter.as-of', desc: 'How old the figures are: a moment' }),
  more: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {Show # more service} other {Show # more services}}', { id: 'usage-meter.more', desc: 'Button that shows the other services' }), locale),
  seeAll: () => msg('See usage', { id: 'usage-meter.see-all', desc: 'Button on the card' }),
  back: () => msg('All usage', { id: 'usage-meter.back', desc: 'Button back to all services' }),
  none: () => msg('Nothing used yet', { id: 'usage-meter.none', desc: 'Heading when nothing was used and nothing is running' }),
  noneHelp: () => msg('What your lines use appears here the day after, with what is left of each allowance.', { id: 'usage-meter.none.help', desc: 'How use comes to stand here' }),
  missing: () => msg('We cannot find this service', { id: 'usage-meter.missing', desc: 'Heading when there is no such service, or nothing was used of it' }),
};

const kinds: Readonly<Record<string, () => string>> = {
  data: () => msg('Data', { id: 'usage-meter.kind.data', desc: 'Kind of use: mobile data' }),
  voice: () => msg('Calls', { id: 'usage-meter.kind.voice', desc: 'Kind of use: telephone calls' }),
  sms: () => msg('Texts', { id: 'usage-meter.kind.sms', desc: 'Kind of use: text messages' }),
};

/** What is used; where the operator has a name of its own for it, that. */
export const kindWord = (name: string): string => (Object.hasOwn(kinds, name) ? (kinds[name]?.() ?? name) : isolated(name));

const units: Readonly<Record<string, () => string>> = {
  minutes: () => msg('{count, plural, one {# minute} other {# minutes}}', { id: 'usage-meter.unit.minutes', desc: 'Quantity of calls' }),
  days: () => msg('{count, plural, one {# day} other {# days}}', { id: 'usage-meter.unit.days', desc: 'Quantity: days abroad' }),
  calls: () => msg('{count, plural, one {# call} other {# calls}}', { id: 'usage-meter.unit.calls', desc: 'Quantity: calls to special numbers' }),
  films: () => msg('{count, plural, one {# film} other {# films}}', { id: 'usage-meter.unit.films', desc: 'Quantity: rented films' }),
  messages: () => msg('{count, plural, one {# text} other {# texts}}', { id: 'usage-meter.unit.messages', desc: 'Quantity: text messages' }),
};

/** The words of a counted unit, `undefined` for one that is a symbol: GB. */
export const unitWords = (unit: string): string | undefined => (Object.hasOwn(units, unit) ? units[unit]?.() : undefined);
