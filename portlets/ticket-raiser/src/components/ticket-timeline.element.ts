import type { TicketEntry } from '@faceplate/contracts';
import { formatInstant, isolated, updateWhenLocaleChanges } from '@faceplate/localize';
import { baseStyles } from '@faceplate/ui';
import { css, html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { words } from '../messages.ts';
import { statusOf } from '../ticket-words.ts';

/**
 * What happened to a ticket, oldest first.
 *
 * @summary Timeline of a ticket.
 * @tagname fp-ticket-timeline
 */
export class TicketTimelineElement extends LitElement {
  static override readonly styles = [
    baseStyles,
    css`
      li {
        padding-block: var(--fp-space-2);
        padding-inline-start: var(--fp-space-4);
        border-inline-start: 2px solid var(--fp-line-quiet);
      }

      .you,
      .colleague {
        border-inline-start-color: var(--fp-accent);
      }

      .note {
        white-space: pre-line;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) entries: readonly TicketEntry[] = [];

  @property() locale = 'en';

  /** IANA zone for moments. */
  @property() zone = 'UTC';

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render() {
    return html`<ol class="plain stack tight">${this.entries.map((entry) => this.#renderEntry(entry))}</ol>`;
  }

  #renderEntry({ at, author, note, status }: TicketEntry) {
    return html`
      <li class=${author.side}>
        <p class="quiet small">${this.#nameOf(author)} · ${formatInstant(at, this.locale, this.zone, 'medium')}</p>
        ${status ? html`<p>${words.became(statusOf(status).word)}</p>` : nothing}
        ${note ? html`<p class="note"><bdi>${note}</bdi></p>` : nothing}
      </li>
    `;
  }

  #nameOf({ name, side }: TicketEntry['author']) {
    if (side === 'you') return words.you();
    return side === 'colleague' ? words.colleague(name) : isolated(name);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-ticket-timeline': TicketTimelineElement;
  }
}
