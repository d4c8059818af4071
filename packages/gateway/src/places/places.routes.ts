import { Place, PlaceList } from '@faceplate/contracts';
import * as z from 'zod/mini';
import { type Route, route } from '../routing/route.ts';
import { placeById } from './places.backend.ts';
import { searched } from './search.ts';

export const placeRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/places',
    summary: 'Houses that begin like what is typed, or that were probably meant.',
    query: z.object({ search: z.string().check(z.trim(), z.maxLength(200)) }),
    answer: PlaceList,
    policy: { action: 'offer.read' },
    handle: (call) => searched(call, call.query.search),
  }),
  route({
    method: 'GET',
    path: '/places/:placeId',
    summary: 'A house with its flats, or one flat.',
    answer: Place,
    policy: { action: 'offer.read' },
    handle: (call) => placeById(call, call.params.placeId),
  }),
];
