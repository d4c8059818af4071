import type { Match, MatchReason, Offer } from '@faceplate/contracts';
import { formatMoney } from '@faceplate/localize';
import { heading } from '@faceplate/portlet-kit';
import { addIcon, criticalIcon, noticeIcon, positiveIcon } from '@faceplate/ui';
import { html, nothing } from 'lit';
import { refusalMessage } from '../components/refusal-message.ts';
import { words as shared } from '../messages.ts';
import type { ShopHost } from '../part.ts';
import type { Intent } from '../purchase.controller.ts';
import { words } from './messages.ts';
import { obstacleList, type WayDoors } from './ways.ts';

type Features = Offer['features'];

/** A heading that takes the focus when the customer gets there. */
export const arrivalHeading = (level: number, text: string) => heading(level, html`<span data-arrival tabindex="-1">${text}</span>`, 1);

export const backButton = (label: string, go: () => void) => html`<div><button class="quiet flush" @click=${go}>‹ ${label}</button></div>`;

/** A term; where it has a plain explanation it opens where it stands. */
export const term = (name: string, help?: string) =>
  help ? html`<details class="term"><summary><bdi>${name}</bdi></summary><p class="small"><bdi>${help}</bdi></p></details>` : html`<bdi>${name}</bdi>`;

export function priceView({ once, monthly, promotion }: Offer['price'], locale: string) {
  return html`
    <div class="number" part="price">
      <p class="lead">${shared.monthly(formatMoney(monthly, locale))}</p>
      ${promotion ? html`<p>${words.promotion(promotion.months, formatMoney(promotion.monthlyAfter, locale), locale)}</p>` : nothing}
      <p>${once.amount === 0 ? words.noOnce() : shared.once(formatMoney(once, locale))}</p>
    </div>
  `;
}

/** What it is, each in plain words where it stands, and what the figure does not say by itself. */
export const featuresView = (features: Features) => html`
  <dl class="facts">
    ${features.map(
      ({ name, value, help, limit }) => html`
        <div>
          <dt>${term(name, help)}</dt>
          <dd><bdi>${value}</bdi>${limit ? html`<span class="small quiet limit">${noticeIcon()} <bdi>${limit}</bdi></span>` : nothing}</dd>
        </div>
      `,
    )}
  </dl>
`;

function reasonsView(name: string, kind: 'met' | 'unmet', reasons: readonly MatchReason[] = []) {
  if (reasons.length === 0) return nothing;
  return html`
    <div class="stack tight">
      <p class="small quiet">${name}</p>
      <ul class="plain ${kind}" aria-label=${name}>
        ${reasons.map(({ wish, says }) => html`<li>${kind === 'met' ? positiveIcon() : criticalIcon()} <bdi>${says && says !== wish ? `${wish}: ${says}` : wish}</bdi></li>`)}
      </ul>
    </div>
  `;
}

/** The button that puts it in the cart, and what came of it. */
export function addView(host: ShopHost, offerId: string, primary: boolean, intent: Intent, doors?: WayDoors) {
  const refusal = host.purchase.refusalOf(offerId);
  const add = () => void host.do(intent);
  const adding = host.purchase.isAdding(offerId);
  return html`
    ${refusal?.obstacles?.length ? html`<p><strong>${words.blocked()}</strong></p>${obstacleList(host, refusal.obstacles, doors)}` : refusal ? refusalMessage(refusal, host.signInHref, add) : nothing}
    <div><button class=${primary ? 'primary' : ''} data-add @click=${add}>${addIcon()}<span>${adding ? words.adding() : words.add()}</span></button></div>
  `;
}

/** Staff see what a customer could have; ordering is the customer's own. */
export const staffView = () => html`<p class="quiet">${words.staff()} ${words.staffHelp()}</p>`;

export function inCartTag({ cart, locale }: ShopHost, offerId: string) {
  const count = cart?.items.filter((item) => item.offerId === offerId).reduce((sum, { quantity }) => sum + quantity, 0) ?? 0;
  return count > 0 ? html`<fp-tag tone="positive">${words.inCart(count, locale)}</fp-tag>` : nothing;
}

/** An offer of the shortlist: what it is, what it costs now and later, how it fits, and what stands in its way. */
export function matchCard(host: ShopHost, { offer, met, unmet }: Match) {
  const { locale, headingLevel, go } = host;
  const { id, name, description, bundled, price, termMonths, features, obstacles } = offer;
  return html`
    <article class="card">
      <div class="row apart">${heading(headingLevel, html`<bdi>${name}</bdi>`, 2)} ${inCartTag(host, id)}</div>
      <p><bdi>${description}</bdi></p>
      ${bundled.length > 0 ? html`<p>${words.includes(new Intl.ListFormat(locale).format(bundled))}</p>` : nothing} ${priceView(price, locale)}
      <p class="quiet small">${words.term(termMonths, locale)}</p>
      ${featuresView(features)} ${reasonsView(words.met(), 'met', met)} ${reasonsView(words.unmet(), 'unmet', unmet)}
      ${obstacles.length > 0 ? html`<p><strong>${words.blocked()}</strong></p>${obstacleList(host, obstacles)}` : nothing}
      ${host.mode === 'agent' ? staffView() : obstacles.length > 0 ? nothing : addView(host, id, true, { doing: 'add', offerId: id, quantity: 1 })}
      <div><button class="quiet flush" data-opens="offer ${id}" @click=${() => go('offer', id)}>${words.look(name)}</button></div>
    </article>
  `;
}
