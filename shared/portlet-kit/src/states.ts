import { ApiProblem, Offline } from '@faceplate/client';
import type { Gap } from '@faceplate/contracts';
import { formatInstant, msg, str } from '@faceplate/localize';
import { html, nothing, type TemplateResult } from 'lit';
import './messages.ts';
import type { ReadingState } from './reading.ts';

/** What is a portlet's own about the states of a reading; the rest is drawn alike everywhere. */
export interface StateViews<T> {
  ready: (value: T) => unknown;
  /** In the shape of what will come, so that nothing moves when it does. */
  loading?: () => unknown;
  /** What would be here, and how it comes about. Shown when `isEmpty` says so. */
  empty?: () => unknown;
  isEmpty?: (value: T) => boolean;
  /** Stands above what is said about a failure: a heading, where only an answer would bring one. */
  failed?: () => unknown;
  /** In place of the general words when there is no such thing (any more). */
  notFound?: () => unknown;
}

export interface StateFacts {
  locale: string;
  staleSince: (value: object) => Date | undefined;
  signInHref: string;
}

interface Retried<T> {
  readonly state: ReadingState<T>;
  retry(): void;
}

/** Draws a reading in the state it is in. A failure always has a way on. */
export function readingStates<T extends object>(reading: Retried<T>, views: StateViews<T>, facts: StateFacts): unknown {
  const { state } = reading;
  const retry = () => {
    reading.retry();
  };
  switch (state.step) {
    case 'loading':
      return views.loading?.() ?? loadingState();
    case 'failed':
      return html`${views.failed?.()}${failedState(state.cause, retry, facts.signInHref, views.notFound)}`;
    case 'ready':
      return html`${staleNote(oldSince(state.value, facts), facts.locale, retry)}
        ${gapNote(gapsOf(state.value).filter(isMissing), facts.locale, retry)}
        ${views.isEmpty?.(state.value) && views.empty ? views.empty() : views.ready(state.value)}`;
  }
}

function loadingState(): TemplateResult {
  return html`<fp-skeleton lines="4"></fp-skeleton>`;
}

/** Says what happened and what to do. The cause decides the words; the customer never sees a code in the sentence. */
function failedState(cause: unknown, retry: () => void, signInHref: string, notFound?: () => unknown): unknown {
  if (cause instanceof ApiProblem) {
    if (cause.signedOut) return signedOutState(signInHref);
    if (cause.forbidden) return forbiddenState(cause, retry);
    if (cause.problem.code === 'not-offered') return notOfferedState();
    if (cause.notFound) return notFound?.() ?? missingState(retry);
  }
  return cause instanceof Offline ? offlineState(retry) : errorState(cause, retry);
}

/** What stands in place of a portlet that broke while drawing. */
export function brokenState(cause: unknown, retry: () => void): unknown {
  return errorState(cause, retry);
}

interface Told {
  readonly tone: 'critical' | 'notice' | 'info';
  readonly heading: string;
  /** Of what went wrong, to be quoted. */
  readonly cause?: unknown;
  readonly help?: string;
}

function message({ tone, heading, cause, help }: Told, way: unknown): TemplateResult {
  return html`<fp-status-message part="problem" tone=${tone} heading=${heading} reference=${(cause instanceof ApiProblem && cause.problem.trace) || nothing}>
    ${help ? html`<p>${help}</p>` : nothing} ${way}
  </fp-status-message>`;
}

function errorState(cause: unknown, retry: () => void): TemplateResult {
  const heading = msg('This could not be shown', { id: 'kit.error', desc: 'Heading when a part of the page failed' });
  const help = msg('Something went wrong on our side. Try again; if it stays, contact us.', { id: 'kit.error.help', desc: 'What to do after a failure' });
  return message({ tone: 'critical', heading, cause, help }, retryButton(retry));
}

function offlineState(retry: () => void): TemplateResult {
  const heading = msg('No connection', { id: 'kit.offline', desc: 'Heading when the service cannot be reached' });
  const help = msg('We could not reach the service. Check your connection; nothing you entered is lost.', { id: 'kit.offline.help', desc: 'What to do without a connection' });
  return message({ tone: 'notice', heading, help }, retryButton(retry));
}

