import { ApiProblem, createClient, type FaceplateClient } from '@faceplate/client';
import type { SignedIn } from '@faceplate/contracts';
import { msg, setMessageLocale } from '@faceplate/localize';
import type { PortletServices } from '@faceplate/portlet-kit';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { AccountChosenEvent, SessionWishedEvent, SettingsChangedEvent, ToastDismissedEvent } from '../events.ts';
import { layoutFor } from '../home/layouts.ts';
import { PortletLoader } from '../loading/loader.ts';
import { newReference, report } from '../loading/report.ts';
import { type Portlet, readManifest } from '../registry/manifest.ts';
import { titleOf } from '../registry/title.ts';
import { matchRoute, startOf } from '../routing/pattern.ts';
import { RouteController } from '../routing/route.controller.ts';
import { SessionController } from '../session/session.controller.ts';
import { dress } from '../settings/appearance.ts';
import { BRANDS, keepSettings, localeFor, readSettings, type Settings } from '../settings/settings.ts';
import { LightElement } from './light.element.ts';
import { ToastsController } from './toasts.controller.ts';
import { foot, landing, loadingWords, missingPage, opening, personaName, securityTitle, signedOutNote, signInFirst, unreachable, type Ways, waysFrom } from './views.ts';

/**
 * The assembled portal.
 *
 * @summary Navigation, session, settings, and the portlets of the page.
 * @tagname fp-portal
 */
export class PortalElement extends LightElement {
  /** One client for all portlets of the page. */
  @property({ attribute: false }) client: FaceplateClient = createClient({ gateway: '' });

  @property({ attribute: false }) loader = new PortletLoader();

  @state() private portlets: readonly Portlet[] | undefined;

  @state() private failure: string | undefined;

  @state() private settings = readSettings();

  @state() private announcement = '';

