import '@faceplate/client/nouns/orders.js';
import type { Activation, May, Order, OrderItem } from '@faceplate/contracts';
import { formatInstant, formatRelative } from '@faceplate/localize';
import { latePart } from '@faceplate/portlet-kit';
import type { ActingController } from '@faceplate/portlet-kit/acting.js';
import { obstacleWords } from '@faceplate/portlet-kit/obstacles.js';
import { html, nothing } from 'lit';
import { saidOf } from '../one/said.ts';
import { words as listWords } from '../messages.ts';
import { askAddress, type PartHost } from '../part.ts';
import { words } from './messages.ts';

/** Switching an eSIM or a router on, with what comes of it as it comes. */
export class ActivationPart {
  readonly #host: PartHost;
  readonly #acting: ActingController;
  readonly #picture;
  #hasCode = false;
  /** The code that was copied last. */
  #copied = '';
  #isRefused = false;

  constructor(host: PartHost, acting: ActingController) {
    this.#host = host;
    this.#acting = acting;
    this.#picture = latePart(
      host,
      () => this.#hasCode,
      () => import('./code-picture.ts'),
    );
  }

  render(order: Order, item: OrderItem): unknown {
    const { activation } = item;
    if (!activation) return nothing;
    const { kind, state, result } = activation;
    const ready = kind === 'esim' ? words.esim() : words.router();
    const heading = { ready, running: words.running(), active: words.active(), failed: words.failed() }[state];
    return html`
      <section class=${state === 'active' ? 'stack tight' : 'asks stack tight'} aria-label=${heading} aria-live="polite">
        <p class="lead">${heading}</p>
        ${state === 'ready' ? html`<p>${kind === 'esim' ? words.esimHelp() : words.routerHelp()}</p>` : nothing}
        ${state === 'running' ? this.#renderRunning(activation) : nothing}
        ${result ? html`<p>${result}</p>` : nothing}
        ${this.#renderCode(activation)}
        ${this.#renderWays(order, item, activation)}
        ${saidOf(this.#host, this.#acting, { what: `activate ${item.id}`, done: '', again: () => this.#activate(order.id, item.id) })}
      </section>
    `;
  }

  #renderRunning({ expectedBy }: Activation) {
    const { locale } = this.#host;
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    return html`
      <progress aria-label=${words.running()}></progress>
      ${expectedBy ? html`<p>${words.by(`${formatInstant(expectedBy, locale, zone, 'time')} (${formatRelative(expectedBy, locale)})`)}</p>` : nothing}
    `;
  }

  #renderCode({ code }: Activation) {
    if (!code) return nothing;
    this.#hasCode = true;
    return html`
      ${this.#host.renderReading(this.#picture, { loading: () => html`<fp-skeleton lines="6"></fp-skeleton>`, ready: ({ codePicture }) => codePicture(code, words.picture()) })}
      <p>${words.code()}: <code><bdi>${code}</bdi></code></p>
      <div><button type="button" class="quiet flush" @click=${() => this.#host.run(() => this.#copy(code))}>${this.#copied === code ? words.copied() : words.copy()}</button></div>
      <p role="status">${this.#isRefused ? words.copyYourself() : nothing}</p>
    `;
  }

  #renderWays(order: Order, item: OrderItem, { state, result = '' }: Activation) {
    if (state === 'running' || state === 'active') return nothing;
    const may = item.may?.activate;
    if (may && !may.allowed) return this.#renderWhyNot(may);
    const about = `${listWords.open(order.number)}, ${item.name}: ${words.failed()}. ${result}`.trim();
    return html`
      <div class="row">
        <button class="primary" aria-disabled=${this.#acting.busy} @click=${() => this.#activate(order.id, item.id)}>${state === 'failed' ? words.again() : words.start()}</button>
        ${state === 'failed' ? html`<button @click=${() => this.#host.go(askAddress(about))}>${words.help()}</button>` : nothing}
      </div>
    `;
  }

  #renderWhyNot({ code = '', reason: own = '', remedy: way }: May) {
    const { reason, remedy } = obstacleWords(this.#host, { code, reason: own, ...(way !== undefined && { remedy: way }) });
    return html`<p>${reason} ${remedy}</p>`;
  }

  async #copy(code: string) {
    try {
      await navigator.clipboard.writeText(code);
      this.#copied = code;
      this.#isRefused = false;
    } catch {
      // Not every page gives leave to use the clipboard.
      this.#isRefused = true;
    }
    this.#host.requestUpdate();
  }

  #activate(orderId: string, itemId: string) {
    return this.#host.run(() => this.#acting.act(`activate ${itemId}`, `activate ${orderId} ${itemId}`, (options) => this.#host.services.client.orders.activate(orderId, itemId, options)));
  }
}
