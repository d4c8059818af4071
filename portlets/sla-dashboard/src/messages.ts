import type { ServiceInterval, ServiceLevelState } from '@faceplate/contracts';
import { isolated, msg, plural, registerMessages, str } from '@faceplate/localize';
import type { Tone } from '@faceplate/ui';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const words = {
  heading: () => msg('Service levels', { id: 'sla-dashboard.heading', desc: 'Heading over the grid of services and months' }),
  allKept: (month: string) => msg(str`Every promise kept in ${month}`, { id: 'sla-dashboard.all-kept', desc: 'The answer when no service missed its target this month' }),
  missed: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {# service is below its target this month} other {# services are below their target this month}}', { id: 'sla-dashboard.missed-count', desc: 'The answer when services missed their target this month' }), locale),
  missedBefore: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {# month was below target in the last year} other {# months were below target in the last year}}', { id: 'sla-dashboard.missed-before', desc: 'How many cells of the grid are missed' }), locale),
  seeAll: () => msg('See all service levels', { id: 'sla-dashboard.see-all', desc: 'Button on the card' }),
  none: () => msg('No service levels were promised', { id: 'sla-dashboard.none', desc: 'Heading when no service has a promise' }),
  noneHelp: () => msg('Services with a promised availability appear here, month by month.', { id: 'sla-dashboard.none.help', desc: 'How a service gets here' }),
  service: () => msg('Service', { id: 'sla-dashboard.service', desc: 'Column: name of the service' }),
  target: () => msg('Target', { id: 'sla-dashboard.target', desc: 'Column and fact: promised availability' }),
  grid: () => msg('Availability by service and month, worst first', { id: 'sla-dashboard.grid', desc: 'Caption of the grid' }),
  hint: () => msg('Choose a month to see what happened. Arrow keys move along.', { id: 'sla-dashboard.hint', desc: 'How to use the grid' }),
  search: () => msg('Find a service', { id: 'sla-dashboard.search', desc: 'Name of the field that narrows the grid to services by name or number' }),
  found: (shown: string, count: string) => msg(str`${shown} of ${count} services`, { id: 'sla-dashboard.found', desc: 'How many services are shown while one is looked for' }),
  figures: () => msg('Show figures', { id: 'sla-dashboard.figures', desc: 'Button that is pressed in or not: figures in the grid instead of signs alone' }),
  leftOut: () => msg('With time left out', { id: 'sla-dashboard.left-out', desc: 'Legend of the grid: months in which planned work or waiting was left out, before their number' }),
  back: () => msg('All services', { id: 'sla-dashboard.back', desc: 'Button back to the grid' }),
  detail: (service: string, month: string) => msg(str`${isolated(service)}, ${month}`, { id: 'sla-dashboard.detail', desc: 'Heading of one cell: service and month' }),
  achieved: () => msg('Availability', { id: 'sla-dashboard.achieved', desc: 'Fact: what was achieved' }),
  down: () => msg('Down', { id: 'sla-dashboard.down', desc: 'Fact: time that counts against us' }),
  allowed: () => msg('Allowed', { id: 'sla-dashboard.allowed', desc: 'Fact: time down that the target allows' }),
  counted: () => msg('Counted time', { id: 'sla-dashboard.counted', desc: 'Fact: time that counts at all' }),
  excluded: () => msg('Left out', { id: 'sla-dashboard.excluded', desc: 'Fact: planned work and waiting for the customer' }),
  unknown: () => msg('Not measured', { id: 'sla-dashboard.unknown', desc: 'Fact: time without data' }),
  noFigure: () => msg('No figure', { id: 'sla-dashboard.no-figure', desc: 'Instead of a percentage when nothing was measured' }),
  intervals: () => msg('What happened', { id: 'sla-dashboard.intervals', desc: 'Heading over the table of intervals' }),
  nothingHappened: () => msg('Nothing: it was up all the time.', { id: 'sla-dashboard.nothing', desc: 'When there is no interval in the month' }),
  when: () => msg('When', { id: 'sla-dashboard.when', desc: 'Column: begin and end of an interval' }),
  what: () => msg('What', { id: 'sla-dashboard.what', desc: 'Column: kind and reason of an interval' }),
  counts: () => msg('Counts', { id: 'sla-dashboard.counts', desc: 'Column: how much of an interval counts against us' }),
  together: () => msg('Together', { id: 'sla-dashboard.together', desc: 'Last row of the table of intervals: the sum of what counts' }),
  outside: () => msg('Outside service hours', { id: 'sla-dashboard.outside', desc: 'Fact: time in which the promise does not count' }),
  hours: (when: string) => msg(str`Counts ${when}.`, { id: 'sla-dashboard.hours', desc: 'When the promise counts: days and times, such as "Mon, Tue, 08:00 – 12:00"' }),
  zone: (zone: string) => msg(str`Times in ${isolated(zone)}`, { id: 'sla-dashboard.zone', desc: 'Names the time zone of the months and moments' }),
  missing: () => msg('We cannot find this service', { id: 'sla-dashboard.missing', desc: 'Heading when there is no such service' }),
};

const states: Record<ServiceLevelState, { tone: Tone; word: () => string }> = {
  met: { tone: 'positive', word: () => msg('Kept', { id: 'sla-dashboard.state.met', desc: 'A month that met its target' }) },
  near: { tone: 'notice', word: () => msg('Just kept', { id: 'sla-dashboard.state.near', desc: 'A month that met its target with little to spare' }) },
  missed: { tone: 'critical', word: () => msg('Missed', { id: 'sla-dashboard.state.missed', desc: 'A month that missed its target' }) },
  unknown: { tone: 'neutral', word: () => msg('Not known', { id: 'sla-dashboard.state.unknown', desc: 'A month without enough data' }) },
};
export const stateOf = (state: ServiceLevelState) => ({ tone: states[state].tone, word: states[state].word() });

const kinds: Record<ServiceInterval['kind'], { tone: Tone; word: () => string }> = {
  outage: { tone: 'critical', word: () => msg('Outage', { id: 'sla-dashboard.kind.outage', desc: 'Kind of interval' }) },
  degraded: { tone: 'notice', word: () => msg('Slower than promised', { id: 'sla-dashboard.kind.degraded', desc: 'Kind of interval: the service worked, but not as well as promised' }) },
  maintenance: { tone: 'info', word: () => msg('Planned work', { id: 'sla-dashboard.kind.maintenance', desc: 'Kind of interval' }) },
  'waiting-for-you': { tone: 'neutral', word: () => msg('Waiting for you', { id: 'sla-dashboard.kind.waiting-for-you', desc: 'Kind of interval' }) },
  'no-data': { tone: 'neutral', word: () => msg('Not measured', { id: 'sla-dashboard.kind.no-data', desc: 'Kind of interval' }) },
};
export const kindOf = (kind: ServiceInterval['kind']) => ({ tone: kinds[kind].tone, word: kinds[kind].word() });
