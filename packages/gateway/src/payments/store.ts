import type { Attempt } from './attempt.ts';

/** What a payment holds while it is under way: one bill, or all that is open of an account. */
export interface Hold {
  account: string;
  /** Empty for the account as a whole. */
  bill: string;
}

export const holdsOf = ({ parts }: Pick<Attempt, 'parts'>): Hold[] => parts.map(({ account, bill }) => ({ account: account.id, bill: bill?.id ?? '' }));

/** Where payments are written down before anything moves. Every change is whole; of two at once only one is made. */
export interface PaymentStore {
  /**
   * Writes a new payment down and holds what it pays. Answers the one of that id when there is one, and `held` when
   * another payment holds some of it.
   */
  begin(attempt: Attempt, nextLook: number): Promise<Attempt | 'held'>;
  read(id: string): Promise<Attempt | undefined>;
  /** Those with a part on one of the accounts, newest first. */
  of(accountIds: readonly string[], limit: number): Promise<Attempt[]>;
  /** Puts `now` in the place of the version before it; `nextLook` is when somebody looks at it again, nobody ever does without. What is over holds nothing. */
  move(now: Attempt, nextLook: number | undefined): Promise<boolean>;
  /** Those to be looked at now; nobody else gets them before `until`. */
  due(now: number, until: number, limit: number): Promise<string[]>;
}
