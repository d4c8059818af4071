import { cents, decimal, percent, places, total, within } from './decimal.ts';
import { type Amount, type Invoice, vatGroups, vatTotal } from './invoice.ts';
import { adjustmentsOf, ofEachAdjustment, ofEachLine, ofEachLineAdjustment, type Rule, rule, whereThere } from './rule.ts';

const value = (amount: Amount | undefined): bigint | undefined => decimal(amount?.value);

/** Where both are there, the one is the other. What is missing is said by another rule. */
const agrees = (stated: Amount | undefined, reckoned: bigint | undefined): boolean => {
  const said = value(stated);
  return stated === undefined || (said !== undefined && said === reckoned);
};

/** Something left out of a sum counts as nothing. */
const orNothing = (amount: Amount | undefined): bigint | undefined => (amount === undefined ? 0n : value(amount));

function reckon(parts: readonly (readonly [1n | -1n, bigint | undefined])[]): bigint | undefined {
  let sum = 0n;
  for (const [sign, part] of parts) {
    if (part === undefined) return undefined;
    sum += sign * part;
  }
  return sum;
}

const adjusted = (invoice: Invoice, charge: boolean) => total(adjustmentsOf(invoice, charge).map(({ amount }) => amount?.value));

const fine = (amount: Amount | undefined): boolean => whereThere(amount?.value, (text) => places(text) <= 2);

const total2 = (id: string, name: string, of: (invoice: Invoice) => Amount | undefined): Rule => rule(id, `${name} has at most two decimals.`, (invoice) => fine(of(invoice)));

/** How the sums hang together (EN 16931-1, 6.4.2 "conditions"), and how fine they may be. */
export const amountRules: readonly Rule[] = [
  rule('BR-CO-10', 'The lines’ net amounts add up to their sum.', ({ totals, lines }) => agrees(totals.lines, total(lines.map(({ net }) => net?.value)))),
  rule('BR-CO-11', 'The allowances add up to their sum.', (invoice) => (adjustmentsOf(invoice, false).length === 0 && invoice.totals.allowances === undefined) || agrees(invoice.totals.allowances ?? { value: '0' }, adjusted(invoice, false))),
  rule('BR-CO-12', 'The charges add up to their sum.', (invoice) => (adjustmentsOf(invoice, true).length === 0 && invoice.totals.charges === undefined) || agrees(invoice.totals.charges ?? { value: '0' }, adjusted(invoice, true))),
  rule('BR-CO-13', 'The total without tax is the lines less allowances and with charges.', ({ totals }) =>
    agrees(totals.net, reckon([[1n, orNothing(totals.lines)], [-1n, orNothing(totals.allowances)], [1n, orNothing(totals.charges)]]))),
  rule('BR-CO-14', 'The groups’ taxes add up to the tax.', (invoice) => agrees(vatTotal(invoice), total(vatGroups(invoice).map(({ tax }) => tax?.value)))),
  rule('BR-CO-15', 'The total with tax is the total without and the tax.', (invoice) => agrees(invoice.totals.gross, reckon([[1n, value(invoice.totals.net)], [1n, orNothing(vatTotal(invoice))]]))),
  rule('BR-CO-16', 'What is to be paid is the total less what was paid, and what was rounded.', ({ totals }) =>
    agrees(totals.payable, reckon([[1n, value(totals.gross)], [-1n, orNothing(totals.prepaid)], [1n, orNothing(totals.rounding)]]))),
  // The norm says "times its rate, rounded to two decimals"; the rules it is checked by, CEN's, let lines be rounded by themselves.
  rule('BR-CO-17', 'A group’s tax is what is taxed times its rate, less than one unit of the currency apart.', (invoice) =>
    vatGroups(invoice).every(({ base, tax, rate }) => {
      const [taxed, at] = [value(base), rate === undefined ? 0n : decimal(rate)];
      const said = value(tax);
      return taxed === undefined || at === undefined || (said !== undefined && within(said, cents(percent(taxed, at))));
    })),

  ofEachAdjustment('BR-DEC-01', 'An allowance has at most two decimals.', false, ({ amount }) => fine(amount)),
  ofEachAdjustment('BR-DEC-02', 'What an allowance is reckoned on has at most two decimals.', false, ({ base }) => fine(base)),
  ofEachAdjustment('BR-DEC-05', 'A charge has at most two decimals.', true, ({ amount }) => fine(amount)),
  ofEachAdjustment('BR-DEC-06', 'What a charge is reckoned on has at most two decimals.', true, ({ base }) => fine(base)),
  total2('BR-DEC-09', 'The sum of the lines', ({ totals }) => totals.lines),
  total2('BR-DEC-10', 'The sum of allowances', ({ totals }) => totals.allowances),
  total2('BR-DEC-11', 'The sum of charges', ({ totals }) => totals.charges),
  total2('BR-DEC-12', 'The total without tax', ({ totals }) => totals.net),
  total2('BR-DEC-13', 'The tax', vatTotal),
  total2('BR-DEC-14', 'The total with tax', ({ totals }) => totals.gross),
  total2('BR-DEC-15', 'The tax in the currency it is accounted in', ({ taxTotals, taxCurrency }) => (taxCurrency === undefined ? undefined : taxTotals.find(({ amount }) => amount?.currency === taxCurrency)?.amount)),
  total2('BR-DEC-16', 'What was paid', ({ totals }) => totals.prepaid),
  total2('BR-DEC-17', 'What was rounded', ({ totals }) => totals.rounding),
  total2('BR-DEC-18', 'What is to be paid', ({ totals }) => totals.payable),
  rule('BR-DEC-19', 'What a group taxes has at most two decimals.', (invoice) => vatGroups(invoice).every(({ base }) => fine(base))),
  rule('BR-DEC-20', 'A group’s tax has at most two decimals.', (invoice) => vatGroups(invoice).every(({ tax }) => fine(tax))),
  ofEachLine('BR-DEC-23', 'A line’s net amount has at most two decimals.', ({ net }) => fine(net)),
  ofEachLineAdjustment('BR-DEC-24', 'A line’s allowance has at most two decimals.', false, ({ amount }) => fine(amount)),
  ofEachLineAdjustment('BR-DEC-25', 'What a line’s allowance is reckoned on has at most two decimals.', false, ({ base }) => fine(base)),
  ofEachLineAdjustment('BR-DEC-27', 'A line’s charge has at most two decimals.', true, ({ amount }) => fine(amount)),
  ofEachLineAdjustment('BR-DEC-28', 'What a line’s charge is reckoned on has at most two decimals.', true, ({ base }) => fine(base)),
];
