import type { UsageMeter } from '@faceplate/contracts';
import { formatDate, formatMoney } from '@faceplate/localize';
import { heading } from '@faceplate/portlet-kit';
import { nextIcon, styleProperties } from '@faceplate/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { kindWord, words } from './messages.ts';
import { type MeteredService, quantityText, shareLeft } from './quantities.ts';

/** Less than this is worth a second look. */
const LITTLE = 0.15;

export function serviceView(service: MeteredService, { locale, headingLevel, open }: { locale: string; headingLevel: number; open: (productId: string) => void }): TemplateResult {
  const { productId, name, plan, meters } = service;
  return html`
    <li class="card" part="service">
      <div>
        ${heading(headingLevel, html`<bdi>${name}</bdi>`, 2)}
        ${plan && plan !== name ? html`<p class="quiet small"><bdi>${plan}</bdi></p>` : nothing}
      </div>
      ${meters.map((meter) => meterView(meter, locale))}
      <div>
        <button class="quiet flush" data-opens=${productId} aria-label=${words.dayByDayOf(name)} @click=${() => open(productId)}><span>${words.dayByDay()}</span>${nextIcon()}</button>
      </div>
    </li>
  `;
}

/** One kind of use: what is left of it, drawn and in words; where nothing is included, what was used. */
export function meterView(meter: UsageMeter, locale: string): TemplateResult {
  const { name, unit, used, allowance, charged } = meter;
  const share = shareLeft(meter);
  if (!allowance || share === undefined) {
    return html`<div class="meter">
      <p><strong>${kindWord(name)}</strong> ${words.used(quantityText(used, unit, locale))}</p>
      ${charged.amount === 0 ? nothing : html`<p class="small">${words.charged(formatMoney(charged, locale))}</p>`}
    </div>`;
  }
  const [left, size] = [quantityText(allowance.left, unit, locale), quantityText(allowance.size, unit, locale)];
  const answer = share === 0 ? words.usedUp(size) : words.left(left, size);
  return html`<div class="meter" part="meter">
    <p><strong>${kindWord(name)}</strong> ${answer}</p>
    <div class="track ${share < LITTLE ? 'little' : ''}" role="meter" aria-label=${kindWord(name)} aria-valuemin="0" aria-valuemax="100" aria-valuenow=${Math.round(share * 100)} aria-valuetext=${answer}>
      <div ${styleProperties({ 'inline-size': `${share * 100}%` })}></div>
    </div>
    <p class="small quiet facts">
      ${allowance.renewsOn ? html`<span>${words.renews(formatDate(allowance.renewsOn, locale, 'weekday'))}</span>` : nothing}
      ${allowance.shared ? html`<span>${words.shared()}</span>` : nothing}
      ${charged.amount === 0 ? nothing : html`<strong>${words.beyond(formatMoney(charged, locale))}</strong>`}
    </p>
  </div>`;
}
