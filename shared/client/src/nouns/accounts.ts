import { offerNoun } from '@faceplate/client';
import { type Account, AccountList, Consolidation } from '@faceplate/contracts';
import type { List } from '@faceplate/contracts';
import type { RequestOptions, SendOptions } from '../send.ts';
import type { Wire } from '../wire.ts';

type Sending = Omit<SendOptions, 'body'>;

export interface AccountsClient {
  list(options?: RequestOptions): Promise<List<Account>>;
  /** On whose bill the charges of an account stand, and on whose they could. */
  consolidation(accountId: string, options?: RequestOptions): Promise<Consolidation>;
  /** Has them stand on the bill of another from the next bill on; also takes back an end that is to come. */
  join(accountId: string, holderId: string, options?: Sending): Promise<Consolidation>;
  /** Has them on a bill of its own again from the next bill on; takes back what is to come. */
  separate(accountId: string, options?: Sending): Promise<Consolidation>;
}

const accountsClient = ({ read, write }: Wire): AccountsClient => {
  const at = (accountId: string) => `/accounts/${encodeURIComponent(accountId)}/consolidation` as const;
  return {
    list: (options) => read('/accounts', AccountList, ['accounts', 'bills'], options),
    consolidation: (accountId, options) => read(at(accountId), Consolidation, ['accounts', 'bills'], options),
    join: (accountId, holderId, options) => write(`POST ${at(accountId)}`, Consolidation, ['accounts'], { ...options, body: { with: holderId } }),
    separate: (accountId, options) => write(`POST ${at(accountId)}/end`, Consolidation, ['accounts'], { ...options, body: {} }),
  };
};

declare module '../nouns.ts' {
  interface Nouns {
    readonly accounts: AccountsClient;
  }
}

offerNoun('accounts', ({ wire }) => accountsClient(wire));
