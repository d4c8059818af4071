import type { Cart, Money, Quote } from '@faceplate/contracts';
import { localDate } from '@faceplate/domain';
import type { Tenant } from '../options.ts';
import { senderOf } from '../papers/bill-paper.ts';
import { type Formats, formatsOf, kept } from '../papers/formats.ts';
import type { Paper, PaperTable } from '../papers/paper.ts';
import type { Locale } from '../papers/words.ts';

interface Line {
  name: string;
  quantity: number;
  once: Money;
  monthly: Money;
  after?: { months: number; monthly: Money } | undefined;
  details: readonly string[];
}

interface Printed {
  tenant: Pick<Tenant, 'name' | 'zone' | 'seller'>;
  locale?: Locale | undefined;
  /** RFC 3339: when the prices were these. */
  on: string;
  quote?: { number: string; validUntil: string | undefined };
}

const linesIn = (what: Cart | Quote): Line[] =>
  'lines' in what
    ? what.lines.map((line) => ({ ...line, details: line.place === undefined ? [] : [line.place] }))
    : what.items.filter(({ later }) => !later).map((item) => ({ ...item, details: [...Object.entries(item.choices ?? {}).flatMap(chosen), ...(item.place ? [item.place.text] : [])] }));

/** How a configurator calls terms and parts nobody reads. */
const chosen = ([name, value]: [string, string]): string[] => (name.startsWith('@') ? [] : [`${name}: ${value.replaceAll('\n', ', ')}`]);

/** What somebody means to order, for whoever has to agree to it: a cart, or a quote whose prices stand. */
export function shoppingPaper(what: Cart | Quote, { tenant, locale = 'en', on, quote }: Printed): Paper {
  const formats = formatsOf(locale);
  const { say, day } = formats;
  const title = quote ? say('quoteOf', kept(locale, quote.number)) : say('cartOf', day(localDate(on, tenant.zone)));
  return {
    locale,
    dir: formats.dir,
    title,
    operator: tenant.seller?.name ?? tenant.name,
    sender: senderOf(tenant.seller, formats),
    facts: [[say('madeOn'), day(localDate(on, tenant.zone))], ...(quote?.validUntil === undefined ? [] : [[say('validUntil'), day(localDate(quote.validUntil, tenant.zone))] as const])],
    tables: [tableOf(linesIn(what), what, formats)],
    notes: [say('taxIncluded'), ...(quote ? [] : [say('mayMove')])],
    footer: `${tenant.name} · ${title}`,
    pages: say('page', '{0}', '{1}'),
  };
}

function tableOf(lines: readonly Line[], { once, monthly, after }: Cart | Quote, { say, money }: Formats): PaperTable {
  const later = (one: Line) => (one.after ? [say('afterMonths', String(one.after.months), money(one.after.monthly))] : []);
  return {
    heading: say('chosen'),
    columns: [
      { title: say('what'), kind: 'text', width: 'wide' },
      { title: say('once'), kind: 'figure', width: 'fit' },
      { title: say('monthly'), kind: 'figure', width: 'fit' },
    ],
    rows: [
      ...lines.map((line) => ({
        cells: [{ text: line.quantity > 1 ? `${line.quantity} × ${line.name}` : line.name, detail: [...line.details, ...later(line)] }, { text: money(line.once) }, { text: money(line.monthly) }],
      })),
      { cells: [{ text: say('total'), ...(after && { detail: [say('afterAll', money(after))] }) }, { text: money(once) }, { text: money(monthly) }], strong: true },
    ],
  };
}
