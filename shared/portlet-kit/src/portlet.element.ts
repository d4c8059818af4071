import { ContextConsumer } from '@lit/context';
import type { FaceplateClient } from '@faceplate/client';
import { directionOf, messageLocale, setMessageLocale, updateWhenLocaleChanges } from '@faceplate/localize';
import { baseStyles, buttonStyles, rootStyles } from '@faceplate/ui';
import { type CSSResultGroup, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { PageTurn } from './page-turn.ts';
import { type Asked, lent, type PartHost } from './part.ts';
import { type PortletServices, type Surroundings, surroundingsContext } from './services.ts';
import { servingOrigin, standaloneServices } from './standalone.ts';
import { brokenState, readingStates, type StateViews } from './states.ts';
import type { ReadingState } from './reading.ts';

/**
 * What every portlet is: an element that finds its services (given as a
 * property, lent by `<fp-context>`, or made by itself on a bare page), draws the
 * states every customer can meet, and never takes the page down with it.
 */
export abstract class PortletElement<Client = FaceplateClient> extends LitElement {
  /** What every portlet draws with; heirs add theirs: `[PortletElement.styles, tableStyles, css`…`]`. */
  static override styles: CSSResultGroup = [rootStyles, baseStyles, buttonStyles];

  /** Base URL of the gateway; by default the origin that served this module. */
  @property() gateway = '';

  /** BCP 47; by default what the page says in `lang`. */
  @property() locale = '';

  /** Billing account id; by default all accounts of the session. */
  @property() account = '';

  /** `agent` when a member of staff acts for the customer. */
  @property({ reflect: true }) mode: 'customer' | 'agent' = 'customer';

  /** `card` shows the answer alone. */
  @property({ reflect: true }) view: 'full' | 'card' = 'full';

  /** Level of the portlet's heading, 1 to 5. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel = 2;

  /** Held by Lit's list of controllers; nothing here asks it again. */
  protected readonly surroundings = new ContextConsumer(this, {
    context: surroundingsContext,
    subscribe: true,
    callback: (surroundings) => {
      this.#lent = surroundings;
      this.requestUpdate();
    },
  });
  #lent: Surroundings | undefined;
  #given: PortletServices<Client> | undefined;
  #own: { gateway: string; locale: string; services: PortletServices } | undefined;
  #failure: { cause: unknown } | undefined;
  #worded: string | undefined;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.addController(new PageTurn(this, () => this.page));
  }

  /** Which of its pages the portlet shows, the id of a bill say; empty for the first. The focus follows when it changes. */
  protected get page(): string {
    return '';
  }

  /** What this portlet may use of the page it stands on. */
  get services(): PortletServices<Client> {
    return this.#given ?? ((this.#lent?.services ?? this.#ownServices()) as unknown as PortletServices<Client>);
  }

  set services(services: PortletServices<Client>) {
    this.#given = services;
    this.requestUpdate();
  }

  /** The locale in force: own attribute, then the surroundings', then the page's. */
  protected get activeLocale(): string {
    return this.locale || (this.#given ?? this.#lent?.services)?.locale || pageLocale(this);
  }

  /** The billing account in force; empty means all. */
  protected get activeAccount(): string {
    return this.account || this.#lent?.account || '';
  }

  /** What the portlet shows when nothing is broken. */
  protected abstract renderContent(): unknown;

  override render(): unknown {
    if (!this.#failure) return this.renderContent();
    return brokenState(this.#failure.cause, this.#onRetry);
  }

  /** Draws every state of a reading; `views` says what is this portlet's own. */
  protected renderReading<T extends object>(reading: { readonly state: ReadingState<T>; retry(): void }, views: StateViews<T>): unknown {
    const { client } = this.services as unknown as PortletServices;
    return readingStates(reading, views, {
      locale: this.activeLocale,
      staleSince: (value) => client.staleSince(value),
      signInHref: client.session?.signInHref(globalThis.location.href),
    });
  }

  /** Runs what an event started, so that a failure is reported and drawn instead of lost. */
  protected async run(work: () => unknown): Promise<void> {
    try {
      await work();
    } catch (cause) {
      this.#break(cause);
    }
  }

  /** This portlet as its parts see it; `acts` and `facts` are what it lends them beside what every portlet does. */
  protected lend<Acts extends object, Facts extends object>(acts: Acts, facts: Asked<Facts>): PartHost<Client> & Acts & Facts {
    const more = { renderReading: this.renderReading.bind(this), run: this.run.bind(this), ...acts };
    return lent(this, more, { locale: () => this.activeLocale, account: () => this.activeAccount, ...facts }) as PartHost<Client> & Acts & Facts;
  }

  /** Waits for the words of the locale, so that nothing flashes in another language. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    const loading = this.#chooseWords();
    if (!loading) return super.scheduleUpdate();
    return loading.then(() => super.scheduleUpdate());
  }

  /**
   * An error while drawing would leave the old content standing, a stale balance
   * say. The fallback is drawn by Lit itself, so that trying again can recover.
   */
  protected override performUpdate(): void {
    this.#speak();
    try {
      super.performUpdate();
    } catch (cause) {
      if (this.#failure) throw cause;
      this.#break(cause);
    }
  }

  /** Readers and line breaking follow the words that are shown, whatever the page around speaks. */
  #speak(): void {
    const language = messageLocale();
    if (this.lang !== language) this.lang = language;
    const direction = directionOf(language);
    if (this.dir !== direction) this.dir = direction;
  }

  /** Once a locale: two portlets that want different words must not turn the page back and forth. */
  #chooseWords(): Promise<void> | undefined {
    const locale = this.activeLocale;
    if (locale === this.#worded) return undefined;
    this.#worded = locale;
    return setMessageLocale(locale);
  }

  readonly #onRetry = (): void => {
    this.#failure = undefined;
    this.requestUpdate();
  };

  #break(cause: unknown): void {
    this.#failure = { cause };
    this.services.report(cause);
    this.requestUpdate();
  }

  #ownServices(): PortletServices {
    const gateway = this.gateway || servingOrigin();
    const locale = this.activeLocale;
    if (this.#own?.gateway !== gateway || this.#own.locale !== locale) {
      this.#own = { gateway, locale, services: standaloneServices(this, gateway, locale) };
    }
    return this.#own.services;
  }
}

function pageLocale(element: Element): string {
  const spoken = element.parentElement?.closest<HTMLElement>('[lang]')?.lang;
  return spoken || document.documentElement.lang || navigator.language || 'en';
}
