import type { Milestone, OrderItem } from '@faceplate/contracts';
import { formatDate, formatInstant, updateWhenLocaleChanges } from '@faceplate/localize';
import { baseStyles, cardStyles } from '@faceplate/ui';
import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { words } from '../messages.ts';
import { actionWord, actorWord, stageOf, stepState, stepWord } from '../stage-words.ts';
import { timelineStyles } from './timeline.styles.ts';

/**
 * One line of an order: where it stands, what was promised, and its steps from first to last.
 *
 * @summary One line of an order as a timeline.
 * @tagname fp-order-line
 */
export class OrderLineElement extends LitElement {
  static override readonly styles = [baseStyles, cardStyles, timelineStyles];

  @property({ attribute: false }) item: OrderItem | undefined;

  @property() locale = 'en';

  /** IANA zone for moments. */
  @property() zone = 'UTC';

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render() {
    return this.item ? this.#renderItem(this.item) : nothing;
  }

  #renderItem(item: OrderItem) {
    const { tone, word } = stageOf(item.stage);
    return html`
      <article class="card">
        <div class="row apart">
          <p class="name"><bdi>${item.name}</bdi>${item.quantity > 1 ? html` <span class="quiet">× ${item.quantity}</span>` : nothing}</p>
          <span class="row">
            <fp-tag tone="neutral">${actionWord(item.action)}</fp-tag>
            ${item.late ? html`<fp-tag tone="critical">${words.late()}</fp-tag>` : nothing}
            <fp-tag tone=${tone}>${word}</fp-tag>
          </span>
        </div>
        ${item.reason ? html`<p>${item.reason}</p>` : nothing} ${this.#renderFacts(item)} ${this.#renderTimeline(item)}
      </article>
    `;
  }

  #renderFacts({ promised, expected, actor }: OrderItem) {
    const day = (date: string | undefined) => (date ? formatDate(date, this.locale, 'weekday') : words.notKnown());
    return html`
      <dl class="facts">
        <div><dt>${words.promised()}</dt><dd>${day(promised)}</dd></div>
        <div><dt>${words.expected()}</dt><dd>${day(expected)}</dd></div>
        <div><dt>${words.next()}</dt><dd>${actorWord(actor)}</dd></div>
      </dl>
    `;
  }

  #renderTimeline({ name, milestones }: OrderItem) {
    return html`
      <ol class="plain timeline" aria-label=${words.timeline(name)}>
        ${milestones.map((milestone) => this.#renderStep(milestone))}
      </ol>
    `;
  }

  #renderStep(milestone: Milestone) {
    const { state, reachedAt, expectedAt } = milestone;
    const moment = reachedAt ?? expectedAt;
    return html`
      <li class=${state} aria-current=${state === 'current' ? 'step' : nothing}>
        <span>${stepWord(milestone)}<span class="visually-hidden">, ${stepState(state)}</span></span>
        ${moment ? html`<span class="quiet small">${formatInstant(moment, this.locale, this.zone, reachedAt ? 'medium' : 'day')}</span>` : nothing}
      </li>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-order-line': OrderLineElement;
  }
}
