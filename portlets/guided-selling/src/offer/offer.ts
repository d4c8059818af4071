import '@faceplate/client/nouns/offers.js';
import type { Choices, Configuration, Offer, OfferDetail } from '@faceplate/contracts';
import { heading, Reading } from '@faceplate/portlet-kit';
import { obstacleWords } from '@faceplate/portlet-kit/obstacles.js';
import { html, nothing } from 'lit';
import { comparedIn, type Kept } from '../choosing/kept.ts';
import { words } from '../choosing/messages.ts';
import { addView, featuresView, inCartTag, priceView, staffView } from '../choosing/offer-views.ts';
import { obstacleList, type WayDoors } from '../choosing/ways.ts';
import { words as shared } from '../messages.ts';
import type { ShopHost } from '../part.ts';
import { choicesForm } from './choices-form.ts';
import { DeviceField } from './device-field.ts';
import { InterestController } from './interest.controller.ts';
import { beyondView, lineView, nearestView, ownedView, promisesView, validity, versionsView } from './offer-facts.ts';

/** Families that an address, or a device, has to do with. */
const BY_PLACE = 'place';

/** One version of an offer: what it is, whether it can be had where one lives, what can be chosen, and what it costs. */
export class OfferPart {
  readonly #host: ShopHost;
  readonly #kept: Kept;
  readonly #detail: Reading<readonly [string, string, string], OfferDetail>;
  readonly #configured: Reading<readonly [string, string], Configuration>;
  readonly #interest: InterestController;
  readonly #device: DeviceField;
  /** What was chosen last: shown until the answer to the newest choice is there. */
  #last: Configuration | undefined;

