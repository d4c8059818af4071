import { Capabilities } from '@faceplate/contracts';
import { type Route, route } from '../routing/route.ts';
import type { Capabilities as Known } from './capabilities.ts';

const told = (known: Known | undefined): Capabilities => ({
  absent: [...(known?.absent ?? [])],
  limited: [...(known?.limited ?? [])].map(([noun, limits]) => ({ noun, limits: [...limits] })),
});

export const capabilityRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/capabilities',
    summary: 'What of this API is offered here, and with which limits.',
    detail: 'Nouns under `absent` have no routes here: calls to them are answered 404 with the code `not-offered`.',
    answer: Capabilities,
    policy: { action: 'session.read' },
    passive: true,
    signedOut: ({ capabilities }) => told(capabilities),
    handle: ({ capabilities }) => Promise.resolve(told(capabilities)),
  }),
];
