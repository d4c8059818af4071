import type { Account } from './accounts.ts';
import { accountRef } from './accounts.ts';
import type { Draft } from './draft.ts';
import { dataIn } from './included.ts';
import { type Line, productRef } from './lines.ts';
import { partyRef } from './parties.ts';
import { dayIn, iso } from './zone.ts';
import { isBeyond } from './usage.ts';
import type { Quantity } from '../balance/quantity.ts';
import { accumulatedBody } from '../balance/accumulated.ts';
import { bucketIn, written } from '../balance/bucket.ts';
import type { Resource } from '../store/store.ts';

/** What a plan includes of data each month; undefined where it has no end, or none. */
const allowanceOf = ({ offer, endedAt, suspended }: Line): Quantity | undefined => (endedAt !== undefined || suspended ? undefined : dataIn(offer.family));

const hundredths = (amount: number): number => Math.round(amount * 100) / 100;

/** What a line has used of its allowance this month: more as the month goes on, and of a few all of it. */
function usedOf(draft: Draft, line: Line, { amount }: Quantity): number {
  // Who pays for more has used up what there was.
  if (isBeyond(draft, line, draft.month)) return amount;
  const from = Math.max(dayIn(draft.month), line.startedAt);
  const gone = Math.max(0, draft.now - from) / (dayIn(draft.month + 1) - dayIn(draft.month));
  const appetite = draft.dice('appetite', line.id, draft.month).between(30, 125) / 100;
  return hundredths(Math.min(amount, amount * gone * appetite));
}

function bucketBody(draft: Draft, account: Account, lines: readonly Line[], { amount, units }: Quantity, used: number): Resource {
  const [first] = lines;
  const isShared = lines.length > 1;
  const begun = iso(Math.max(dayIn(draft.month), first?.startedAt ?? 0));
  const users = lines.map(({ user }) => user);
  return written({
    ...bucketIn({
      id: draft.id('bucket', account.id, isShared ? 'shared' : (first?.id ?? '')),
      name: isShared ? 'Data for everybody' : `${first?.offer.name ?? ''}: data`,
      status: 'active',
      usageType: 'data',
      isShared,
      amount: { amount, units },
      requestedDate: begun,
      confirmationDate: begun,
      product: lines.map(productRef),
      partyAccount: accountRef(account),
      relatedParty: [...new Map(users.map((user) => [user.id, partyRef(user, 'user')])).values()],
      validFor: { startDateTime: iso(dayIn(draft.month)), endDateTime: iso(dayIn(draft.month + 1)) },
      renewal: 'monthly',
    }),
    remaining: hundredths(amount - used),
  });
}

const SHARED: Quantity = { amount: 50, units: 'GB' };

/** The data allowances of an account's lines, as far as they are used up this month; lines of a team share another. */
export function writeAllowances(draft: Draft, account: Account): Resource[] {
  const buckets: Resource[] = [];
  for (const line of account.lines) {
    const allowance = allowanceOf(line);
    if (allowance) buckets.push(bucketBody(draft, account, [line], allowance, usedOf(draft, line, allowance)));
  }
  const team = account.lines.filter(({ offer, endedAt }) => offer.family.key === 'team-20' && endedAt === undefined);
  if (team.length > 2) buckets.push(bucketBody(draft, account, team, SHARED, draft.dice('shared', account.id).between(4, 30)));
  for (const bucket of buckets) draft.add('bucket', bucket);
  if (buckets.length > 0) draft.add('accumulatedBalance', accumulatedBody(account.id, 'data', buckets));
  return buckets;
}
