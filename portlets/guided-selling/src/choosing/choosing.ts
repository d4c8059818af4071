import { latePart } from '@faceplate/portlet-kit';
import { html } from 'lit';
import type { ShopHost } from '../part.ts';
import { Kept } from './kept.ts';
import { words } from './messages.ts';
import { backButton } from './offer-views.ts';
import { ShelfPart } from './shelf.ts';
import { ShortlistPart } from './shortlist.ts';

interface Part {
  render(): unknown;
}

/** All of the shop beyond its questions: each page comes when it is wanted. */
export class ChoosingPart {
  readonly #host: ShopHost;
  readonly #shortlist: ShortlistPart;
  readonly #shelf: ShelfPart;
  readonly #pages;

  constructor(host: ShopHost) {
    this.#host = host;
    const kept = new Kept(host);
    this.#shortlist = new ShortlistPart(host, kept);
    this.#shelf = new ShelfPart(host, kept);
    const late = (page: string, load: () => Promise<Part>) => latePart(host, () => host.show === page, load);
    this.#pages = new Map([
      ['offer', late('offer', async () => new (await import('../offer/offer.ts')).OfferPart(host, kept))],
      ['compare', late('compare', async () => new (await import('../compare/compare.ts')).ComparePart(host, kept))],
      ['address', late('address', async () => new (await import('../place/address.ts')).AddressPart(host, kept))],
      ['sites', late('sites', async () => new (await import('../place/sites.ts')).SitesPart(host, kept))],
      ['cost', late('cost', async () => new (await import('../cost/cost.ts')).CostPart(host, kept))],
    ]);
  }

  render(): unknown {
    const { show, answers, renderReading, back } = this.#host;
    const page = this.#pages.get(show);
    if (!page) return show === '' && answers.place === 'shortlist' ? this.#shortlist.render() : this.#shelf.render();
    return html`${backButton(words.back(), back)}${renderReading<Part>(page, { loading: () => html`<fp-skeleton rows lines="8"></fp-skeleton>`, ready: (part) => part.render() })}`;
  }
}
