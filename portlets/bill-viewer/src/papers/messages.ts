import { msg, registerMessages, str } from '@faceplate/localize';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const words = {
  pdf: () => msg('Download PDF', { id: 'bill-viewer.pdf', desc: 'Button: the bill as a file' }),
  otherForms: () => msg('In other forms', { id: 'bill-viewer.papers.others', desc: 'Unfolds more ways to have the bill as a file' }),
  page: () => msg('Web page (easy to read aloud)', { id: 'bill-viewer.papers.page', desc: 'Button: the bill as an accessible page' }),
  csv: () => msg('Table (CSV)', { id: 'bill-viewer.papers.csv', desc: 'Button: the lines of the bill as a table for spreadsheets' }),
  xml: () => msg('E-invoice (XML)', { id: 'bill-viewer.papers.xml', desc: 'Button: the bill as a file for bookkeeping programs' }),
  running: (what: string) => msg(str`Preparing the ${what}…`, { id: 'bill-viewer.papers.running', desc: 'While a file is made; its kind, PDF say' }),
  progress: (done: string, all: string) => msg(str`${done} of ${all} bills`, { id: 'bill-viewer.papers.progress', desc: 'While the bills of a year are packed' }),
  done: (what: string) => msg(str`The ${what} is in your downloads.`, { id: 'bill-viewer.papers.done', desc: 'After a file was saved; its kind' }),
  failed: (what: string) => msg(str`The ${what} could not be made. Try again.`, { id: 'bill-viewer.papers.failed', desc: 'When a file could not be had; its kind' }),
  unfit: () => msg('This bill cannot be made into an e-invoice. Take the PDF.', { id: 'bill-viewer.papers.unfit', desc: 'When a bill does not fit the form of an e-invoice' }),
  heading: () => msg('Papers', { id: 'bill-viewer.papers.heading', desc: 'Heading over what can be downloaded' }),
  year: () => msg('All bills of', { id: 'bill-viewer.papers.year', desc: 'Label before a choice of years' }),
  zip: () => msg('Download as one file (ZIP)', { id: 'bill-viewer.papers.zip', desc: 'Button: the bills of a year' }),
  stop: () => msg('Stop', { id: 'bill-viewer.papers.stop', desc: 'Button: ends a download' }),
  statement: () => msg('Statement of an account', { id: 'bill-viewer.papers.statement', desc: 'Unfolds what is needed for a statement' }),
  statementHelp: () => msg('What was billed and paid between two days, and what is open: for a landlord, a move, the tax office.', { id: 'bill-viewer.papers.statement.help', desc: 'Says what a statement is for' }),
  account: () => msg('Account', { id: 'bill-viewer.papers.account', desc: 'Label: whose statement' }),
  from: () => msg('From', { id: 'bill-viewer.papers.from', desc: 'Label: first day of a statement' }),
  to: () => msg('To', { id: 'bill-viewer.papers.to', desc: 'Label: last day of a statement' }),
  letter: () => msg('Confirmation of balance', { id: 'bill-viewer.papers.letter', desc: 'Unfolds a letter on what an account owes today' }),
  letterHelp: () => msg('Our word on what this account owes today, or that it owes nothing: for a landlord or a bank.', { id: 'bill-viewer.papers.letter.help', desc: 'Says what the letter is for' }),
  letterPdf: () => msg('Download letter', { id: 'bill-viewer.papers.letter.pdf', desc: 'Button: the letter as a PDF' }),
  letterPage: () => msg('Letter as a web page', { id: 'bill-viewer.papers.letter.page', desc: 'Button: the letter as an accessible page' }),
  interim: () => msg('A bill before the month is over', { id: 'bill-viewer.papers.interim', desc: 'Unfolds how to get a bill before its time' }),
  statementPdf: () => msg('Download statement', { id: 'bill-viewer.papers.statement.pdf', desc: 'Button: the statement as a PDF' }),
};
