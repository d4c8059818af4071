import { type Account, AccountList } from '@faceplate/contracts';
import type { List } from '@faceplate/contracts';
import type { RequestOptions } from './send.ts';
import type { Wire } from './wire.ts';

export interface AccountsClient {
  list(options?: RequestOptions): Promise<List<Account>>;
}

export const accountsClient = ({ read }: Wire): AccountsClient => ({
  list: (options) => read('/accounts', AccountList, ['accounts', 'bills'], options),
});
