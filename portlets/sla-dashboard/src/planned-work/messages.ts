import { msg, plural, registerMessages } from '@faceplate/localize';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const words = {
  heading: () => msg('Planned work', { id: 'sla-dashboard.work.heading', desc: 'Heading over work that is announced' }),
  none: () => msg('No work is planned on your services.', { id: 'sla-dashboard.work.none', desc: 'When nothing is announced' }),
  cannot: () => msg('We cannot say right now what is planned.', { id: 'sla-dashboard.work.cannot', desc: 'The list of planned work could not be read' }),
  running: () => msg('Under way', { id: 'sla-dashboard.work.running', desc: 'State of planned work' }),
  services: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {# of your services} other {# of your services}}', { id: 'sla-dashboard.work.services', desc: 'Opens the names of the services that planned work touches' }), locale),
  calendar: () => msg('Into my calendar', { id: 'sla-dashboard.work.calendar', desc: 'Button: planned work as a calendar file' }),
  csv: () => msg('All months and intervals (CSV)', { id: 'sla-dashboard.work.csv', desc: 'Button: every figure and interval as a table' }),
  failed: () => msg('The file could not be made. Try again in a moment.', { id: 'sla-dashboard.work.failed', desc: 'A download failed' }),
};
