import { msg, str } from '@faceplate/localize';
import type { PortletServices } from '@faceplate/portlet-kit';
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../components/light.element.ts';
import type { PortletLoader } from '../loading/loader.ts';
import type { Portlet } from '../registry/manifest.ts';
import { byUrgency, readSituation } from './urgency.ts';

/** Milliseconds the cards wait for their order. Once they stand, none moves. */
const PATIENCE = 600;

/**
 * The overview: each portlet's answer as a card, what needs the customer first.
 *
 * @summary The home page.
 * @tagname fp-home
 */
export class HomeElement extends LightElement {
  @property({ attribute: false }) portlets: readonly Portlet[] = [];

  @property({ attribute: false }) loader!: PortletLoader;

  @property({ attribute: false }) services!: PortletServices;

  /** Attributes of every card. */
  @property({ attribute: false }) given: Readonly<Record<string, string>> = {};

  /** The person's name. */
  @property() name = '';

  @state() private order: readonly string[] | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#rank();
  }

  override render(): TemplateResult {
    return html`<h1>${msg(str`Hello ${this.name}`, { id: 'shell.hello', desc: 'Heading of the home page, with the person’s name' })}</h1>
      <div class="cards">${this.#renderCards()}</div>`;
  }

  #renderCards(): unknown {
    const { order, portlets } = this;
    if (!order) return portlets.map(() => html`<div class="card"></div>`);
    const cards = portlets.toSorted((one, other) => order.indexOf(one.name) - order.indexOf(other.name));
    return repeat(cards, ({ name }) => name, (portlet) => this.#renderCard(portlet));
  }

  #renderCard(portlet: Portlet): TemplateResult {
    return html`<fp-outlet
      class="card"
      .portlet=${portlet}
      .loader=${this.loader}
      .services=${this.services}
      .given=${{ ...portlet.attributes, ...this.given, view: 'card', 'heading-level': '2' }}
    ></fp-outlet>`;
  }

  async #rank(): Promise<void> {
    for (const portlet of this.portlets) void this.loader.load(portlet);
    const situation = await readSituation(this.services.client, AbortSignal.timeout(PATIENCE));
    this.order = byUrgency(this.portlets, situation).map(({ name }) => name);
  }
}
