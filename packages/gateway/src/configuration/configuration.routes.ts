import { Configuration, ConfigurationRequest } from '@faceplate/contracts';
import { type Route, route } from '../routing/route.ts';
import { configured } from './configure.ts';

export const configurationRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/configuration',
    summary: 'What can be chosen of an offer or of a product of yours, what is chosen so far, and what that costs.',
    detail: 'A choice that does not go together says why, and `mended` is the nearest one that does. Nothing is kept.',
    body: ConfigurationRequest,
    answer: Configuration,
    policy: { action: 'offer.read' },
    routeClass: 'read',
    handle: (call) => configured(call, call.body),
  }),
];
