import { Incident, IncidentDetail, IncidentList } from '@faceplate/contracts';
import * as z from 'zod/mini';
import { falling, type Order, paged, pageQuery, rising } from '../paging/page.ts';
import { type Route, route } from '../routing/route.ts';
import { follow, unfollow } from './follow.ts';
import { incidentDetail, incidents } from './incidents.ts';

/** What goes on first, then the latest. */
const NEWS: Order<Incident> = [rising(({ endedAt }) => (endedAt === undefined ? 0 : 1)), falling(({ from }) => from ?? ''), rising(({ id }) => id)];

/** What is wrong in the network, as far as it touches services of mine. */
export const incidentRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/incidents',
    summary: 'What hits services of yours now, and what did in the last 90 days.',
    detail: 'Only what hits a service of yours, and of it only what is yours: where the inventory cannot be asked, `services` is empty and a gap says so. `nextUpdate` is left out when it should have come by now.',
    query: z.object(pageQuery),
    codes: ['cursor-invalid'],
    answer: IncidentList,
    policy: { action: 'service-level.read' },
    handle: async (call) => {
      const { items, gaps } = await incidents(call);
      return { gaps, total: items.length, ...(await paged(call, items, NEWS)) };
    },
  }),
  route({
    method: 'GET',
    path: '/incidents/:incidentId',
    summary: 'One incident, with the places where you have services and how many of them are hit.',
    answer: IncidentDetail,
    policy: { action: 'service-level.read' },
    handle: incidentDetail,
  }),
  route({
    method: 'POST',
    path: '/incidents/:incidentId/follow',
    summary: 'Asks to be told when it is fixed; also says that it hits you, too.',
    detail: 'Raises one report of it, however many of your services are hit, and gives the same one again.',
    body: z.object({}),
    codes: ['incident-over', 'busy'],
    answer: Incident,
    policy: { action: 'ticket.raise' },
    handle: follow,
  }),
  route({
    method: 'DELETE',
    path: '/incidents/:incidentId/follow',
    summary: 'Takes that back: your reports of it are withdrawn.',
    answer: Incident,
    policy: { action: 'ticket.change' },
    handle: unfollow,
  }),
];
