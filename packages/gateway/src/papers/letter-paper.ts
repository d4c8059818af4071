import type { AccountBalance, LocalDate, Money } from '@faceplate/contracts';
import type { Tenant } from '../options.ts';
import type { AccountFacts } from './account-facts.ts';
import { senderOf } from './bill-paper.ts';
import { type Formats, formatsOf, kept } from './formats.ts';
import type { Paper, PaperTable } from './paper.ts';
import type { Recipient } from './buyer.ts';
import { recipientLines } from './recipient.ts';
import type { Locale } from './words.ts';

/** An account's six figures on a day; one entry a currency. */
export interface Confirmed {
  account: Pick<AccountFacts, 'name' | 'number'>;
  on: LocalDate;
  figures: readonly AccountBalance[];
  recipient?: Recipient | undefined;
}

/** The operator's word on what an account owes on a day: for a landlord, a lender, or whoever takes the account over. */
export function letterPaper({ account, on, figures, recipient }: Confirmed, tenant: Pick<Tenant, 'name' | 'seller'>, locale: Locale = 'en'): Paper {
  const formats = formatsOf(locale);
  const { say, day } = formats;
  return {
    locale,
    dir: formats.dir,
    title: say('letter'),
    operator: tenant.seller?.name ?? tenant.name,
    sender: senderOf(tenant.seller, formats),
    ...(recipient && { recipient: { title: say('letterTo'), lines: recipientLines(recipient, tenant, locale) } }),
    facts: [
      [say('account'), `${account.name} · ${kept(locale, account.number)}`],
      [say('asOf'), day(on)],
      [say('owed'), figures.map(({ position }) => owedIn(position, formats)).join(' · ')],
    ],
    tables: figures.map((one) => tableOf(one, formats)),
    notes: figures.map((one) => confirmation(one, { account, on }, formats)),
    footer: `${tenant.name} · ${say('letter')} ${kept(locale, account.number)}`,
    pages: say('page', '{0}', '{1}'),
  };
}

const owedIn = (position: Money, { say, money }: Formats): string => (position.amount > 0 ? money(position) : say('nothing'));

const ROWS = [['due', 'due'], ['overdue', 'overdue'], ['disputed', 'disputed'], ['scheduled', 'scheduled'], ['credit', 'inFavour'], ['unbilled', 'unbilled']] as const;

/** All six, also those that are nothing: whoever reads it need not ask whether one was left out. */
function tableOf(figures: AccountBalance, { say, money }: Formats): PaperTable {
  const { currency } = figures.position;
  return {
    heading: say('figures', currency),
    columns: [{ title: say('what'), kind: 'text', width: 'wide' }, { title: say('amount'), kind: 'figure', width: 'fit' }],
    rows: [
      ...ROWS.map(([figure, word]) => ({ cells: [{ text: say(word) }, { text: money(figures[figure]) }] })),
      { cells: [{ text: say('together') }, { text: money(figures.position) }], strong: true },
    ],
  };
}

function confirmation({ position, overdue }: AccountBalance, { account, on }: Pick<Confirmed, 'account' | 'on'>, { say, day, money }: Formats): string {
  const { number } = account;
  if (position.amount === 0) return say('owesNothing', day(on), number);
  if (position.amount < 0) return say('owesNothingAndMore', day(on), number, money({ ...position, amount: 0 - position.amount }));
  return `${say('owes', day(on), money(position), number)} ${overdue.amount > 0 ? say('someLate', money(overdue)) : say('noneLate')}`;
}
