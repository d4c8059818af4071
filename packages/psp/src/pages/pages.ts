import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { TEST_CARDS } from '../cards.ts';
import type { Intent } from '../types.ts';
import type { Language, Words } from './words.ts';

/** Markup whose values are escaped. */
type Html = ReturnType<typeof html>;

export interface Frame {
  language: Language;
  merchant: string;
}

function page({ language, merchant }: Frame, title: string, content: Html): string {
  return (html`<!doctype html>
<html lang="${language.tag}" dir="${language.words.dir}">
<head>
  <meta charset="utf-8">
  <title>${title} · ${merchant}</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="robots" content="noindex">
  <link rel="stylesheet" href="/psp.css">
</head>
<body>
<main>
${content}
</main>
</body>
</html>
` as HtmlEscapedString).valueOf();
}

/** Digits in one script on one page: the amount as the payer's language writes it. */
export function amountText({ amount, currency }: Intent['amount'], tag: string): string {
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return new Intl.NumberFormat(`${tag}-u-nu-latn`, { style: 'currency', currency }).format(amount / 10 ** digits);
}

const grouped = (number: string): string => number.replaceAll(/(\d{4})(?=\d)/g, '$1 ');

function testCards(words: Words, path: string): Html {
  return html`<section aria-labelledby="cards">
  <h2 id="cards">${words.cards}</h2>
  <ul>${TEST_CARDS.map(({ number, scenario }) => html`<li>
    <a href="${path}?card=${number}" dir="ltr">${grouped(number)}</a>
    <span class="quiet">${words.scenarios[scenario]}</span>
  </li>`)}</ul>
</section>`;
}

const demonstration = (words: Words): Html => html`<div class="notice"><h2>${words.demoTitle}</h2><p>${words.demoText}</p></div>`;

export interface CardView {
  /** What stands in the field. */
  card: string;
  keep: boolean;
  refused?: keyof Words['refusals'];
}

/** Asks for a card. A test card is a link that comes back with its number filled in, so no script is needed. */
export function cardPage(frame: Frame, intent: Intent, { card, keep, refused }: CardView): string {
  const { words, tag } = frame.language;
  const path = `/pay/${intent.id}`;
  const amount = amountText(intent.amount, tag);
  return page(frame, words.payTo(frame.merchant), html`<h1>${words.payTo(frame.merchant)}</h1>
<p class="amount"><bdi>${amount}</bdi></p>
<p>${intent.description}</p>
${refused && html`<div class="problem" role="alert" tabindex="-1" autofocus>
  <h2>${words.problem}</h2>
  <p><a id="problem-text" href="#card">${words.refusals[refused]}</a></p>
</div>`}
<form method="post" action="${path}">
  <label for="card">${words.card}</label>
  <p class="hint" id="card-hint">${words.cardHint}</p>
  <input id="card" name="card" type="text" inputmode="numeric" dir="ltr" autocomplete="off" maxlength="30" value="${card}"
    aria-describedby="card-hint${refused ? ' problem-text' : ''}" ${refused && html`aria-invalid="true"`}>
  ${intent.customer !== undefined && html`<label class="choice"><input type="checkbox" name="keep" value="yes" ${keep && html`checked`}> ${words.keep}</label>`}
  <div class="actions">
    <button name="go" value="pay">${words.pay(amount)}</button>
    <button class="plain" name="go" value="back">${words.back}</button>
  </div>
</form>
${demonstration(words)}
${testCards(words, path)}`);
}

/** The bank's question to the payer, as 3-D Secure asks it. */
export function challengePage(frame: Frame, intent: Intent): string {
  const { words, tag } = frame.language;
  const card = intent.card ? `${intent.card.brand} •••• ${intent.card.lastFour}` : '';
  return page(frame, words.confirmTitle, html`<h1>${words.confirmTitle}</h1>
<p>${words.confirmText(amountText(intent.amount, tag), frame.merchant, card)}</p>
<form method="post" action="/challenge/${intent.id}">
  <div class="actions">
    <button name="go" value="approve">${words.approve}</button>
    <button class="plain" name="go" value="refuse">${words.refuse}</button>
  </div>
</form>
${demonstration(words)}`);
}

/** There is nothing to pay under that address, or no more. */
export function gonePage(frame: Frame): string {
  const { words } = frame.language;
  return page(frame, words.goneTitle, html`<h1>${words.goneTitle}</h1><p>${words.goneText}</p>`);
}

/** What is at the provider's door: the cards that it knows. */
export function frontPage(frame: Frame): string {
  const { words } = frame.language;
  return page(frame, words.cards, html`<h1>${words.payTo(frame.merchant)}</h1>${demonstration(words)}
<section aria-labelledby="cards"><h2 id="cards">${words.cards}</h2>
  <ul>${TEST_CARDS.map(({ number, scenario }) => html`<li><bdi dir="ltr">${grouped(number)}</bdi> <span class="quiet">${words.scenarios[scenario]}</span></li>`)}</ul>
</section>`);
}
