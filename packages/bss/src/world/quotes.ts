import { accountRef } from './accounts.ts';
import { VAT } from '../customer-bill/amounts.ts';
import type { Catalogue, Offer } from './catalogue.ts';
import type { Company } from './company.ts';
import { type Draft, known } from './draft.ts';
import { partyRef } from './parties.ts';
import { text } from './products.ts';
import { type Price, priceLines, times, totalLines } from '../shopping-cart/price.ts';
import { DAY, iso } from './zone.ts';

interface Version {
  version: number;
  /** Days before now. */
  asked: number;
  state: 'approved' | 'rejected';
  lines: readonly { offer: Offer; quantity: number }[];
  /** What was said about it, and how many days before now. */
  said: readonly { ago: number; by: 'company' | 'us'; words: string }[];
}

const VALID_DAYS = 30;

const priceOf = ({ family, edition }: Offer): Price => ({ once: family.once ?? 0, monthly: edition.monthly, taxRate: VAT, alterations: [] });

function lineOf({ offer, quantity }: Version['lines'][number], index: number, state: Version['state']) {
  return {
    id: String(index + 1),
    action: 'add',
    quantity,
    state,
    productOffering: { id: offer.id, name: offer.name, '@referredType': 'ProductOffering' },
    product: { name: offer.name, productCharacteristic: [text('lineOfBusiness', offer.family.line)] },
    quoteItemPrice: priceLines(times(priceOf(offer), quantity)),
  };
}

function writeVersion(draft: Draft, { admin, accounts }: Company, number: string, { version, asked, state, lines, said }: Version): void {
  const account = known(accounts[0], 'account of the company');
  const id = draft.id('quote', account.id, number, version);
  const askedAt = draft.now - asked * DAY;
  const writers = { company: { author: admin.name, authorId: admin.id }, us: { author: 'Meridian Telecom' } };
  draft.add('quote', {
    id,
    externalId: number,
    version: String(version),
    state,
    quoteDate: iso(askedAt),
    validFor: { startDateTime: iso(askedAt), endDateTime: iso(askedAt + VALID_DAYS * DAY) },
    ...(state === 'rejected' && { effectiveQuoteCompletionDate: iso(askedAt + 2 * DAY) }),
    billingAccount: [accountRef(account)],
    relatedParty: [partyRef(account.owner, 'customer'), partyRef(admin, 'originator')],
    quoteItem: lines.map((line, index) => lineOf(line, index, state)),
    quoteTotalPrice: totalLines(lines.map(({ offer, quantity }) => times(priceOf(offer), quantity))),
    note: said.map(({ ago, by, words }, index) => ({ id: `${id}-${index + 1}`, ...writers[by], date: iso(draft.now - ago * DAY), text: words })),
  });
}

/** The company asks for cards and lines for a new depot, and talks about the price: the second version is on the table. */
export function writeCompanyQuote(draft: Draft, catalogue: Catalogue, company: Company): void {
  const number = `Q-${draft.dice('quote number', 'nordlicht').digits(7)}`;
  const cards = catalogue.sold('iot-sim');
  const trunk = catalogue.sold('sip-trunk');
  writeVersion(draft, company, number, {
    version: 1, asked: 9, state: 'rejected', lines: [{ offer: cards, quantity: 40 }, { offer: trunk, quantity: 1 }],
    said: [
      { ago: 9, by: 'company', words: 'We open a depot in Bremen in spring. What would forty trackers and a telephone line cost?' },
      { ago: 8, by: 'us', words: 'These are our list prices. From sixty cards on we can talk about a longer term.' },
    ],
  });
  writeVersion(draft, company, number, {
    version: 2, asked: 7, state: 'approved', lines: [{ offer: cards, quantity: 60 }, { offer: trunk, quantity: 2 }],
    said: [
      { ago: 7, by: 'company', words: 'Then sixty, and a second line for the office. Can the prices stand until the end of the year?' },
      { ago: 6, by: 'us', words: 'They stand for thirty days from the day you asked. Tell us if you need them for longer.' },
    ],
  });
}
