import { type Interaction, InteractionList } from '@faceplate/contracts';
import * as z from 'zod/mini';
import { falling, type Order, paged, pageQuery } from '../paging/page.ts';
import { type Route, route } from '../routing/route.ts';
import { readEach } from '../tmf/gather.ts';
import { interactionOf } from './interactions.adapter.ts';
import { interactionsBackend } from './interactions.backend.ts';

const NEWEST: Order<Interaction> = [falling(({ at }) => at), falling(({ id }) => id)];

export const interactionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/interactions',
    summary: 'Calls, visits and messages between you and us, newest first.',
    query: z.object(pageQuery),
    codes: ['cursor-invalid'],
    answer: InteractionList,
    policy: { action: 'interaction.read' },
    handle: async (call) => {
      const found = await interactionsBackend(call).interactions();
      const { items, gaps } = readEach('TMF683', found, interactionOf);
      return { ...(await paged(call, items, NEWEST)), total: found.total, gaps };
    },
  }),
];
