import type { Grant, GrantScope } from '@faceplate/contracts';
import { formatInstant, formatMoney } from '@faceplate/localize';
import { heading, PortletElement, Reading } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { type Ending, EndingController } from './ending.controller.ts';
import { type GrantsClient, grantsClient } from './grants.client.ts';
import { words } from './messages.ts';
import { listStyles } from './security.styles.ts';

const SCOPES: Readonly<Record<GrantScope, () => string>> = {
  bills: words.bills,
  'bill-details': words.billDetails,
  orders: words.orders,
  products: words.products,
  tickets: words.tickets,
};

/**
 * What the person lets others see and do, and what others let the person; either side may end it.
 *
 * @summary Who may see or do something for you.
 * @tagname fp-grants
 */
export class GrantsElement extends PortletElement {
  static override readonly styles = [PortletElement.styles, listStyles];

  @property({ attribute: false }) grants: GrantsClient = grantsClient({ gateway: '' });

  /** IANA zone of the times. */
  @property() zone = 'UTC';

  readonly #list = new Reading(this, { args: () => [] as const, load: (_, options) => this.grants.list(options), changes: [] });

  readonly #ending = new EndingController(this, () => {
    this.#list.retry();
  });

  protected override renderContent(): unknown {
    return html`<section class="stack" aria-labelledby="title">
      <div>
        <div id="title">${heading(2, words.grants())}</div>
        <fp-ending .controller=${this.#ending} .state=${this.#ending.state}></fp-ending>
      </div>
      ${this.renderReading(this.#list, {
        loading: () => html`<fp-skeleton rows lines="3"></fp-skeleton>`,
        isEmpty: ({ items, gaps }) => items.length === 0 && gaps.length === 0,
        empty: () => html`<p>${words.noGrants()}</p>`,
        ready: ({ items }) => html`${this.#renderSide('given', items)} ${this.#renderSide('received', items)}`,
      })}
    </section>`;
  }

  #renderSide(side: Grant['direction'], all: readonly Grant[]): unknown {
    const grants = all.filter(({ direction }) => direction === side);
    if (grants.length === 0) return nothing;
    return html`<div class="stack tight">
      ${heading(3, side === 'given' ? words.given() : words.received())}
      <ul class="plain">
        ${grants.map((grant) => this.#renderOne(grant))}
      </ul>
    </div>`;
  }

  #renderOne(grant: Grant): unknown {
    const { who, limit, until, grantable } = grant;
    const locale = this.activeLocale;
    return html`<li>
      <div>
        <p class="strong"><bdi>${who}</bdi></p>
        <p>${this.#whatOf(grant)}</p>
        <p class="quiet small">
          ${words.until(formatInstant(until, locale, this.zone))}${limit ? html`<br />${words.limit(formatMoney(limit, locale))}` : nothing}${grantable ? html`<br />${words.grantable()}` : nothing}
        </p>
      </div>
      <button type="button" aria-label=${words.endGrantOf(who)} @click=${() => this.#ending.ask(this.#end(grant))}>${words.endGrant()}</button>
    </li>`;
  }

  #whatOf({ scope, over }: Grant): string {
    const list = new Intl.ListFormat(this.activeLocale).format(scope.map((one) => SCOPES[one]()));
    if (!over) return list;
    return over.kind === 'account' ? words.ofAccount(list, over.id) : words.ofOrganization(list, over.id);
  }

  #end({ id, who, direction }: Grant): Ending {
    const given = direction === 'given';
    return {
      question: () => (given ? words.endGivenQuestion(who) : words.endReceivedQuestion(who)),
      consequence: () => (given ? words.endGivenConsequence() : words.endReceivedConsequence()),
      verb: words.endGrant,
      done: () => (given ? words.endGivenDone(who) : words.endReceivedDone(who)),
      run: async (options) => {
        await this.grants.end(id, options);
        return 1;
      },
    };
  }
}
