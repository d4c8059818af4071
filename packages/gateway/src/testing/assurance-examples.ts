import type { Step } from './example-step.ts';

const WORK = '/service-levels/planned-work';

/** What can be asked in the world of the examples. */
export const assuranceSteps: readonly Step[] = [
  { route: 'GET /service-levels/grid', path: () => '/service-levels/grid?months=3' },
  { route: 'GET /service-levels/planned-work', path: () => WORK },
  { route: 'GET /incidents', path: () => '/incidents' },
  { route: 'GET /service-levels/planned-work/freezes', path: () => `${WORK}/freezes` },
];

const incident = {
  id: 'x2c5v8b1n4ma', title: 'Outage of Home 250', text: 'Cable cut by road works, our people are on site', area: '10437', from: '2026-11-21T06:25:00.000Z', to: '2026-11-21T09:40:00.000Z', nextUpdate: '2026-11-21T08:30:00.000Z',
  state: 'open', impact: 'down', services: [{ id: 'p3k8m1t6w9qz', name: 'Home 250', identifier: 'Kastanienhof 12, 10437 Berlin', place: 'Kastanienhof 12, 10437 Berlin' }],
  updates: [{ at: '2026-11-21T07:40:00.000Z', text: 'The hole is open, and we join the fibres one by one.' }], reports: 12, mayFollow: true,
};

const freezes = { items: [{ id: 'f3a9c1d5e7b2f4a6c8d0e1f3', from: '2026-12-14', to: '2026-12-27', reason: 'Year-end sale', organization: { id: 'n7r4d2l9c1tz', name: 'Nordlicht Logistics' }, mine: true }], for: [{ id: 'n7r4d2l9c1tz', name: 'Nordlicht Logistics' }], gaps: [] };

const feed = { url: 'https://portal.example/calendar/eyJjYWxlbmRhciI6ImMuLi4ifQ.k3Jt0rYc.ics', madeAt: '2026-11-21T08:00:00.000Z' };

/** What needs an incident, or a company, which this world has not; and links, which are another each time. */
export const GIVEN_OF_ASSURANCE = {
  'GET /incidents/:incidentId': { path: '/incidents/x2c5v8b1n4ma', response: { ...incident, places: [{ name: 'Berlin', services: 5, hit: 1 }, { services: 4, hit: 0 }], gaps: [] } },
  'POST /incidents/:incidentId/follow': { path: '/incidents/x2c5v8b1n4ma/follow', request: {}, response: { ...incident, reports: 13, ticketId: 't5h8j2k4l7sd' } },
  'DELETE /incidents/:incidentId/follow': { path: '/incidents/x2c5v8b1n4ma/follow', response: incident },
  'POST /service-levels/planned-work/freezes': { path: `${WORK}/freezes`, request: { from: '2026-12-14', to: '2026-12-27', reason: 'Year-end sale' }, response: freezes },
  'DELETE /service-levels/planned-work/freezes/:freezeId': { path: `${WORK}/freezes/f3a9c1d5e7b2f4a6c8d0e1f3`, response: { ...freezes, items: [] } },
  'POST /service-levels/planned-work/:workId/objection': {
    path: `${WORK}/w7t4l1ng5kxq/objection`, request: { words: 'Our busiest week.', notBefore: '2026-12-28' },
    response: {
      id: 'w7t4l1ng5kxq', title: 'Planned work', text: 'We renew the fibre between two exchanges', from: '2026-12-15T01:00:00.000Z', to: '2026-12-15T03:00:00.000Z', state: 'planned', announcedAt: '2026-11-14T10:00:00.000Z',
      services: [{ id: 'y5ygztbhcyii', name: 'Site Connect 1000, Hamburg terminal' }], mayObject: false,
      objection: { ticketId: 'o4b1j7e2c9tn', number: 'T-4711471147', state: 'asked', askedAt: '2026-11-21T08:00:00.000Z', words: 'Our busiest week.', notBefore: '2026-12-28' },
    },
  },
  'GET /service-levels/planned-work/feed': { path: `${WORK}/feed`, response: { ...feed, readAt: '2026-11-21T07:00:00.000Z' } },
  'POST /service-levels/planned-work/feed': { path: `${WORK}/feed`, request: {}, response: feed },
  'DELETE /service-levels/planned-work/feed': { path: `${WORK}/feed`, response: {} },
};
