import { Availability, Interest, InterestList, InterestRequest, SiteCheckList, SiteCheckRequest } from '@faceplate/contracts';
import * as z from 'zod/mini';
import { type Route, route } from '../routing/route.ts';
import { availabilityAt, sitesChecked } from './availability.ts';
import { forget, interestList, register } from './interests.ts';

export const availabilityRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/availability',
    summary: 'Which lines reach a place, how quick they really are, and from when.',
    query: z.object({ place: z.string().check(z.minLength(1), z.maxLength(200)) }),
    answer: Availability,
    policy: { action: 'offer.read' },
    handle: (call) => availabilityAt(call, call.query.place),
  }),
  route({
    method: 'POST',
    path: '/availability/sites',
    summary: 'Up to 200 sites at once: which of them can have a line now, and what stands in the way at the others.',
    detail: 'Each by the id of a place, or in words: `Kastanienhof 12, 10437 Berlin`. Nothing is kept.',
    body: SiteCheckRequest,
    answer: SiteCheckList,
    policy: { action: 'offer.read' },
    routeClass: 'read',
    handle: sitesChecked,
  }),
  route({
    method: 'GET',
    path: '/availability/interests',
    summary: 'What you wait for, the newest first.',
    answer: InterestList,
    policy: { action: 'interest.read' },
    signedOut: () => ({ items: [], total: 0, gaps: [] }),
    handle: interestList,
  }),
  route({
    method: 'POST',
    path: '/availability/interests',
    summary: 'Puts your name down for what is not there yet: you are written to when it is.',
    detail: 'Who has not signed in says with `email` where to. What they wait for is theirs once they have signed in.',
    body: InterestRequest,
    codes: ['available-already'],
    answer: Interest,
    status: 201,
    policy: { action: 'interest.change' },
    handle: register,
  }),
  route({
    method: 'DELETE',
    path: '/availability/interests/:interestId',
    summary: 'Takes your name off again.',
    answer: Interest,
    policy: { action: 'interest.change' },
    handle: forget,
  }),
];
