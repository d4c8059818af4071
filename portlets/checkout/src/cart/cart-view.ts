import '@faceplate/client/nouns/cart.js';
import type { Cart, CartItem } from '@faceplate/contracts';
import { formatDifference, formatMoney } from '@faceplate/localize';
import { heading } from '@faceplate/portlet-kit';
import { obstacleWords } from '@faceplate/portlet-kit/obstacles.js';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { here, words } from '../messages.ts';
import type { PartHost } from '../part.ts';
import { obstacleList } from '../ways.ts';
import type { Removing } from './removing.ts';

/** At most so many of one line: the limit of the service (`CartItemRequest`). */
const MOST = 20;

/** What is in the cart, what is kept for later, what it costs. */
export function cartView(host: PartHost, removing: Removing, cart: Cart): unknown {
  const { removed } = removing;
  const now = cart.items.filter(({ later }) => !later);
  const later = cart.items.filter((item) => item.later);
  const lines = (items: readonly CartItem[]) => repeat(items, ({ id }) => id, (item) => cartLine(host, item, removing));
  return html`
    ${newsOf(host, cart)}
    <ul class="plain lines" part="lines">${lines(now)}</ul>
    ${removed
      ? html`<div class="row apart" data-item=${removed.id}><p role="status">${words.removed(removed.name)}</p><button type="button" @click=${() => void host.run(() => removing.restore(removed))}>${words.undo()}</button></div>`
      : nothing}
    ${later[0] ? html`${heading(host.headingLevel, words.forLater(), 1)}<ul class="plain lines" part="later">${lines(later)}</ul>` : nothing}
    ${now[0] ? totals(cart, host.locale) : nothing}
  `;
}

function newsOf(host: PartHost, { news }: Cart): unknown {
  if (!news?.[0]) return nothing;
  return html`<fp-status-message part="news" tone="info" heading=${words.news()}>
    <ul class="plain">${news.map((one) => html`<li>${obstacleWords(host, { ...one, code: `news-${one.kind}`, reason: one.text }).reason}</li>`)}</ul>
  </fp-status-message>`;
}

function cartLine(host: PartHost, item: CartItem, removing: Removing): unknown {
  const { name, obstacles = [], later } = item;
  const change = (what: string, body: Parameters<typeof host.services.client.cart.change>[1]) =>
    void host.run(() => host.acts.do(`${what} ${item.id}`, (idempotencyKey) => host.services.client.cart.change(item.id, body, { idempotencyKey })));
  const act = (label: string, go: () => void) => html`<button class="quiet flush" type="button" aria-label=${words.of(label, name)} @click=${go}>${label}</button>`;
  const move = () => {
    removing.goWith(item);
    change(later ? 'now' : 'later', { later: !later });
  };
  return html`<li class="stack tight" data-item=${item.id}>
    <div class="row apart">
      <p><strong><bdi>${name}</bdi></strong></p>
      <p class="number">${prices(item, host.locale)}</p>
    </div>
    ${facts(item, host.locale).map((fact) => html`<p class="quiet small">${fact}</p>`)}
    ${obstacles[0] && !later ? html`<div class="stack tight blocked"><fp-tag tone="critical">${words.blocked()}</fp-tag>${obstacleList(host, obstacles, item)}</div>` : nothing}
    <div class="row">
      ${later ? nothing : quantity(item, (count) => change(`quantity ${count}`, { quantity: count }))}
      ${act(later ? words.now() : words.later(), move)} ${act(words.remove(), () => void host.run(() => removing.remove(item)))}
    </div>
    ${host.acts.refused?.name.split(' ').includes(item.id) ? host.refusal(host.acts.refused.name) : nothing}
  </li>`;
}

function quantity({ name, quantity: chosen }: CartItem, choose: (count: number) => void): unknown {
  const option = (_: unknown, index: number) => html`<option .selected=${index + 1 === chosen}>${index + 1}</option>`;
  return html`<select class="few" aria-label=${words.quantity(name)} @change=${({ target }: Event) => choose((target as HTMLSelectElement).selectedIndex + 1)}>
    ${Array.from({ length: Math.max(MOST, chosen) }, option)}
  </select>`;
}

/** One price in one line: what is nothing is not said. */
function prices({ once, monthly }: CartItem, locale: string): string {
  const said = [...(monthly.amount === 0 ? [] : [words.monthly(formatMoney(monthly, locale))]), ...(once.amount === 0 ? [] : [words.once(formatMoney(once, locale))])];
  return said.join(' · ') || words.once(formatMoney(once, locale));
}

function facts({ after, moved, place, hold, portIn, choices = {} }: CartItem, locale: string): string[] {
  // Names with an @ are the service's own (a term, a part); the customer's are as the catalogue writes them.
  const chosen = Object.entries(choices).filter(([name]) => !name.startsWith('@'));
  return [
    ...(chosen[0] ? [chosen.map(([name, value]) => `${name}: ${value}`).join(' · ')] : []),
    ...(after ? [words.after(after.months, formatMoney(after.monthly, locale), locale)] : []),
    ...(moved ? [words.dearer(formatDifference(moved.once, locale), formatDifference(moved.monthly, locale))] : []),
    ...(place ? [words.placeOf(place.text)] : []),
    ...(hold?.kind === 'number' ? [words.numberHeld(hold.name, here(hold.until, locale, 'time'))] : []),
    ...(portIn ? [words.numberMoves(portIn.number)] : []),
  ];
}

/** Once, every month, after promotions and tax apart. */
export function totals({ once, monthly, after, tax }: Pick<Cart, 'once' | 'monthly' | 'after' | 'tax'>, locale: string): unknown {
  const row = (name: string, amount: Cart['once']) => html`<div class="row apart"><dt>${name}</dt><dd class="number">${formatMoney(amount, locale)}</dd></div>`;
  return html`
    <div role="status">
      <dl class="stack tight totals" part="totals">
        ${row(words.totalOnce(), once)} ${row(words.totalMonthly(), monthly)} ${after && after.amount !== monthly.amount ? row(words.totalLater(), after) : nothing}
      </dl>
    </div>
    ${tax ? html`<p class="quiet small" part="tax">${words.tax(formatMoney(tax.once, locale), formatMoney(tax.monthly, locale))}</p>` : nothing}
  `;
}
