import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Person } from '../types.ts';
import { registerWords } from './register-words.ts';
import type { Language, Words } from './words.ts';

/** Markup whose values are escaped. */
type Html = ReturnType<typeof html>;

/** Everything a page stands in: its language, whose portal, and where the files are. */
export interface Frame {
  language: Language;
  operator: string;
  /** Path the provider is mounted under, without a slash at the end. */
  mount: string;
  portalUrl: string;
}

export function page({ language, mount, operator }: Frame, title: string, content: Html): string {
  return (html`<!doctype html>
<html lang="${language.tag}" dir="${language.words.dir}">
<head>
  <meta charset="utf-8">
  <title>${title} · ${operator}</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="robots" content="noindex">
  <link rel="stylesheet" href="${mount}/assets/idp.css">
</head>
<body>
<main>
${content}
</main>
</body>
</html>
` as HtmlEscapedString).valueOf();
}

export interface SignInView {
  action: string;
  username: string;
  problem?: 'username-missing' | 'password-missing' | 'wrong';
  people: readonly Person[];
  /** Says that every password is the demonstration's. */
  demoPassword: boolean;
}

const MESSAGE = { 'username-missing': 'usernameMissing', 'password-missing': 'passwordMissing', wrong: 'wrong' } as const;

function errorSummary(words: Words, problem: SignInView['problem']): Html | undefined {
  if (!problem) return undefined;
  return errorBox(words.problem, problem === 'password-missing' ? 'password' : 'username', words[MESSAGE[problem]]);
}

/** What is wrong, with the way to the field it is about. */
export function errorBox(title: string, name: string, text: string): Html {
  return html`<div class="problem" role="alert" tabindex="-1" autofocus>
  <h2>${title}</h2>
  <p><a id="problem-text" href="#${name}">${text}</a></p>
</div>`;
}

interface Field {
  name: string;
  label: string;
  type: 'text' | 'password' | 'email';
  autocomplete: string;
  inputmode?: 'numeric';
  /** Of what is typed; from left to right when left out. */
  dir?: 'auto';
  value: string;
  hint?: string | undefined;
  /** What was entered before does not do. */
  wrong: boolean;
  autofocus: boolean;
}

export function field({ name, label, type, autocomplete, inputmode, value, hint, wrong, autofocus, dir }: Field): Html {
  const describedBy = [...(hint ? [`${name}-hint`] : []), ...(wrong ? ['problem-text'] : [])].join(' ');
  return html`<div class="field">
  <label for="${name}">${label}</label>
  ${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}
  <input id="${name}" name="${name}" type="${type}" dir="${dir ?? 'ltr'}" required
    autocomplete="${autocomplete}" autocapitalize="none" spellcheck="false"
    value="${value}" ${inputmode && html`inputmode="${inputmode}"`}
    ${describedBy !== '' && html`aria-describedby="${describedBy}"`} ${wrong && html`aria-invalid="true"`} ${autofocus && html`autofocus`}>
</div>`;
}

function usernameField({ username, problem }: SignInView, { username: label }: Words): Html {
  const wrong = problem === 'wrong' || problem === 'username-missing';
  return field({ name: 'username', label, type: 'text', autocomplete: 'username', value: username, wrong, autofocus: false });
}

function passwordField({ username, problem, demoPassword }: SignInView, { password: label, passwordHint }: Words): Html {
  const wrong = problem === 'wrong' || problem === 'password-missing';
  const hint = demoPassword ? passwordHint : undefined;
  // The person just chose who to be: what is left is the password.
  const autofocus = username !== '' && !problem;
  return field({ name: 'password', label, type: 'password', autocomplete: 'current-password', value: '', hint, wrong, autofocus });
}

function peopleList(words: Words, view: SignInView): Html | undefined {
  if (view.people.length === 0) return undefined;
  const entry = (person: Person) => html`<li>
    <a href="${view.action}?as=${encodeURIComponent(person.username)}"
      ${person.username === view.username && html`aria-current="true"`}>${person.name}</a>
    <span class="quiet">${words.personas[person.persona] ?? person.persona} · <bdi>${person.username}</bdi></span>
  </li>`;
  return html`<section aria-labelledby="people">
  <h2 id="people">${words.people}</h2>
  <p class="hint">${words.peopleHint}</p>
  <ul>${view.people.map(entry)}</ul>
</section>`;
}

/** Works without script: choosing a person is a link that comes back with the username filled in. */
export function signInPage(frame: Frame, view: SignInView): string {
  const { words } = frame.language;
  const title = words.signInTo(frame.operator);
  return page(
    frame,
    title,
    html`<h1>${title}</h1>
${errorSummary(words, view.problem)}
<div class="notice">
  <h2>${words.demoTitle}</h2>
  <p>${words.demoText}</p>
</div>
<form method="post" action="${view.action}" novalidate>
  ${usernameField(view, words)}
  ${passwordField(view, words)}
  <div class="actions">
    <button type="submit">${words.signIn}</button>
    <button type="submit" name="cancel" value="yes" class="plain">${words.cancel}</button>
  </div>
</form>
<p><a href="${view.action}?register=1">${registerWords(frame.language.tag).noAccount}</a></p>
${peopleList(words, view)}`,
  );
}

/** A page that only tells something and shows the way back. */
export function messagePage(frame: Frame, title: string, text: string, reference?: string): string {
  const { words } = frame.language;
  return page(
    frame,
    title,
    html`<h1>${title}</h1>
<p>${text}</p>
${reference !== undefined && html`<p class="quiet">${words.reference}: <bdi>${reference}</bdi></p>`}
<p><a href="${frame.portalUrl}">${words.toPortal}</a></p>`,
  );
}

/** Asked only when nothing proves that the person's own portal wants the sign-out. */
export function signOutPage(frame: Frame, form: string): string {
  const { words } = frame.language;
  return page(
    frame,
    words.confirmTitle,
    html`<h1>${words.confirmTitle}</h1>
${raw(form)}
<div class="actions">
  <button type="submit" form="op.logoutForm" name="logout" value="yes">${words.signOut}</button>
  <button type="submit" form="op.logoutForm" class="plain">${words.stay}</button>
</div>`,
  );
}
