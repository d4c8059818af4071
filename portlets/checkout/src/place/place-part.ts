import '@faceplate/client/nouns/cart.js';
import type { Cart, CartItem } from '@faceplate/contracts';
import { heading } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import { words } from '../messages.ts';
import type { Part, PartHost } from '../part.ts';
import { said } from './messages.ts';
import { type Picked, PlacePicker } from './place-picker.ts';

/** Where the lines go that go somewhere. */
export class PlacePart implements Part {
  readonly #host: PartHost;
  readonly #picker: PlacePicker;
  /** Lines that are not to go to the address that is typed. */
  readonly #others = new Set<string>();
  #isChanging = false;

  constructor(host: PartHost) {
    this.#host = host;
    this.#picker = new PlacePicker(host, 'placeWords', (place) => void host.run(() => this.#send(place)));
  }

  render(): unknown {
    const { headingLevel } = this.#host;
    return html`${heading(headingLevel, said.heading())}
    ${this.#host.renderReading(this.#host.cart, { loading: () => html`<fp-skeleton rows lines="4"></fp-skeleton>`, ready: (cart) => this.#renderLines(cart) })}`;
  }

  #renderLines(cart: Cart): unknown {
    const lines = linesWithPlace(cart);
    const open = lines.filter(({ place }) => !place);
    const asks = lines.length > 0 && (open.length > 0 || this.#isChanging);
    return html`
      ${lines.length === 0 ? html`<p>${said.notNeeded()}</p>` : nothing}
      <ul class="plain stack tight">${lines.map(({ name, place }) => html`<li>${place ? said.goesTo(name, place.text) : said.goesNowhere(name)}</li>`)}</ul>
      ${asks ? html`${lines.length > 1 ? this.#renderWhich(lines) : nothing} ${this.#picker.render(said.label())}` : nothing}
      ${this.#host.refusal('places')}
      <div class="row">
        ${open.length === 0 ? html`<button class="primary" type="button" @click=${() => this.#host.next()}>${words.goOn()}</button>` : nothing}
        ${asks || lines.length === 0 ? nothing : html`<button type="button" @click=${this.#onChange}>${said.another()}</button>`}
      </div>
    `;
  }

  #renderWhich(lines: readonly CartItem[]): unknown {
    return html`<fieldset class="field">
      <legend>${said.forWhich()}</legend>
      ${lines.map(
        ({ id, name }) => html`<label class="choice">
          <input type="checkbox" .checked=${!this.#others.has(id)} @change=${({ currentTarget }: Event) => this.#mark(id, (currentTarget as HTMLInputElement).checked)} /><bdi>${name}</bdi>
        </label>`,
      )}
    </fieldset>`;
  }

  #mark(id: string, isMeant: boolean): void {
    if (isMeant) this.#others.delete(id);
    else this.#others.add(id);
    this.#host.requestUpdate();
  }

  readonly #onChange = (): void => {
    this.#isChanging = true;
    this.#host.requestUpdate();
  };

  async #send({ id: placeId }: Picked): Promise<void> {
    const { cart, acts, services } = this.#host;
    const lines = cart.value ? linesWithPlace(cart.value).filter(({ id }) => !this.#others.has(id)) : [];
    for (const { id } of lines) {
      const done = await acts.do(`places ${id} ${placeId}`, (idempotencyKey) => services.client.cart.change(id, { placeId }, { idempotencyKey }));
      if (!done) return;
    }
    this.#isChanging = false;
    this.#host.requestUpdate();
  }
}

/** Lines that go somewhere, or already have where. */
const linesWithPlace = ({ items }: Cart): CartItem[] => items.filter(({ later, needs = [], place, obstacles = [] }) => !later && (needs.includes('place') || place !== undefined || obstacles.some(({ way }) => way !== undefined && PLACE_WAYS.includes(way.kind))));

const PLACE_WAYS: readonly string[] = ['give-address', 'correct-address', 'choose-flat', 'register-interest'];
