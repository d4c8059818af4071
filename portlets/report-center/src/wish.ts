import type { SavedReport, SpendBy } from '@faceplate/contracts';
import { BYS } from './messages.ts';

/** What of spending is wanted. */
export interface Wish {
  readonly by: SpendBy;
  readonly months: number;
  /** Billing account id; empty for all. */
  readonly accountId: string;
}

/** The same as attributes and parameters of the address say it; what is empty is not asked for. */
export interface Asked {
  readonly by: string;
  readonly months: string;
  readonly account: string;
}

export const NOTHING_ASKED: Asked = { by: '', months: '', account: '' };

/** All accounts, said in so many letters: a report about one of them would else be about that one. */
export const ALL = 'all';

export const SPANS: readonly number[] = [3, 6, 12, 24];
const [LEAST, MOST] = [2, 24];

export const USUAL: Wish = { by: 'service', months: 6, accountId: '' };

export const wishOfReport = ({ by, months, account }: SavedReport): Wish => ({ by, months, accountId: account?.id ?? '' });

/** What is asked for over what would be shown else. An address is written by hand at times: what cannot be is not asked for. */
export function wishOf(asked: Asked, base: Wish): Wish {
  const months = Number(asked.months);
  return {
    by: BYS.find((by) => by === asked.by) ?? base.by,
    months: Number.isInteger(months) && months >= LEAST && months <= MOST ? months : base.months,
    accountId: asked.account === ALL ? '' : asked.account || base.accountId,
  };
}

/** What must be asked for so that `wish` is shown: no more than what differs from `base`. */
export function askedFor(wish: Wish, base: Wish): Asked {
  return {
    by: wish.by === base.by ? '' : wish.by,
    months: wish.months === base.months ? '' : String(wish.months),
    account: wish.accountId === base.accountId ? '' : wish.accountId || ALL,
  };
}

export const isSame = (one: Wish, other: Wish): boolean => one.by === other.by && one.months === other.months && one.accountId === other.accountId;

/** Where a report is, or the page of all of them. */
export function addressOf(reportId = '', asked: Asked = NOTHING_ASKED): string {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value));
  return `/reports${reportId && `/${encodeURIComponent(reportId)}`}${query.size > 0 ? `?${query}` : ''}`;
}
