import type { Payment } from '@faceplate/contracts';
import { localDate } from '@faceplate/domain';
import type { Tenant } from '../options.ts';
import { senderOf } from './bill-paper.ts';
import { formatsOf, kept } from './formats.ts';
import type { Paper } from './paper.ts';
import type { Locale } from './words.ts';

/** That something was paid: when, by what, and for which bills and accounts. */
export function receiptPaper(payment: Payment, tenant: Pick<Tenant, 'name' | 'zone' | 'seller'>, locale: Locale = 'en'): Paper {
  const formats = formatsOf(locale);
  const { say, money, day } = formats;
  const { amount, means, parts, reference } = payment;
  return {
    locale,
    dir: formats.dir,
    title: say('receiptOf', money(amount)),
    operator: tenant.seller?.name ?? tenant.name,
    sender: senderOf(tenant.seller, formats),
    facts: [
      [say('reference'), reference],
      [say('paidOn'), day(localDate(payment.settledAt ?? payment.at, tenant.zone))],
      ...(means ? [[say('paidBy'), means.name] as const] : []),
    ],
    tables: [
      {
        heading: say('paidFor'),
        columns: [
          { title: say('bill'), kind: 'text', width: 'wide' },
          { title: say('account'), kind: 'text', width: 'wide' },
          { title: amount.currency, kind: 'figure', width: 'fit' },
        ],
        rows: [
          ...parts.map((part) => ({ cells: [{ text: part.bill?.number ?? say('onAccount') }, { text: part.account.name }, { text: money(part.amount) }] })),
          { cells: [{ text: say('total') }, { text: '' }, { text: money(amount) }], strong: true },
        ],
      },
    ],
    notes: [],
    footer: `${tenant.name} · ${say('receipt')} ${kept(locale, reference)}`,
    pages: say('page', '{0}', '{1}'),
  };
}
