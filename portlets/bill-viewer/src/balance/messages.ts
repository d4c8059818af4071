import type { BalanceSheet } from '@faceplate/contracts';
import { msg, registerMessages, str } from '@faceplate/localize';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const words = {
  sum: () => msg('How it adds up', { id: 'bill-viewer.sum', desc: 'Over the six figures of all accounts and their sum' }),
  sumByAccount: () => msg('Account by account', { id: 'bill-viewer.sum.by-account', desc: 'Unfolds the six figures of each account' }),
  month: () => msg('Month', { id: 'bill-viewer.month', desc: 'Column of the chart as a table' }),
  trendSame: (month: string) => msg(str`The same as in ${month}`, { id: 'bill-viewer.trend.same', desc: 'Title of the chart when two months are equal' }),
  trendMore: (amount: string, month: string) => msg(str`${amount} more than in ${month}`, { id: 'bill-viewer.trend.more', desc: 'Title of the chart: difference to the month before' }),
  trendLess: (amount: string, month: string) => msg(str`${amount} less than in ${month}`, { id: 'bill-viewer.trend.less', desc: 'Title of the chart: difference to the month before' }),
  trendOnly: () => msg('Your last twelve months', { id: 'bill-viewer.trend.only', desc: 'Title of the chart when there is nothing to compare' }),
};

/** The six figures and their sum. */
export type Figure = Exclude<keyof BalanceSheet['totals'][number], 'currency'>;

const figures: Record<Figure, { name: () => string; meaning: () => string }> = {
  due: {
    name: () => msg('Due', { id: 'bill-viewer.figure.due', desc: 'Figure: owed and not late' }),
    meaning: () => msg('On your bills, to be paid by their dates.', { id: 'bill-viewer.figure.due.meaning', desc: 'Explains the figure' }),
  },
  overdue: {
    name: () => msg('Overdue', { id: 'bill-viewer.figure.overdue', desc: 'Figure: owed and late' }),
    meaning: () => msg('On your bills, and past their dates.', { id: 'bill-viewer.figure.overdue.meaning', desc: 'Explains the figure' }),
  },
  disputed: {
    name: () => msg('In dispute', { id: 'bill-viewer.figure.disputed', desc: 'Figure: held back while a dispute lasts' }),
    meaning: () => msg('Held back until it is decided whether it is right. You need not pay it now.', { id: 'bill-viewer.figure.disputed.meaning', desc: 'Explains the figure' }),
  },
  scheduled: {
    name: () => msg('On its way', { id: 'bill-viewer.figure.scheduled', desc: 'Figure: a payment is under way' }),
    meaning: () => msg('A payment is under way, or will be taken by itself on the day.', { id: 'bill-viewer.figure.scheduled.meaning', desc: 'Explains the figure' }),
  },
  credit: {
    name: () => msg('Your credit', { id: 'bill-viewer.figure.credit', desc: 'Figure: in favour of the customer' }),
    meaning: () => msg('Money of yours that we hold.', { id: 'bill-viewer.figure.credit.meaning', desc: 'Explains the figure' }),
  },
  unbilled: {
    name: () => msg('Not on a bill yet', { id: 'bill-viewer.figure.unbilled', desc: 'Figure: run up since the last bill' }),
    meaning: () => msg('Run up since your last bill. It comes with the next one.', { id: 'bill-viewer.figure.unbilled.meaning', desc: 'Explains the figure' }),
  },
  position: {
    name: () => msg('All together', { id: 'bill-viewer.figure.position', desc: 'The six figures added up' }),
    meaning: () => msg('If everything were settled today. With a minus sign it is in your favour.', { id: 'bill-viewer.figure.position.meaning', desc: 'Explains the sum' }),
  },
};
export const figureWords = (figure: Figure) => ({ name: figures[figure].name(), meaning: figures[figure].meaning() });