function signedOutState(href: string): TemplateResult {
  const heading = msg('Sign in to see this', { id: 'kit.signed-out', desc: 'Heading when nobody is signed in' });
  return message({ tone: 'info', heading }, html`<a slot="actions" class="button" href=${href} target="_top">${msg('Sign in', { id: 'kit.sign-in', desc: 'Link to the sign-in page' })}</a>`);
}

/** Whoever was given access meanwhile looks again. */
function forbiddenState(cause: unknown, retry: () => void): TemplateResult {
  const heading = msg('You may not see this', { id: 'kit.forbidden', desc: 'Heading when the person lacks a right' });
  const help = msg('Somebody who manages this account can give you access.', { id: 'kit.forbidden.help', desc: 'Who could allow it' });
  return message({ tone: 'notice', heading, cause, help }, retryButton(retry));
}

function missingState(retry: () => void): TemplateResult {
  const heading = msg('We cannot find this', { id: 'kit.missing', desc: 'Heading when there is no such thing' });
  const help = msg('It may have been removed, or the address is not right.', { id: 'kit.missing.help', desc: 'Why something may be missing' });
  return message({ tone: 'info', heading, help }, retryButton(retry));
}

/** What this operator does not carry: no fault of anybody's, and nothing to try again. */
function notOfferedState(): TemplateResult {
  const heading = msg('Not offered here', { id: 'kit.not-offered', desc: 'Heading when the operator does not offer this online' });
  const help = msg('This cannot be seen online here. Contact us and we will help.', { id: 'kit.not-offered.help', desc: 'What to do about something that is not offered online' });
  return message({ tone: 'info', heading, help }, nothing);
}

function staleNote(since: Date | undefined, locale: string, retry: () => void): unknown {
  if (!since) return nothing;
  const time = formatInstant(since.toISOString(), locale, Intl.DateTimeFormat().resolvedOptions().timeZone, 'medium');
  return html`<fp-status-message
    part="note"
    tone="notice"
    heading=${msg(str`As of ${time}`, { id: 'kit.stale', desc: 'Heading over data that could not be refreshed' })}
  >
    <p>${msg('We cannot reach the service right now, so this may have changed since.', { id: 'kit.stale.help', desc: 'Explains old data' })}</p>
    ${retryButton(retry)}
  </fp-status-message>`;
}

function gapNote(gaps: readonly Gap[], locale: string, retry: () => void): unknown {
  if (gaps.length === 0) return nothing;
  const sources = new Intl.ListFormat(locale).format(new Set(gaps.map((gap) => gap.source)));
  return html`<fp-status-message
    part="note"
    tone="notice"
    heading=${msg('Some of this is missing', { id: 'kit.partial', desc: 'Heading when a part of the data could not be had' })}
  >
    <p>${msg(str`We could not read everything from: ${sources}. The rest is complete.`, { id: 'kit.partial.help', desc: 'Names the systems that did not answer' })}</p>
    ${retryButton(retry)}
  </fp-status-message>`;
}

const isMissing = ({ asOf }: Gap): boolean => asOf === undefined;

/** Since when it could not be refreshed: all of it here, or its oldest part at the gateway. */
function oldSince(value: object, { staleSince }: StateFacts): Date | undefined {
  const [asOf] = gapsOf(value).flatMap((gap) => gap.asOf ?? []).toSorted();
  return staleSince(value) ?? (asOf === undefined ? undefined : new Date(asOf));
}

function retryButton(retry: () => void): TemplateResult {
  return html`<button slot="actions" type="button" @click=${retry}>${msg('Try again', { id: 'kit.retry', desc: 'Button after a failure' })}</button>`;
}

function gapsOf(value: object): readonly Gap[] {
  return 'gaps' in value && Array.isArray(value.gaps) ? (value.gaps as Gap[]) : [];
}
