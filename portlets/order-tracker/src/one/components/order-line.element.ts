import type { Milestone, OrderItem } from '@faceplate/contracts';
import { isFinal } from '@faceplate/domain';
import { formatDate, formatInstant, updateWhenLocaleChanges } from '@faceplate/localize';
import { baseStyles, cardStyles } from '@faceplate/ui';
import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { words as listWords } from '../../messages.ts';
import { stageOf } from '../../stage-words.ts';
import { actionWord, actorWord, stepState, stepWord } from '../line-words.ts';
import { words } from '../messages.ts';
import { timelineStyles } from './timeline.styles.ts';

/**
 * One line of an order: where it stands, what was promised, and its steps from first to last.
 *
 * @summary One line of an order as a timeline.
 * @tagname fp-order-line
 *
 * @slot now - What the customer can do at once: an answer, a choice, switching it on.
 * @slot more - What can be changed of it.
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

  /** Of an element that itself takes the focus, Tab would come to nothing inside. */
  override focus(options?: FocusOptions) {
    this.renderRoot.querySelector('article')?.focus(options);
  }

  override render() {
    return this.item ? this.#renderItem(this.item) : nothing;
  }

  #renderItem(item: OrderItem) {
    const { tone, word } = stageOf(item.stage);
    return html`
      <article class="card" tabindex="-1">
        <div class="row apart">
          <p class="name"><bdi>${item.name}</bdi>${item.quantity > 1 ? html` <span class="quiet">× ${item.quantity}</span>` : nothing}</p>
          <span class="row">
            <fp-tag tone="neutral">${actionWord(item.action)}</fp-tag>
            ${item.late ? html`<fp-tag tone="critical">${listWords.late()}</fp-tag>` : nothing}
            <fp-tag tone=${tone}>${word}</fp-tag>
          </span>
        </div>
        ${this.#renderWhere(item)} ${this.#renderReason(item)} ${this.#renderFacts(item)}
        <slot name="now"></slot>
        ${this.#renderTimeline(item)} ${this.#renderNotes(item)}
        <slot name="more"></slot>
      </article>
    `;
  }

  /** Where it goes, how much of it is there, and since when it stands where it stands. */
  #renderWhere({ place, delivered, quantity, since, next }: OrderItem) {
    const facts = [
      ...(delivered === undefined ? [] : [words.delivered(delivered, quantity)]),
      ...(place ? [words.to(place)] : []),
      words.since(formatInstant(since, this.locale, this.zone, 'medium')),
      ...(next ? [words.comesNext(next)] : []),
    ];
    return html`<p class="row quiet small">${facts.map((fact) => html`<span>${fact}</span>`)}</p>`;
  }

  #renderNotes({ notes = [] }: OrderItem) {
    if (notes.length === 0) return nothing;
    return html`
      <details>
        <summary>${words.said()}</summary>
        <ul class="plain stack tight">
          ${notes.map(({ by, text, at }) => html`<li><strong>${words[by]()}</strong>${at ? html` <span class="quiet small">${formatInstant(at, this.locale, this.zone, 'medium')}</span>` : nothing}<br /><bdi>${text}</bdi></li>`)}
        </ul>
      </details>
    `;
  }

  /** Why it stands there, where nothing else on the line says just that. */
  #renderReason({ reason, need, activation }: OrderItem) {
    return reason && reason !== need?.text && reason !== activation?.result ? html`<p>${reason}</p>` : nothing;
  }

  #renderFacts({ stage, promised, expected, actor }: OrderItem) {
    const day = (date: string | undefined) => (date ? formatDate(date, this.locale, 'weekday') : words.notKnown());
    return html`
      <dl class="facts">
        ${isFinal(stage) ? nothing : html`<div><dt>${words.promised()}</dt><dd>${day(promised)}</dd></div><div><dt>${words.expected()}</dt><dd>${day(expected)}</dd></div>`}
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
