import { InteractionList } from '@faceplate/contracts';
import type { RequestOptions } from './send.ts';
import type { Wire } from './wire.ts';

export interface InteractionsClient {
  list(options?: RequestOptions): Promise<InteractionList>;
}

export const interactionsClient = ({ read }: Wire): InteractionsClient => ({
  list: (options) => read('/interactions', InteractionList, ['interactions', 'tickets', 'orders'], options),
});
