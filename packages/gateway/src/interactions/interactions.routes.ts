import { InteractionList } from '@faceplate/contracts';
import { type Route, route } from '../routing/route.ts';
import { readEach } from '../tmf/gather.ts';
import { interactionOf } from './interactions.adapter.ts';
import { interactionsBackend } from './interactions.backend.ts';

export const interactionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/interactions',
    summary: 'Calls, visits and messages between you and us, newest first.',
    answer: InteractionList,
    policy: { action: 'interaction.read' },
    handle: async (call) => {
      const found = await interactionsBackend(call).interactions();
      const { items, gaps } = readEach('TMF683', found, interactionOf);
      return { items: items.toSorted((one, other) => other.at.localeCompare(one.at)), total: found.total, gaps };
    },
  }),
];