  constructor(host: ShopHost, kept: Kept) {
    this.#host = host;
    this.#kept = kept;
    this.#interest = new InterestController(host, kept);
    this.#device = new DeviceField(host, kept);
    const shown = () => host.show === 'offer' && host.item !== '';
    const { offers } = host.services.client;
    this.#detail = new Reading(host, {
      args: () => (shown() ? ([host.item, kept.get('place'), kept.get('device')] as const) : undefined),
      load: ([id, placeId, device], options) => offers.get(id, { ...options, ...(placeId && { placeId }), ...(device && { device }) }),
      changes: ['offers', 'products', 'cart'],
    });
    this.#configured = new Reading(host, {
      args: () => (shown() && this.#detail.value?.configurable ? ([host.item, kept.get(this.#choicesName)] as const) : undefined),
      load: async ([offerId, chosen], options) => (this.#last = await offers.configure({ offerId, choices: choicesFrom(chosen) }, options)),
      changes: ['offers'],
    });
  }

  get #choicesName() {
    return `choices ${this.#host.item}`;
  }

  render(): unknown {
    const { headingLevel, renderReading } = this.#host;
    const failed = () => heading(headingLevel, shared.heading());
    return renderReading(this.#detail, {
      loading: () => html`${failed()}<fp-skeleton figure rows lines="8"></fp-skeleton>`,
      failed,
      notFound: () => html`<fp-status-message part="problem" tone="info" heading=${words.noSuch()}><p>${words.noSuchHelp()}</p><button slot="actions" @click=${() => this.#host.go('offers')}>${shared.seeAll()}</button></fp-status-message>`,
      ready: (detail) => this.#renderDetail(detail),
    });
  }

  #renderDetail(detail: OfferDetail) {
    const { offer, beyond, owned, versions, promises } = detail;
    const { locale, headingLevel } = this.#host;
    const { id, name, description, bundled, termMonths, features, sold } = offer;
    return html`
      <article class="stack" data-offer=${name}>
        <div class="row apart">${heading(headingLevel, html`<bdi>${name}</bdi>`)} <span class="row">${sold === false ? html`<fp-tag tone="notice">${words.notSold()}</fp-tag>` : nothing} ${inCartTag(this.#host, id)}</span></div>
        <p><bdi>${description}</bdi></p>
        ${bundled.length > 0 ? html`<p>${words.includes(new Intl.ListFormat(locale).format(bundled))}</p>` : nothing}
        ${isUnpriced(offer) ? nothing : priceView(this.#current?.price ?? offer.price, locale)}
        <p class="quiet small">${[words.term(termMonths, locale), validity(offer.validFrom, offer.validUntil, locale)].filter(Boolean).join(' · ')}</p>
        ${this.#renderPlace(detail)} ${this.#renderWay(detail)} ${featuresView(features)} ${this.#renderMore(offer)}
        ${nearestView(this.#host, detail)} ${beyondView(this.#host, beyond)} ${promisesView(this.#host, promises)} ${ownedView(this.#host, owned, versions)} ${versionsView(this.#host, versions, id)}
      </article>
    `;
  }

  /** The address that counts, what reaches it, and from when. */
  #renderPlace({ line, offer }: OfferDetail) {
    const { locale, go } = this.#host;
    const place = this.#kept.get('place-text');
    const matters = line ?? offer.obstacles.find(({ family }) => family === BY_PLACE);
    if (!place && !matters) return nothing;
    return html`
      <section class="card" part="place">
        ${line ? lineView(line, locale) : nothing}
        <div class="row">
          <p>${place ? words.at(place) : words.atYours()}</p>
          <button class="quiet" data-opens="address" @click=${() => go('address')}>${place ? words.otherAddress() : words.checkAddress()}</button>
        </div>
      </section>
    `;
  }

  #renderWay({ offer, configurable }: OfferDetail) {
    const { mode } = this.#host;
    const doors = this.#doors(offer);
    return html`
      ${offer.obstacles.length > 0 ? html`<p><strong>${words.blocked()}</strong></p>${obstacleList(this.#host, offer.obstacles, doors)} ${this.#interest.render(this.#kept.get('place'), offer.id)}` : nothing}
      ${this.#device.isNeeded(offer.obstacles) ? this.#device.render() : nothing} ${configurable ? this.#renderChoices() : nothing}
      ${mode === 'agent' ? staffView() : offer.obstacles.length > 0 ? nothing : this.#renderAdd(offer, configurable, doors)}
    `;
  }

  #renderAdd({ id }: Offer, configurable: boolean, doors: WayDoors) {
    const configuration = configurable ? this.#current : undefined;
    // What does not go together stands above, with what would.
    if (configuration && !configuration.possible) return html`<p class="quiet">${words.chooseFirst()}</p>`;
    const placeId = this.#kept.get('place');
    return addView(this.#host, id, true, { doing: 'add', offerId: id, quantity: 1, ...(configuration && { choices: configuration.chosen }), ...(placeId && { placeId }) }, doors);
  }

  #renderChoices() {
    const { headingLevel, locale, renderReading } = this.#host;
    const draw = (configuration: Configuration) =>
      choicesForm(configuration, { locale, say: (fault) => obstacleWords(this.#host, fault), choose: (changes) => this.#choose({ ...configuration.chosen, ...changes }), mend: (choices) => this.#choose(choices) });
    return html`
      <section class="stack tight">
        ${heading(headingLevel, words.choices(), 1)}
        ${renderReading(this.#configured, { loading: () => (this.#current ? draw(this.#current) : html`<fp-skeleton rows lines="4"></fp-skeleton>`), ready: draw })}
      </section>
    `;
  }

  get #current(): Configuration | undefined {
    return this.#configured.value ?? (this.#last?.offer.id === this.#host.item ? this.#last : undefined);
  }

  #choose(choices: Choices) {
    this.#kept.set({ [this.#choicesName]: JSON.stringify(choices) });
  }

  #renderMore({ id }: Offer) {
    const { go } = this.#host;
    const beside = () => {
      this.#kept.set({ compared: [...comparedIn(this.#kept).filter((one) => one !== id), id].slice(-4).join() });
      go('offers');
    };
    return html`
      <div class="row">
        <button class="quiet flush" data-opens="cost ${id}" @click=${() => go('cost', id)}>${words.wouldCost()}</button>
        <button class="quiet" data-opens="offers" @click=${beside}>${words.compareOthers()}</button>
      </div>
    `;
  }

  #doors({ id }: Offer): WayDoors {
    const placeId = this.#kept.get('place');
    return {
      registerInterest: () => (placeId ? void this.#interest.register(placeId, id) : this.#host.go('address')),
      chooseDevice: () => this.#device.focus(),
      usePlace: ({ id: place, text }) => this.#kept.set({ place, 'place-text': text }),
    };
  }
}

/** The prices of a version that is no longer sold may be gone from the catalogue; that is no gift. */
const isUnpriced = ({ sold, price }: Offer): boolean => sold === false && price.monthly.amount === 0 && price.once.amount === 0;

/** Kept by this portlet, and by none else; what cannot be read is no choice. */
function choicesFrom(kept: string): Choices {
  try {
    return JSON.parse(kept || '{}') as Choices;
  } catch {
    return {};
  }
}
