import type { Action } from '../policy/actions.ts';
import type { Facts } from '../policy/decide.ts';
import type { Call } from '../routing/route.ts';
import { type OwnRows, ownRecord, ownRows } from '../tmf/owned.ts';
import { text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';

/** What the account routes need from the other side (TMF666). */
export interface AccountsBackend {
  readonly origin: string;
  accounts(): Promise<OwnRows>;
  /** One that an order may be billed to: to see what is owed on it is another right. */
  billable(id: string): Promise<TmfBody>;
  /** One with which `action` may be done. */
  account(id: string, action: Action): Promise<TmfBody>;
}

/** An account is whose list of accounts holds it; the parties it names are not asked. */
const itself = (body: TmfBody): Facts => ({ accountIds: [text(body, 'id') ?? ''] });

export const accountsBackend = (call: Call): AccountsBackend => ({
  origin: call.tmf('TMF666').origin,
  account: (id, action) => ownRecord(call, 'TMF666', 'billingAccount', id, { facts: itself, action }),
  accounts: () => ownRows(call, 'TMF666', 'billingAccount', { by: 'id', ids: call.subject.accountIds }, { facts: itself }),
  billable: (id) => ownRecord(call, 'TMF666', 'billingAccount', id, { facts: itself, action: 'account.use' }),
});
