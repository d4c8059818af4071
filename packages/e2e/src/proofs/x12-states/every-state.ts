import type { Route } from 'playwright-core';
import { PAYMENT_PICTURES } from '../../payment-pictures.ts';
import { type Picture, PICTURES } from '../../pictures.ts';

const line = { portlet: 'bill-viewer', path: '/bills', sign: '[slot="detail"] li', press: ['fp-bill-list tbody button', 'fp-charge-list button.opener:has-text("Roaming outside")'] } as const;
const form = { ...line, sign: 'fp-dispute-form form', press: [...line.press, '[slot="detail"] button.quiet.flush'] } as const;

const OPEN = ['in-review', 'needs-you'];
const DAY = '2026-11-20T09:30:00.000Z';

/** A bill whose every line is disputed, and the dispute as the service would tell it in this state. */
function disputed(status: string, more: object = {}): NonNullable<Picture['instead']> {
  const amount = { amount: 1198, currency: 'EUR' };
  const dispute = { id: 'd1', number: 'D-1', bill: { id: 'b1' }, amount, status, raisedAt: DAY, changedAt: DAY, description: 'I was at home.', entries: [], files: [], canAppeal: false, canWithdraw: false, ...more };
  const answer = async (route: Route) => {
    if (route.request().url().endsWith('/d1')) return route.fulfill({ json: dispute });
    const response = await route.fetch();
    const bill = (await response.json()) as { charges: object[] };
    const charges = bill.charges.map((charge) => ({ ...charge, dispute: { id: 'd1', amount, open: OPEN.includes(status) } }));
    return route.fulfill({ response, json: { ...bill, charges } });
  };
  return { of: /\/api\/v1\/(bills\/[^/?]+|disputes\/d1)(\?|$)/, answer };
}

const dispute = { ...line, sign: 'fp-dispute-status p' } as const;
const outcome = { granted: { amount: 800, currency: 'EUR' }, why: 'Two of the six days were ours.', at: DAY, creditId: 'c1' };

/** What pictures leave out: a line of a bill, its uses, and what is disputed of it. */
const MORE: readonly Picture[] = [
  { ...line, name: 'line' },
  { ...line, name: 'uses', sign: 'fp-usage-events tbody tr', press: [...line.press, '[slot="detail"] button:not(.quiet)'] },
  { ...line, name: 'papers of a bill', sign: '[part="papers"] details[open] button', press: ['fp-bill-list tbody button', '[part="papers"] summary'] },
  { ...form, name: 'dispute form' },
  { ...form, name: 'dispute form, wrong', sign: 'fp-dispute-form [aria-invalid="true"]', press: [...form.press, 'fp-dispute-form button[type="submit"]'] },
  { ...dispute, name: 'disputed', instead: disputed('in-review', { canWithdraw: true, expectedBy: DAY }) },
  { ...dispute, name: 'disputed, answer wanted', sign: 'fp-dispute-status textarea', instead: disputed('needs-you', { canWithdraw: true }) },
  { ...dispute, name: 'dispute partly granted', instead: disputed('partly-granted', { canAppeal: true, outcome }) },
  { ...dispute, name: 'dispute refused', instead: disputed('refused', { canAppeal: true, outcome: { ...outcome, granted: { amount: 0, currency: 'EUR' } } }) },
];

/** A look makes no state of its own. */
const isPlain = ({ scheme, language, width }: Picture) => scheme === undefined && language === undefined && width === undefined;

/** Every state of the portlets of billing, once. */
export const EVERY_STATE: readonly Picture[] = [...PICTURES, ...PAYMENT_PICTURES, ...MORE].filter(isPlain);
