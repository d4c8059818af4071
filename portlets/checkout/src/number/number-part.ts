import { heading } from '@faceplate/portlet-kit';
import { html } from 'lit';
import { words } from '../messages.ts';
import type { Part, PartHost } from '../part.ts';
import { said } from './messages.ts';
import { NumberChoice } from './number-choice.ts';

/** The numbers of the lines that need one. */
export class NumberPart implements Part {
  readonly #host: PartHost;
  readonly #choices = new Map<string, NumberChoice>();

  constructor(host: PartHost) {
    this.#host = host;
  }

  render(): unknown {
    const { headingLevel, cart } = this.#host;
    return html`${heading(headingLevel, said.heading())}
    ${this.#host.renderReading(cart, {
      loading: () => html`<fp-skeleton rows lines="4"></fp-skeleton>`,
      ready: ({ items }) => {
        const lines = items.filter(({ later, needs = [], hold, portIn }) => !later && (needs.includes('number') || hold?.kind === 'number' || portIn !== undefined));
        return html`${lines.length > 0 ? lines.map((item) => this.#choiceOf(item.id).render(item)) : html`<p>${said.notNeeded()}</p>`}
          <div><button class="primary" type="button" @click=${() => this.#host.next()}>${words.goOn()}</button></div>`;
      },
    })}`;
  }

  #choiceOf(itemId: string): NumberChoice {
    const choice = this.#choices.get(itemId) ?? new NumberChoice(this.#host, itemId);
    this.#choices.set(itemId, choice);
    return choice;
  }
}
