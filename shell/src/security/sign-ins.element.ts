import { type OwnSessionsClient, ownSessionsClient } from '@faceplate/client';
import type { OwnSession } from '@faceplate/contracts';
import { formatInstant } from '@faceplate/localize';
import { heading, PortletElement, Reading } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { type Ending, EndingController } from './ending.controller.ts';
import { words } from './messages.ts';
import { listStyles } from './security.styles.ts';

/**
 * The person's own sessions, this one marked; each other one can be ended.
 *
 * @summary Where you are signed in.
 * @tagname fp-sign-ins
 */
export class SignInsElement extends PortletElement {
  static override readonly styles = [PortletElement.styles, listStyles];

  @property({ attribute: false }) sessions: OwnSessionsClient = ownSessionsClient({ gateway: '' });

  /** IANA zone of the times. */
  @property() zone = 'UTC';

  readonly #list = new Reading(this, { args: () => [] as const, load: (_, options) => this.sessions.list(options), changes: [] });

  readonly #ending = new EndingController(this, () => {
    this.#list.retry();
  });

  protected override renderContent(): unknown {
    return html`<section class="stack" aria-labelledby="title">
      <div>
        <div id="title">${heading(2, words.signIns())}</div>
        <fp-ending .controller=${this.#ending} .state=${this.#ending.state}></fp-ending>
      </div>
      ${this.renderReading(this.#list, {
        loading: () => html`<fp-skeleton rows lines="3"></fp-skeleton>`,
        isEmpty: ({ length }) => length === 0,
        empty: () => html`<p>${words.noSignIns()}</p>`,
        ready: (sessions) => this.#renderList(sessions),
      })}
    </section>`;
  }

  #renderList(sessions: readonly OwnSession[]): unknown {
    return html`<ul class="plain">
        ${sessions.map((session) => this.#renderOne(session))}
      </ul>
      ${sessions.some(({ current }) => !current)
        ? html`<div><button type="button" @click=${() => this.#ending.ask(this.#endOthers())}>${words.endOthers()}</button></div>`
        : html`<p class="quiet">${words.onlyHere()}</p>`}`;
  }

  #renderOne(session: OwnSession): unknown {
    const { current, kind, startedAt, seenAt } = session;
    const device = deviceOf(session);
    return html`<li>
      <div>
        <p class="row"><bdi class="strong">${device}</bdi> ${current ? html`<fp-tag tone="positive">${words.thisOne()}</fp-tag>` : nothing}</p>
        <p class="quiet small">${kind === 'embedded' ? html`${words.embedded()}<br />` : nothing}${words.seen(this.#time(startedAt), this.#time(seenAt))}</p>
      </div>
      ${current
        ? nothing
        : html`<button type="button" aria-label=${words.endThat(device)} @click=${() => this.#ending.ask(this.#endOne(session))}>${words.end()}</button>`}
    </li>`;
  }

  #endOne(session: OwnSession): Ending {
    const device = deviceOf(session);
    return {
      question: () => words.endQuestion(device),
      consequence: words.endConsequence,
      verb: words.signOutThere,
      done: () => words.endDone(device),
      run: async (options) => {
        await this.sessions.end(session.id, options);
        return 1;
      },
    };
  }

  #endOthers(): Ending {
    return {
      question: words.othersQuestion,
      consequence: words.endConsequence,
      verb: words.signOutThere,
      done: (count) => words.othersDone(count, this.activeLocale),
      run: (options) => this.sessions.endOthers(options),
    };
  }

  #time(instant: string): string {
    return formatInstant(instant, this.activeLocale, this.zone);
  }
}

const deviceOf = ({ device }: OwnSession): string => device || words.unknownDevice();
