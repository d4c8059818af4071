import '@faceplate/client/nouns/orders.js';
import type { Order, Reordered } from '@faceplate/contracts';
import { messageLocale } from '@faceplate/localize';
import { heading, offerFile } from '@faceplate/portlet-kit';
import type { ActingController } from '@faceplate/portlet-kit/acting.js';
import { downloadIcon } from '@faceplate/ui';
import { html, nothing } from 'lit';
import type { PartHost } from '../part.ts';
import { words } from './messages.ts';
import { saidOf } from './said.ts';

/** What is done with an order as a whole: its papers, ordering it again, asking about it. */
export class Errands {
  readonly #host: PartHost;
  readonly #acting: ActingController;
  #reordered: Reordered | undefined;
  /** What was to be saved last, and under which name. */
  #paper: [`/orders/${string}`, string] = ['/orders/', ''];

  constructor(host: PartHost, acting: ActingController) {
    this.#host = host;
    this.#acting = acting;
  }

  /** Another order is on show. */
  begin(): void {
    this.#reordered = undefined;
  }

  render(order: Order): unknown {
    return html`${this.#renderPapers(order)} ${this.#renderMore(order)}`;
  }

  #renderPapers({ id, papers = [] }: Order) {
    const path = `/orders/${encodeURIComponent(id)}` as const;
    return html`
      ${heading(this.#host.headingLevel, words.papers(), 1)}
      <ul class="plain">
        <li><button class="quiet flush" @click=${() => this.#save(`${path}/agreement?locale=${messageLocale().slice(0, 2)}`, `order-${id}.pdf`)}>${downloadIcon()}<span>${words.agreement()}</span></button></li>
        ${papers.map((paper) => html`
          <li class="row">
            <button class="quiet flush" @click=${() => this.#save(`${path}/papers/${encodeURIComponent(paper.id)}`, paper.name)}>${downloadIcon()}<bdi>${paper.name}</bdi></button>
            ${paper.kind === 'sent-by-you' ? html`<span class="quiet small">${words.sentByYou()}</span>` : nothing}
          </li>`)}
      </ul>
      ${saidOf(this.#host, this.#acting, { what: 'paper', done: words.saved(), again: () => this.#save(...this.#paper) })}
    `;
  }

  #renderMore({ id }: Order) {
    return html`
      <div class="row">
        <button aria-disabled=${this.#acting.busy} @click=${() => this.#reorder(id)}>${words.reorder()}</button>
        <button class="quiet" @click=${() => this.#host.askUs()}>${words.ask()}</button>
      </div>
      ${saidOf(this.#host, this.#acting, { what: 'reorder', done: '', again: () => this.#reorder(id) })} ${this.#reordered ? this.#renderReordered(this.#reordered) : nothing}
    `;
  }

  #renderReordered({ added, left }: Reordered) {
    return html`
      <fp-status-message tone=${left.length > 0 ? 'notice' : 'positive'} heading=${words.reordered(added.length, this.#host.locale)}>
        ${left.length > 0 ? html`<p>${words.notReordered()}</p><ul>${left.map(({ name, reason }) => html`<li><bdi>${name}</bdi>: ${reason}</li>`)}</ul>` : nothing}
        <button slot="actions" @click=${() => this.#host.go('/cart')}>${words.toCart()}</button>
      </fp-status-message>
    `;
  }

  #save(path: `/orders/${string}`, name: string) {
    this.#paper = [path, name];
    return this.#host.run(async () => {
      const { orders } = this.#host.services.client;
      const file = await this.#acting.act('paper', path, () => orders.file(path));
      if (file) offerFile(file, name);
    });
  }

  #reorder(orderId: string) {
    return this.#host.run(async () => {
      this.#reordered = undefined;
      this.#reordered = await this.#acting.act('reorder', `reorder ${orderId}`, (options) => this.#host.services.client.orders.reorder(orderId, options));
      this.#host.requestUpdate();
    });
  }
}
