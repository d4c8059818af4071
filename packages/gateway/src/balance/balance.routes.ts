import { BalanceSheet } from '@faceplate/contracts';
import { type Route, route } from '../routing/route.ts';
import { balanceSheet } from './sheet.ts';

export const balanceRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/balance',
    summary: 'What is due, overdue, disputed, scheduled, in your favour and not billed yet, account by account and in all.',
    detail: 'Each open cent stands in exactly one of the six figures; `position` is their sum. An account that could not be read whole is in no row and no total; `gaps` says what is missing. Bills on hold count as disputed: they are not to be paid now. Amounts of several currencies are never added.',
    answer: BalanceSheet,
    policy: { action: 'account.read' },
    handle: (call) => balanceSheet(call),
  }),
];