  readonly #session = new SessionController(this, { client: this.client });
  readonly #toasts = new ToastsController(this);
  readonly #route = new RouteController(this, () => {
    this.#arrive();
  });
  #services: PortletServices | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    dress(this.settings, this.#locale);
    void this.#open();
  }

  /** The first words on the screen are the person's own. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    const loading = setMessageLocale(this.#locale);
    return loading ? loading.then(() => super.scheduleUpdate()) : super.scheduleUpdate();
  }

  protected override updated(): void {
    document.title = `${this.#title} – ${BRANDS[this.settings.brand]}`;
  }

  override render(): TemplateResult {
    const { state } = this.#session;
    const session = state.step === 'signed-in' ? state.session : undefined;
    return html`
      <a class="skip" href="#main">${msg('Skip to content', { id: 'shell.skip', desc: 'First link of the page, for keyboards' })}</a>
      ${session && (session.acting ?? session.persona === 'agent') ? this.#renderActing(session) : nothing}
      ${this.#renderHeader(session)}
      <main id="main" tabindex="-1" class=${state.step === 'asking' ? 'blank' : ''}>
        ${state.step === 'signed-out' && state.because ? signedOutNote(state.because) : nothing} ${this.#renderPage(session)}
      </main>
      ${foot(BRANDS[this.settings.brand], session)}
      <p class="visually-hidden" role="status">${state.step === 'asking' ? loadingWords() : this.announcement}</p>
      <fp-toasts .toasts=${this.#toasts.toasts} @fp-toast-dismissed=${this.#onToastDismissed}></fp-toasts>
      <fp-idle-warning
        .endsAt=${state.step === 'signed-in' ? state.endsSoon : undefined}
        locale=${this.#locale}
        @fp-session-wished=${this.#onSessionWished}
      ></fp-idle-warning>
    `;
  }

  #renderHeader(session: SignedIn | undefined): TemplateResult {
    const { page } = this.#route;
    const brand = html`<a class="brand" href="/">${BRANDS[this.settings.brand]}</a>`;
    // What stands here depends on who it is, and nothing may move once it stands.
    if (this.#session.state.step === 'asking') return html`<header>${brand}</header>`;
    return html`<header>
      ${brand}
      <fp-account-switch .accounts=${session?.accounts ?? []} chosen=${this.#accountOf(session)} @fp-account-chosen=${this.#onAccountChosen}></fp-account-switch>
      <fp-settings-panel .settings=${this.settings} language=${new Intl.Locale(this.#locale).language} @fp-settings-changed=${this.#onSettingsChanged}></fp-settings-panel>
      ${this.#renderPerson(session)}
      <fp-navigation
        .portlets=${layoutFor(this.portlets ?? [], session)}
        locale=${this.#locale}
        current=${page.kind === 'portlet' ? startOf(page.portlet.route) : page.kind === 'home' ? '/' : ''}
      ></fp-navigation>
    </header>`;
  }

  /** Only staff load it. They must never take what they see for their own, nor a customer's for another's. */
  #renderActing(session: SignedIn): TemplateResult {
    void import('../acting/define.ts').catch(this.#report);
    return html`<fp-acting-bar .session=${session} locale=${this.#locale} @fp-acting-switched=${() => void this.#session.ask()}></fp-acting-bar>`;
  }

  #renderPerson(session: SignedIn | undefined): TemplateResult {
    if (session) {
      return html`<p class="person">
        <span>${session.person.name} <small>${personaName(session.persona)}</small></span>
        <a href=${this.client.session.signOutHref()} @click=${() => this.#session.leave()}>${msg('Sign out', { id: 'shell.sign-out', desc: 'Link that ends the session' })}</a>
      </p>`;
    }
    return html`<p class="person"><a href=${this.#ways.signIn}>${msg('Sign in', { id: 'shell.sign-in', desc: 'Link to the sign-in page' })}</a></p>`;
  }

  #renderPage(session: SignedIn | undefined): unknown {
    const { page } = this.#route;
    const { step } = this.#session.state;
    if (this.failure) return unreachable(this.failure, () => void this.#open());
    if (page.kind === 'opening' || step === 'asking') return opening();
    if (page.kind === 'missing') return missingPage();
    if (step === 'unreachable') return unreachable(newReference(), () => void this.#session.ask());
    if (page.kind === 'security') return this.#renderSecurity(session);
    return page.kind === 'home' ? this.#renderHome(session) : this.#renderPortlet(page.portlet, page.params, session);
  }

  #renderHome(session: SignedIn | undefined): unknown {
    const portlets = layoutFor(this.portlets ?? [], session);
    if (!session) return landing(this.#ways, portlets, this.#locale);
    const cards = portlets.filter(({ card }) => card);
    return keyed(
      session.person.id,
      html`<fp-home .portlets=${cards} .loader=${this.loader} .services=${this.#servicesNow} .given=${this.#given(session)} name=${session.person.name}></fp-home>`,
    );
  }

  #renderSecurity(session: SignedIn | undefined): unknown {
    if (!session) return signInFirst(this.#title, this.#ways);
    void this.#need(() => import('../security/define.ts'));
    return html`<fp-security .services=${this.#servicesNow} .persona=${session.persona}>${opening()}</fp-security>`;
  }

  #renderPortlet(portlet: Portlet, params: Readonly<Record<string, string>>, session: SignedIn | undefined): unknown {
    if (!session && !portlet.signedOut) return signInFirst(this.#title, this.#ways);
    const given = { ...portlet.attributes, ...this.#given(session), ...params, 'heading-level': '1' };
    return keyed(
      `${portlet.name} ${session?.person.id}`,
      html`<fp-outlet class="page" .portlet=${portlet} .loader=${this.loader} .services=${this.#servicesNow} .given=${given}></fp-outlet>`,
    );
  }

  async #open(): Promise<void> {
    this.failure = undefined;
    if (this.portlets) return;
    await this.#need(async () => {
      this.portlets = await readManifest(report);
      // Under way while it is still asked who is here.
      for (const portlet of this.portlets) if (matchRoute(portlet.route, location.pathname)) void this.loader.load(portlet);
      this.#route.start(this.portlets);
    });
  }

  /** Without it there is no page: then it is offered to try again. */
  async #need(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (cause) {
      const reference = newReference();
      report(cause, { reference });
      this.failure = reference;
    }
  }

  /** Another page has begun: readers hear its title, and the keyboard goes on from its beginning or where the portlet put it. */
  #arrive(): void {
    this.#toasts.clear();
    this.announcement = this.#title;
    const main = this.querySelector<HTMLElement>('#main');
    if (!main?.matches(':focus-within')) main?.focus({ preventScroll: true });
  }

  get #locale(): string {
    return localeFor(this.settings.language);
  }

  get #title(): string {
    const { page } = this.#route;
    if (page.kind === 'portlet') return titleOf(page.portlet, this.#locale);
    if (page.kind === 'security') return securityTitle();
    if (page.kind === 'missing') return msg('There is no page here', { id: 'shell.missing', desc: 'Heading and title of the page for unknown addresses' });
    return msg('Overview', { id: 'shell.home', desc: 'Link to the home page, and its title' });
  }

  get #ways(): Ways {
    return waysFrom(location.pathname + location.search, this.client.session);
  }

  /** New ones only when the locale is another: portlets take a new object for a change. */
  get #servicesNow(): PortletServices {
    const locale = this.#locale;
    if (this.#services?.locale !== locale) this.#services = { client: this.client, locale, navigate: this.#route.navigate, report: this.#report };
    return this.#services;
  }

  #given(session: SignedIn | undefined): Record<string, string> {
    const account = this.#accountOf(session);
    return { locale: this.#locale, ...(account && { account }), ...(session?.persona === 'agent' && { mode: 'agent' }) };
  }

  #accountOf(session: SignedIn | undefined): string {
    const chosen = session && this.settings.accounts[session.person.id];
    return session?.accounts.find(({ id }) => id === chosen)?.id ?? '';
  }

  readonly #report = (cause: unknown): void => {
    report(cause);
    const signedOut = cause instanceof ApiProblem && cause.signedOut;
    if (signedOut && this.#session.state.step === 'signed-in') void this.#session.ask();
  };

  #change(change: Partial<Settings>): void {
    this.settings = { ...this.settings, ...change };
    keepSettings(this.settings);
    dress(this.settings, this.#locale);
  }

  #onSettingsChanged({ change }: SettingsChangedEvent): void {
    this.#change(change);
  }

  #onAccountChosen({ account }: AccountChosenEvent): void {
    const { state } = this.#session;
    if (state.step === 'signed-in') this.#change({ accounts: { ...this.settings.accounts, [state.session.person.id]: account } });
  }

  #onSessionWished({ wish }: SessionWishedEvent): void {
    if (wish === 'stay') void this.#session.ask();
    else this.#session.leave();
  }

  #onToastDismissed({ toast }: ToastDismissedEvent): void {
    this.#toasts.dismiss(toast);
  }
}
