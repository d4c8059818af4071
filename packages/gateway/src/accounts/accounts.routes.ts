import { AccountList } from '@faceplate/contracts';
import * as z from 'zod/mini';
import { paged, pageQuery, rising } from '../paging/page.ts';
import { type Route, route } from '../routing/route.ts';
import { readEach } from '../tmf/gather.ts';
import { settingOf } from '../tmf/setting.ts';
import { accountOf } from './accounts.adapter.ts';
import { accountsBackend } from './accounts.backend.ts';

export const accountRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/accounts',
    summary: 'The billing accounts you may see, with what is owed on each.',
    query: z.object(pageQuery),
    codes: ['cursor-invalid'],
    answer: AccountList,
    policy: { action: 'account.read' },
    handle: async (call) => {
      const backend = accountsBackend(call);
      const found = await backend.accounts();
      const { items, gaps } = readEach('TMF666', found, (body) => accountOf(body, settingOf(call), backend.origin));
      // The one to start with comes first, as in the session.
      const place = (id: string) => call.subject.accountIds.indexOf(id);
      return { ...(await paged(call, items, [rising(({ id }) => place(id)), rising(({ id }) => id)])), total: found.total, gaps };
    },
  }),
];
