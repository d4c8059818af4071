import { offerNoun } from '@faceplate/client';
import { InteractionList } from '@faceplate/contracts';
import type { RequestOptions } from '../send.ts';
import type { Wire } from '../wire.ts';

export interface InteractionsClient {
  list(options?: RequestOptions): Promise<InteractionList>;
}

const interactionsClient = ({ read }: Wire): InteractionsClient => ({
  list: (options) => read('/interactions', InteractionList, ['interactions', 'tickets', 'orders'], options),
});

declare module '../nouns.ts' {
  interface Nouns {
    readonly interactions: InteractionsClient;
  }
}

offerNoun('interactions', ({ wire }) => interactionsClient(wire));
