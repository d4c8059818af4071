import type { Route } from 'playwright-core';
import type { Picture } from './pictures.ts';

const SECOND = { status: 500, contentType: 'application/problem+json', body: JSON.stringify({ status: 500, code: 'internal', title: 'Not now.', trace: '4bf92f3577b34da6' }) };

const list = /\/api\/v1\/incidents(\?|$)/;
const told = (json: object) => (route: Route) => route.fulfill({ json });

/** All that hits a company, and the one that goes on: a company of places, some of them hit. */
const all = { portlet: 'sla-dashboard', path: '/service-levels/incidents', who: 'bilal', sign: '[part="history"] li' } as const;
const one = { ...all, sign: 'fp-incident-places li', press: ['[part="incidents"] li[data-incident] button'] } as const;

const day = (days: number, hour: string) => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T${hour}:00:00.000Z`;
const freeze = { id: 'f1', from: day(20, '00').slice(0, 10), to: day(33, '00').slice(0, 10), reason: 'Year-end sale', organization: { id: 'o1', name: 'Nordlicht Logistics' }, mine: true };
const services = [{ id: 's1', name: 'Site Connect 1000, Hamburg terminal' }, { id: 's2', name: 'Voice Trunk 10, Hamburg terminal' }];
const work = { title: 'Planned work', text: 'We renew the fibre between two exchanges', state: 'planned', services };
const asked = { ticketId: 't1', number: 'T-4711471147', askedAt: day(-1, '09'), words: 'Our busiest weeks of the year.', notBefore: day(34, '00').slice(0, 10) };

/** Work that falls into days without work: one piece to be asked about, one that was moved, one that stays. */
const works = [
  { ...work, id: 'w1', from: day(22, '10'), to: day(22, '12'), conflicts: [freeze], mayObject: true },
  { ...work, id: 'w2', from: day(40, '01'), to: day(40, '04'), text: 'New software for the routers', objection: { ...asked, state: 'moved', answer: 'We have moved the work.', answeredAt: day(0, '08') }, mayObject: true },
  { ...work, id: 'w3', from: day(24, '01'), to: day(24, '02'), text: 'A power line is renewed', conflicts: [freeze], objection: { ...asked, state: 'refused', answer: 'The crane is hired for that day.', answeredAt: day(0, '08') }, mayObject: true },
];

const feed = { url: 'https://portal.example/calendar/eyJjYWxlbmRhciI6ImM0NzExIn0.k3Jt0rYcVx1Zc5u7Qe2tYw9hLr4kNf6aPd8gTi0oSxA.ics', madeAt: day(-3, '08'), readAt: day(0, '07') };

const planned = {
  of: /\/api\/v1\/service-levels\/planned-work(\/freezes|\/feed)?$/,
  answer: (route: Route) => {
    const url = route.request().url();
    if (url.endsWith('/feed')) return route.fulfill({ json: feed });
    if (url.endsWith('/freezes')) return route.fulfill({ json: { items: [freeze], for: [freeze.organization], gaps: [] } });
    return route.fulfill({ json: { items: works, total: works.length, gaps: [], zone: 'Europe/Berlin' } });
  },
};

const page = { ...all, path: '/service-levels/planned-work', sign: '[part="conflict"]', instead: planned } as const;
const bare = { ...all, path: '/service-levels/planned-work' } as const;
const object = { ...page, sign: '[data-object] textarea', press: ['summary:has-text("Ask to have it moved") >> nth=0'] } as const;

export const INCIDENT_PICTURES: readonly Picture[] = [
  { ...all, name: 'incidents' },
  { ...all, name: 'incidents-phone', width: 320 },
  { ...all, name: 'incidents-none', sign: '[part="incidents"] p', instead: { of: list, answer: told({ items: [], total: 0, gaps: [] }) } },
  { ...all, name: 'incidents-missing', sign: '[part="note"]', instead: { of: list, answer: told({ items: [], total: 0, gaps: [{ source: 'Products', reason: 'unreachable' }] }) } },
  { ...all, name: 'incidents-offline', sign: '[part="problem"]', instead: { of: list, answer: (route) => route.abort() } },
  { ...one, name: 'incident' },
  { ...one, name: 'incident-dark', scheme: 'dark' },
  { ...one, name: 'incident-arabic', language: 'ar' },
  { ...one, name: 'incident-phone', width: 320 },
  { ...one, name: 'incident-lost', sign: '[part="follow"] [part="problem"]', press: [...one.press, '[data-follow]'], instead: { of: /\/follow$/, answer: (route) => route.abort() } },
  { ...all, name: 'incident-gone', path: '/service-levels/incidents/nobodys', sign: '[part="problem"]' },
  { ...page, name: 'planned-work' },
  { ...page, name: 'planned-work-dark', scheme: 'dark' },
  { ...page, name: 'planned-work-arabic', language: 'ar' },
  { ...page, name: 'planned-work-phone', width: 320 },
  { ...object, name: 'planned-work-object' },
  { ...object, name: 'planned-work-why', sign: '[data-object] [aria-invalid="true"]', press: [...object.press, '[data-object] button'] },
  { ...bare, name: 'planned-work-feed', sign: '[data-make]' },
  { ...bare, name: 'planned-work-days', sign: '#freeze-problem', press: ['[data-freeze-form] button'] },
  { ...bare, name: 'planned-work-failed', sign: '[part="problem"]', instead: { of: planned.of, answer: (route) => route.fulfill(SECOND) } },
];
