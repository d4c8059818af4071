import { msg, str } from '@faceplate/localize';
import { heading, type PortletServices } from '@faceplate/portlet-kit';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { LightElement } from '../components/light.element.ts';
import type { Portlet } from '../registry/manifest.ts';
import { titleOf } from '../registry/title.ts';
import type { PortletLoader } from './loader.ts';
import { placePortlet, type PlacedPortlet } from './parcel.ts';
import { newReference, report } from './report.ts';

type OutletState = { readonly step: 'loading' } | { readonly step: 'mounted' } | { readonly step: 'failed'; readonly reference: string };

/**
 * A place for one portlet. Whatever the portlet does, the place stands: it says
 * what is missing, offers to try again, and gives a reference to quote.
 *
 * @summary One portlet, or what to do without it.
 * @tagname fp-outlet
 */
export class OutletElement extends LightElement {
  @property({ attribute: false }) portlet!: Portlet;

  @property({ attribute: false }) loader!: PortletLoader;

  @property({ attribute: false }) services!: PortletServices;

  /** Attributes of the portlet. A change reaches it in place. */
  @property({ attribute: false }) given: Readonly<Record<string, string>> = {};

  @state() private outcome: OutletState = { step: 'loading' };

  @query('.stage') private stage!: HTMLElement;

  #placed: PlacedPortlet | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.retry();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#remove();
  }

  protected override willUpdate(): void {
    if (!this.hasUpdated && this.loader.isOff(this.portlet)) this.outcome = { step: 'failed', reference: newReference() };
  }

  protected override firstUpdated(): void {
    if (this.outcome.step === 'loading') this.#place();
  }

  protected override updated(changed: PropertyValues<this>): void {
    const element = this.#element;
    if (!element) return;
    if (changed.has('given')) giveAttributes(element, changed.get('given') ?? {}, this.given);
    if (changed.has('services')) Object.assign(element, { services: this.services });
  }

  override render(): TemplateResult {
    const { step } = this.outcome;
    return html`<div class="stage" ?hidden=${step !== 'mounted'}></div>
      ${step === 'loading' ? this.#renderSkeleton() : nothing}${this.outcome.step === 'failed' ? this.#renderFailure(this.outcome.reference) : nothing}`;
  }

  #renderSkeleton(): TemplateResult {
    const title = titleOf(this.portlet, this.services.locale);
    return html`<div class="skeleton">
      <p class="visually-hidden">${msg(str`Loading ${title}…`, { id: 'shell.loading', desc: 'For screen readers while a part of the page is on its way; the part’s title follows' })}</p>
      <span></span><span></span><span></span>
    </div>`;
  }

  #renderFailure(reference: string): TemplateResult {
    const title = titleOf(this.portlet, this.services.locale);
    const off = this.loader.isOff(this.portlet);
    const words = msg(str`${title} cannot be shown right now`, { id: 'shell.failed', desc: 'Heading in place of a part of the page that failed; the part’s title comes first' });
    return html`<div class="failure" role="alert">
      ${heading(Number(this.given['heading-level'] ?? 2), words)}
      <p>
        ${off
          ? msg('It failed several times, so we have switched it off for now. Everything else works; reload the page later.', { id: 'shell.failed.off', desc: 'A part of the page was switched off after failing repeatedly' })
          : msg('Something went wrong on our side. Everything else on this page works.', { id: 'shell.failed.help', desc: 'Under the heading of a part that failed' })}
      </p>
      ${off ? nothing : html`<button type="button" @click=${() => this.retry()}>${msg('Try again', { id: 'shell.retry', desc: 'Button after a failure' })}</button>`}
      <p class="quiet">${msg('Reference:', { id: 'shell.reference', desc: 'Before a code to quote to support' })} <code>${reference}</code></p>
    </div>`;
  }

  /** Takes what is left of the last try away and begins anew, with a new module. */
  retry(): void {
    this.#remove();
    this.outcome = { step: 'loading' };
    this.#place();
  }

  get #element(): (Element & { updateComplete?: Promise<unknown> }) | null {
    return this.stage.firstElementChild?.firstElementChild ?? null;
  }

  #place(): void {
    const { portlet, loader, services, given: attributes } = this;
    // A ground of its own: single-spa unmounts a little later, and must not clear what stands there by then.
    const domElement = this.stage.appendChild(document.createElement('div'));
    const placed = (this.#placed = placePortlet({ portlet, loader, services, attributes, domElement }));
    this.#watch(placed).catch((cause: unknown) => {
      if (this.#placed === placed) this.#fail(cause);
    });
  }

  /** Mounted is not yet drawn: a portlet that throws while drawing for the first time has failed as well. */
  async #watch(placed: PlacedPortlet): Promise<void> {
    await placed.mounted;
    if (this.#placed !== placed) return;
    this.outcome = { step: 'mounted' };
    const element = this.#element;
    if (element) {
      giveAttributes(element, {}, this.given);
      Object.assign(element, { services: this.services });
    }
    await element?.updateComplete;
  }

  #fail(cause: unknown): void {
    const reference = newReference();
    this.loader.failed(this.portlet);
    report(cause, { portlet: this.portlet.name, reference });
    this.#remove();
    this.outcome = { step: 'failed', reference };
  }

  #remove(): void {
    this.#placed?.remove();
    this.#placed = undefined;
    this.stage.replaceChildren();
  }
}

function giveAttributes(element: Element, before: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(before)) if (!(name in now)) element.removeAttribute(name);
  for (const [name, value] of Object.entries(now)) if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
