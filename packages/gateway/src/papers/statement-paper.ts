import type { LocalDate } from '@faceplate/contracts';
import { add } from '@faceplate/domain';
import type { Tenant } from '../options.ts';
import type { AccountFacts } from './account-facts.ts';
import { senderOf } from './bill-paper.ts';
import { type Formats, formatsOf, kept } from './formats.ts';
import type { Paper, PaperTable } from './paper.ts';
import type { Entry, Statement } from './statement.ts';
import type { Locale } from './words.ts';

interface Stated {
  account: AccountFacts;
  from: LocalDate;
  to: LocalDate;
  made: LocalDate;
  statements: readonly Statement[];
}

/** What moved an account's balance from day to day, and the operator's word on where it stood at the end. */
export function statementPaper({ account, from, to, made, statements }: Stated, tenant: Pick<Tenant, 'name' | 'seller'>, locale: Locale = 'en'): Paper {
  const formats = formatsOf(locale);
  const { say, day, money } = formats;
  return {
    locale,
    dir: formats.dir,
    title: say('statementOf', account.number),
    operator: tenant.seller?.name ?? tenant.name,
    sender: senderOf(tenant.seller, formats),
    facts: [
      [say('account'), `${account.name} · ${kept(locale, account.number)}`],
      [say('period'), formats.period({ from, to })],
      [say('madeOn'), day(made)],
    ],
    tables: statements.map((statement) => tableOf(statement, { from, to }, formats)),
    notes: statements.map(({ closing }) => say('confirmed', day(to), money(closing))),
    footer: `${tenant.name} · ${say('statement')} ${kept(locale, account.number)}`,
    pages: say('page', '{0}', '{1}'),
  };
}

function tableOf({ currency, opening, entries, closing }: Statement, { from, to }: { from: LocalDate; to: LocalDate }, formats: Formats): PaperTable {
  const { say, day, shortDay, money } = formats;
  let balance = opening;
  return {
    heading: `${say('statement')} ${currency}`,
    columns: [
      { title: say('what'), kind: 'text', width: 'wide' },
      { title: say('day'), kind: 'text', width: 'fit' },
      { title: say('amount'), kind: 'figure', width: 'fit' },
      { title: say('balance'), kind: 'figure', width: 'fit' },
    ],
    rows: [
      { cells: [{ text: say('opening', day(from)) }, { text: '' }, { text: '' }, { text: money(opening) }], strong: true },
      ...entries.map((entry) => {
        balance = add(balance, entry.amount);
        return { cells: [{ text: nameOf(entry, formats) }, { text: shortDay(entry.on) }, { text: money(entry.amount) }, { text: money(balance) }] };
      }),
      { cells: [{ text: say('closing', day(to)) }, { text: '' }, { text: '' }, { text: money(closing) }], strong: true },
    ],
  };
}

const NAMES = { bill: 'bill', payment: 'payment', settled: 'settledUnknown' } as const;
const nameOf = ({ kind, bill }: Entry, { locale, say }: Formats): string => `${say(NAMES[kind])} · ${kept(locale, bill)}`;
