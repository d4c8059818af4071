import type { Line, OfferDetail, OfferVersion, OwnedOffer, UsagePrice } from '@faceplate/contracts';
import { formatDate, formatMoney, formatNumber } from '@faceplate/localize';
import { heading } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import { words } from '../choosing/messages.ts';
import { words as shared } from '../messages.ts';
import type { ShopHost } from '../part.ts';

/** A line in plain words: what it is, what it really gives, and from when. */
export function lineView({ technology, download, upload, from, now }: Line, locale: string) {
  const number = (value: number) => formatNumber(value, locale);
  const { upTo } = download;
  return html`
    <p><strong><bdi>${technology}</bdi></strong>: ${words.really(number(download.really))}${upTo && upTo !== download.really ? html` <span class="quiet">${words.soldAs(number(upTo))}</span>` : nothing}${upload ? html` · ${words.upload(number(upload.really))}` : nothing}</p>
    <p class="quiet">${now ? words.earliest(formatDate(from, locale)) : words.notYet(formatDate(from, locale))}</p>
  `;
}

const section = (host: ShopHost, name: string, content: unknown) => html`<section class="stack tight">${heading(host.headingLevel, name, 1)} ${content}</section>`;

/** All versions there are, each with a way to it. */
export function versionsView(host: ShopHost, versions: readonly OfferVersion[], shown: string) {
  if (versions.length < 2) return nothing;
  const { locale, go } = host;
  const row = ({ id, version, current, sold, yours, validFrom, validUntil, price }: OfferVersion) => html`
    <tr>
      <td>
        ${id === shown ? html`<strong>${words.version(version)}</strong>` : html`<button class="opener" @click=${() => go('offer', id)}>${words.version(version)}</button>`}
        ${yours ? html`<fp-tag tone="info">${words.yours()}</fp-tag>` : nothing} ${current ? html`<fp-tag tone="positive">${words.today()}</fp-tag>` : sold ? nothing : html`<fp-tag tone="notice">${words.notSold()}</fp-tag>`}
        <div class="quiet small">${validity(validFrom, validUntil, locale)}</div>
      </td>
      <td class="number">${sold || price.monthly.amount + price.once.amount > 0 ? shared.monthly(formatMoney(price.promotion?.monthlyAfter ?? price.monthly, locale)) : '–'}</td>
    </tr>
  `;
  return section(host, words.versions(), html`<table><tbody>${versions.map(row)}</tbody></table>`);
}

export function validity(from: string | undefined, until: string | undefined, locale: string): string {
  return [...(from ? [words.validFrom(formatDate(from, locale))] : []), ...(until ? [words.validUntil(formatDate(until, locale))] : [])].join(' · ');
}

/** What the customer has of it, as bought, beside what is sold today. */
export function ownedView(host: ShopHost, all: readonly OwnedOffer[], versions: readonly OfferVersion[]) {
  const { locale } = host;
  const now = versions.find(({ current }) => current)?.price;
  const one = (owned: OwnedOffer) => {
    const { product, since, monthly, version } = owned;
    const differs = [...priceDiffers(owned, now, locale), ...owned.differs];
    return html`
    <p>
      <bdi>${product.identifier ?? product.name}</bdi> · ${words.version(version)}${since ? html` · ${words.since(formatDate(since, locale))}` : nothing}${monthly ? html` · ${shared.monthly(formatMoney(monthly, locale))}` : nothing}
    </p>
    ${differs.length === 0
      ? html`<p class="quiet">${words.asToday()}</p>`
      : html`<table>
          <thead><tr><th scope="col">${words.what()}</th><th scope="col">${words.asBought()}</th><th scope="col">${words.today()}</th></tr></thead>
          <tbody>${differs.map(({ name, bought, today }) => html`<tr><th scope="row"><bdi>${name}</bdi></th><td><bdi>${bought}</bdi></td><td><bdi>${today}</bdi></td></tr>`)}</tbody>
        </table>`}
  `;
  };
  return all.length === 0 ? nothing : section(host, words.owned(), all.map(one));
}

/** What is paid a month, where today's version costs something else when its promotion is over. */
function priceDiffers({ monthly }: OwnedOffer, now: OfferVersion['price'] | undefined, locale: string): OwnedOffer['differs'] {
  const today = now?.promotion?.monthlyAfter ?? now?.monthly;
  if (!monthly || !today || monthly.amount === today.amount) return [];
  return [{ name: words.aMonth(), bought: formatMoney(monthly, locale), today: formatMoney(today, locale) }];
}

/** What use beyond it costs, step by step. */
export function beyondView(host: ShopHost, beyond: readonly UsagePrice[]) {
  if (beyond.length === 0) return nothing;
  const { locale } = host;
  const number = (value: number) => formatNumber(value, locale);
  const one = ({ name, unit, included, tiers }: UsagePrice) => html`
    <p><strong><bdi>${name}</bdi></strong>${included ? html` · ${words.included(number(included), unit)}` : nothing}</p>
    <ul>${tiers.map(({ upTo, each }, at) => html`<li>${upTo === undefined ? (at === 0 ? words.each(formatMoney(each, locale), unit) : words.eachBeyond(formatMoney(each, locale), unit)) : words.eachUpTo(formatMoney(each, locale), unit, number(upTo))}</li>`)}</ul>
  `;
  return section(host, words.beyond(), beyond.map(one));
}

/** What can be promised with it, what that costs, and what a breach pays. */
export function promisesView(host: ShopHost, promises: OfferDetail['promises']) {
  if (promises.length === 0) return nothing;
  const { locale } = host;
  const hours = (value: number | undefined) => (value === undefined ? words.notPromised() : words.hours(value, locale));
  return section(
    host,
    words.promises(),
    html`<div class="scroll" tabindex="0" role="region" aria-label=${words.promises()}><table>
      <thead><tr><th scope="col">${words.promise()}</th><th scope="col">${words.respond()}</th><th scope="col">${words.restore()}</th><th scope="col" class="number">${words.more2()}</th></tr></thead>
      <tbody>
        ${promises.map(
          ({ name, respondWithin, restoreWithin, difference, breach }) => html`<tr>
            <th scope="row"><bdi>${name}</bdi>${breach ? html`<div class="quiet small"><bdi>${breach.words}</bdi></div>` : nothing}</th>
            <td>${hours(respondWithin)}</td><td>${hours(restoreWithin)}</td><td class="number">${formatMoney(difference, locale)}</td>
          </tr>`,
        )}
      </tbody>
    </table></div>`,
  );
}

/** What could be had instead of what cannot. */
export function nearestView(host: ShopHost, { nearest }: OfferDetail) {
  if (nearest.length === 0) return nothing;
  const { locale, go } = host;
  const item = ({ id, name, price }: OfferDetail['offer']) => html`<li class="row"><button class="opener" data-opens="offer ${id}" @click=${() => go('offer', id)}><bdi>${name}</bdi></button><span class="number">${shared.monthly(formatMoney(price.monthly, locale))}</span></li>`;
  return section(host, words.nearest(), html`<ul class="plain">${nearest.map(item)}</ul>`);
}
