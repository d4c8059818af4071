import type { Dictionary } from '../notation.ts';
import { shared } from '../shared.ts';
import { billing } from './billing.ts';
import { catalogue } from './catalogue.ts';
import { common } from './common.ts';
import { ordering } from './ordering.ts';
import { own } from './own.ts';
import { party } from './party.ts';
import { payment } from './payment.ts';
import { places } from './places.ts';
import { records } from './records.ts';
import { service } from './service.ts';
import { usage } from './usage.ts';

/**
 * What attributes hold in v4. One name means one shape over all its APIs, with
 * the attributes of all of them; where the files disagree (once), see `v4ShapesOf`.
 */
export const v4Shapes: Dictionary = {
  shapes: {
    ...shared,
    ...billing,
    ...catalogue,
    ...common,
    ...ordering,
    ...own,
    ...party,
    ...payment,
    ...places,
    ...records,
    ...service,
    ...usage,
  },
  unions: {},
  subtypes: {
    PaymentMethod: [
      'BankAccountDebit',
      'BankAccountTransfer',
      'BankCard',
      'Check',
      'DigitalWallet',
      'DirectDebit',
      'TokenizedCard',
      'Voucher',
    ],
  },
  plain: new Set(),
};

/** A customer's bill names all balances of the financial account, an account's own file one. */
const billsShapes: Dictionary = {
  ...v4Shapes,
  shapes: { ...v4Shapes.shapes, FinancialAccountRef: { accountBalance: 'AccountBalance[]' } },
};

/** The shapes as one API's file has them, by its number: `TMF678`. */
export const v4ShapesOf = (api: string): Dictionary => (api === 'TMF678' ? billsShapes : v4Shapes);
