import type { SessionClient } from '@faceplate/client';
import type { SignedIn } from '@faceplate/contracts';
import { msg } from '@faceplate/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Portlet } from '../registry/manifest.ts';
import { titleOf } from '../registry/title.ts';
import { startOf } from '../routing/pattern.ts';

const signIn = () => msg('Sign in', { id: 'shell.sign-in', desc: 'Link to the sign-in page' });

/** Where to, for who is not signed in. */
export interface Ways {
  signIn: string;
  create: string;
}

/** They come back to the page they left. */
export const waysFrom = (page: string, session: Pick<SessionClient, 'signInHref' | 'createAccountHref'>): Ways => ({ signIn: session.signInHref(page), create: session.createAccountHref(page) });

const createAccount = () => msg('Make an account', { id: 'shell.create-account', desc: 'Link to the page where somebody without an account makes one' });

/** What somebody meets who is not signed in: what is here, the way in, and what is open to everybody. */
export function landing({ signIn: signInHref, create }: Ways, open: readonly Portlet[], locale: string): TemplateResult {
  return html`<div class="landing">
    <h1>${msg('Your bills, orders and support in one place', { id: 'shell.landing', desc: 'Heading for people who are not signed in' })}</h1>
    <p>${msg('Sign in to see what you owe, where your order is, and how we are fixing what is broken.', { id: 'shell.landing.help', desc: 'Under the heading for people who are not signed in' })}</p>
    <p class="actions">
      <a class="button primary" href=${signInHref}>${signIn()}</a>
      ${open.map((portlet) => html`<a class="button" href=${startOf(portlet.route)}>${titleOf(portlet, locale)}</a>`)}
      <a class="button" href=${create}>${createAccount()}</a>
    </p>
  </div>`;
}

export function signInFirst(title: string, { signIn: signInHref, create }: Ways): TemplateResult {
  return html`<div class="landing">
    <h1>${title}</h1>
    <p>${msg('Sign in to see this. You come back to this page.', { id: 'shell.sign-in.first', desc: 'On a page that needs signing in' })}</p>
    <p class="actions"><a class="button primary" href=${signInHref}>${signIn()}</a> <a class="button" href=${create}>${createAccount()}</a></p>
  </div>`;
}

export const securityTitle = (): string => msg('Sign-ins and access', { id: 'shell.security', desc: 'Link to the page about the person’s sessions, rights given and who looked at data; and its title' });

/** Whoever acts for somebody has no business with that person's sign-ins. */
export function foot(brand: string, session: SignedIn | undefined): TemplateResult {
  return html`<footer><p>${brand}</p>${session && !session.acting ? html`<a href="/security">${securityTitle()}</a>` : nothing}</footer>`;
}

export function signedOutNote(because: 'idle' | 'elsewhere'): TemplateResult {
  return html`<p class="note" role="status">
    ${because === 'idle'
      ? msg('You have been signed out, because nothing happened here for a while.', { id: 'shell.signed-out.idle', desc: 'Note after the session ended by itself' })
      : msg('You have been signed out in another window.', { id: 'shell.signed-out.elsewhere', desc: 'Note after the person signed out in another tab' })}
  </p>`;
}

export function missingPage(): TemplateResult {
  return html`<div class="landing">
    <h1>${msg('There is no page here', { id: 'shell.missing', desc: 'Heading and title of the page for unknown addresses' })}</h1>
    <p>${msg('The address may be mistyped, or the page has moved. Everything you can do starts from the overview.', { id: 'shell.missing.help', desc: 'On the page for unknown addresses' })}</p>
    <p class="actions"><a class="button primary" href="/">${msg('Go to the overview', { id: 'shell.missing.home', desc: 'Link on the page for unknown addresses' })}</a></p>
  </div>`;
}

export function unreachable(reference: string, retry: () => void): TemplateResult {
  return html`<div class="failure" role="alert">
    <h1>${msg('We cannot be reached right now', { id: 'shell.unreachable', desc: 'Heading when the portal itself gets no answer' })}</h1>
    <p>${msg('Check your connection and try again. Nothing you entered is lost.', { id: 'shell.unreachable.help', desc: 'When the portal itself gets no answer' })}</p>
    <button type="button" @click=${retry}>${msg('Try again', { id: 'shell.retry', desc: 'Button after a failure' })}</button>
    <p class="quiet">${msg('Reference:', { id: 'shell.reference', desc: 'Before a code to quote to support' })} <code>${reference}</code></p>
  </div>`;
}

export const loadingWords = (): string => msg('Loading…', { id: 'shell.opening', desc: 'For screen readers while the page is on its way' });

/** In the shape of what comes. */
export function opening(): TemplateResult {
  return html`<div class="skeleton"><span></span><span></span><span></span></div>`;
}

export function personaName(persona: SignedIn['persona']): string {
  const names = {
    consumer: () => msg('Private customer', { id: 'shell.persona.consumer', desc: 'Kind of sign-in' }),
    business: () => msg('Business customer', { id: 'shell.persona.business', desc: 'Kind of sign-in' }),
    dealer: () => msg('Dealer', { id: 'shell.persona.dealer', desc: 'Kind of sign-in' }),
    agent: () => msg('Staff', { id: 'shell.persona.agent', desc: 'Kind of sign-in' }),
  };
  return names[persona]();
}
