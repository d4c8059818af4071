import type { Product } from '@faceplate/contracts';
import { isolated } from '@faceplate/localize';
import { html, nothing } from 'lit';
import { words } from '../messages.ts';
import type { PartHost } from '../part.ts';

/** As many more as one ticket takes, and as many as are shown at once. */
const [MOST, SHOWN] = [199, 50];

interface Chosen {
  /** Ids of the products beside the first. */
  all(): readonly string[];
  choose(ids: readonly string[]): void;
}

/** The same trouble or wish at many places: found by name or address, chosen one by one or all that were found. */
export class Sites {
  readonly #host: PartHost;
  readonly #chosen: Chosen;
  #search = '';

  constructor(host: PartHost, chosen: Chosen) {
    this.#host = host;
    this.#chosen = chosen;
  }

  render(products: readonly Product[], productId: string | undefined): unknown {
    const others = products.filter(({ id, lineOfBusiness }) => id !== productId && lineOfBusiness !== 'device');
    if (productId === undefined || others.length === 0) return nothing;
    const chosen = new Set(this.#chosen.all());
    const found = others.filter((one) => nameOf(one).toLowerCase().includes(this.#search.toLowerCase()));
    return html`
      <details part="sites">
        <summary>${chosen.size > 0 ? words.sitesChosen(chosen.size, this.#host.locale) : words.sites()}</summary>
        <div class="stack tight">
          <p class="hint">${words.sitesHint()}</p>
          <div class="row">
            <div class="field"><label for="sites-search">${words.search()}</label><input id="sites-search" type="search" maxlength="100" .value=${this.#search} @input=${this.#onSearch} /></div>
            <button type="button" data-all @click=${() => { this.#chosen.choose([...new Set([...chosen, ...found.map(({ id }) => id)])].slice(0, MOST)); }}>${words.sitesAll(found.length, this.#host.locale)}</button>
            ${chosen.size > 0 ? html`<button type="button" class="quiet" data-none @click=${() => { this.#chosen.choose([]); }}>${words.sitesNone()}</button>` : nothing}
          </div>
          <ul class="plain">${found.slice(0, SHOWN).map((one) => this.#renderOne(one, chosen))}</ul>
          ${found.length > SHOWN ? html`<p class="hint">${words.sitesMore(found.length - SHOWN, this.#host.locale)}</p>` : nothing}
        </div>
      </details>
    `;
  }

  #renderOne(product: Product, chosen: ReadonlySet<string>) {
    const { id, name, identifier } = product;
    const onChange = ({ target }: Event) => {
      const others = [...chosen].filter((one) => one !== id);
      this.#chosen.choose((target as HTMLInputElement).checked ? [...others, id].slice(0, MOST) : others);
    };
    return html`<li><label class="choice"><input type="checkbox" .value=${id} .checked=${chosen.has(id)} @change=${onChange} /><span>${identifier ? `${isolated(name)} · ${isolated(identifier)}` : name}</span></label></li>`;
  }

  readonly #onSearch = ({ target }: Event) => {
    this.#search = (target as HTMLInputElement).value.trim();
    this.#host.requestUpdate();
  };
}

const nameOf = ({ name, identifier = '' }: Product): string => `${name} ${identifier}`;
