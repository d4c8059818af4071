import type { Order } from '@faceplate/contracts';
import { localDate } from '@faceplate/domain';
import type { Tenant } from '../options.ts';
import { senderOf } from '../papers/bill-paper.ts';
import { formatsOf, kept } from '../papers/formats.ts';
import type { Paper } from '../papers/paper.ts';
import type { Locale } from '../papers/words.ts';

/** What somebody has ordered, at which prices, and by when it was promised. */
export function agreementPaper(order: Order, tenant: Pick<Tenant, 'name' | 'zone' | 'seller'>, locale: Locale = 'en'): Paper {
  const formats = formatsOf(locale);
  const { say, money, day, shortDay } = formats;
  const figure = (amount: Order['once']) => ({ text: amount ? money(amount) : '' });
  return {
    locale,
    dir: formats.dir,
    title: say('orderOf', order.number),
    operator: tenant.seller?.name ?? tenant.name,
    sender: senderOf(tenant.seller, formats),
    facts: [
      [say('orderedOn'), day(localDate(order.placedAt, tenant.zone))],
      ...(order.account ? [[say('account'), order.account.name] as const] : []),
      ...(order.places ? [[say('place'), order.places.join('; ')] as const] : []),
    ],
    tables: [
      {
        heading: say('ordered'),
        columns: [
          { title: say('what'), kind: 'text', width: 'wide' },
          { title: say('promised'), kind: 'text', width: 'fit' },
          { title: say('once'), kind: 'figure', width: 'fit' },
          { title: say('monthly'), kind: 'figure', width: 'fit' },
        ],
        rows: [
          ...order.items.map(({ name, quantity, promised, once, monthly, place }) => ({
            cells: [{ text: quantity > 1 ? `${quantity} × ${name}` : name, ...(place && { detail: [place] }) }, { text: promised ? shortDay(promised) : '' }, figure(once), figure(monthly)],
          })),
          { cells: [{ text: say('total') }, { text: '' }, figure(order.once), figure(order.monthly)], strong: true },
        ],
      },
    ],
    notes: [say('taxIncluded')],
    footer: `${tenant.name} · ${say('order')} ${kept(locale, order.number)}`,
    pages: say('page', '{0}', '{1}'),
  };
}
