import type { RunningBill } from '@faceplate/contracts';
import { formatDate, formatMoney } from '@faceplate/localize';
import { heading } from '@faceplate/portlet-kit';
import { styleProperties } from '@faceplate/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { words } from './messages.ts';

interface Place {
  locale: string;
  headingLevel: number;
  /** Whether the account is named: one alone needs no name. */
  named: boolean;
}

/** What has been run up, what it will come to, and the same as a picture with its table. */
export function runningView({ account, period, total, forecast }: RunningBill, { locale, headingLevel, named }: Place): TemplateResult {
  return html`
    <div class="card" part="running">
      ${named ? heading(headingLevel, html`<bdi>${account.name}</bdi>`, 1) : nothing}
      <div>
        <p class="quiet">${words.soFar(formatDate(period.from, locale, 'long'))}</p>
        <p class="figure" part="total">${formatMoney(total, locale)}</p>
      </div>
      ${forecast ? forecastView(total, forecast, locale) : html`<p class="quiet">${words.noForecast()}</p>`}
    </div>
  `;
}

function forecastView(total: RunningBill['total'], forecast: NonNullable<RunningBill['forecast']>, locale: string): TemplateResult {
  const [soFar, low, likely, high] = [total, forecast.low, forecast.likely, forecast.high].map((amount) => formatMoney(amount, locale)) as [string, string, string, string];
  if (forecast.low.amount === forecast.high.amount) return html`<p part="forecast">${words.forecastSure(likely)}</p>`;
  const share = (amount: number) => `${(100 * Math.max(0, amount)) / Math.max(1, forecast.high.amount)}%`;
  return html`
    <p part="forecast">${words.forecast(likely, low, high)}</p>
    <div class="band" role="img" aria-label=${words.band(soFar, low, high)}>
      <div class="so-far small" ${styleProperties({ 'inline-size': share(total.amount) })}>${total.amount * 3 > forecast.high.amount ? soFar : nothing}</div>
      <div class="between" ${styleProperties({ 'inset-inline-start': share(forecast.low.amount) })}></div>
      <div class="likely" ${styleProperties({ 'inset-inline-start': `calc(${share(forecast.likely.amount)} - 1.5px)` })}></div>
    </div>
    <p class="ends small quiet" aria-hidden="true"><span>${formatMoney({ ...total, amount: 0 }, locale)}</span><span>${high}</span></p>
    <details>
      <summary class="small">${words.figures()}</summary>
      <table>
        <tbody>
          ${[[words.rowSoFar(), soFar], [words.rowLow(), low], [words.rowLikely(), likely], [words.rowHigh(), high]].map(([name, amount]) => html`<tr><th scope="row">${name}</th><td class="number">${amount}</td></tr>`)}
        </tbody>
      </table>
    </details>
    <p class="small quiet">${words.basis(forecast.from, locale)}</p>
  `;
}
