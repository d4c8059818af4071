import { html } from 'hono/html';
import type { Letter } from '../mailbox.ts';
import { errorBox, field, type Frame, page } from './pages.ts';
import { type RegisterProblem, registerWords } from './register-words.ts';

export interface RegisterView {
  action: string;
  email: string;
  /** A code was asked for: what is left is to type it. */
  sent: boolean;
  name: string;
  problem?: RegisterProblem;
}

const FIELD_OF: Readonly<Record<RegisterProblem, string>> = {
  'email-wrong': 'email', 'too-many': 'email', 'code-wrong': 'code', 'code-over': 'code', 'name-missing': 'name', 'password-short': 'password',
};

/** Two steps in one place: where the code shall go, and then the code itself with a name and a password. */
export function registerPage(frame: Frame, view: RegisterView): string {
  const words = registerWords(frame.language.tag);
  const { problem, sent } = view;
  const title = words.title(frame.operator);
  const wrong = (name: string) => problem !== undefined && FIELD_OF[problem] === name;
  return page(
    frame,
    title,
    html`<h1>${title}</h1>
${problem && errorBox(frame.language.words.notDone, FIELD_OF[problem], words.problems[problem])}
${sent ? html`<div class="notice"><h2>${words.sentTitle}</h2><p>${words.sent(view.email)}</p>
  <p><a href="${frame.mount}/mailbox?address=${encodeURIComponent(view.email)}" target="_blank" rel="noopener">${words.mailbox}</a></p></div>` : html`<p>${words.intro}</p>`}
<form method="post" action="${view.action}" novalidate>
  <input type="hidden" name="step" value="${sent ? 'code' : 'email'}">
  ${sent ? codeFields(frame, view, wrong) : field({ name: 'email', label: words.email, type: 'email', autocomplete: 'email', value: view.email, wrong: wrong('email'), autofocus: !problem })}
  <div class="actions">
    <button type="submit">${sent ? words.create : words.send}</button>
    ${sent && html`<button type="submit" name="again" value="yes" class="plain">${words.again}</button>`}
    <button type="submit" name="cancel" value="yes" class="plain">${frame.language.words.cancel}</button>
  </div>
</form>
${sent && html`<p><a href="${view.action}?register=1&amp;other=1">${words.other}</a></p>`}
<p><a href="${view.action}?sign-in=1">${words.haveAccount}</a></p>`,
  );
}

function codeFields(frame: Frame, view: RegisterView, wrong: (name: string) => boolean) {
  const words = registerWords(frame.language.tag);
  return html`<input type="hidden" name="email" value="${view.email}">
  ${field({ name: 'code', label: words.code, type: 'text', inputmode: 'numeric', autocomplete: 'one-time-code', value: '', hint: words.codeHint, wrong: wrong('code'), autofocus: !view.problem })}
  ${field({ name: 'name', label: words.name, type: 'text', autocomplete: 'name', value: view.name, wrong: wrong('name'), autofocus: false, dir: 'auto' })}
  ${field({ name: 'password', label: words.password, type: 'password', autocomplete: 'new-password', value: '', hint: words.passwordHint, wrong: wrong('password'), autofocus: false })}`;
}

/** What would have been sent, newest first. */
export function mailboxPage(frame: Frame, address: string, letters: readonly Letter[]): string {
  const words = registerWords(frame.language.tag);
  const entry = ({ subject, text, at }: Letter) => html`<article><h2>${subject}</h2><p class="quiet"><bdi>${at}</bdi></p><p>${text}</p></article>`;
  return page(
    frame,
    words.mailboxTitle,
    html`<h1>${words.mailboxTitle}</h1>
<div class="notice"><p>${words.mailboxText}</p></div>
<form method="get" action="${frame.mount}/mailbox" novalidate>
  ${field({ name: 'address', label: words.email, type: 'email', autocomplete: 'email', value: address, wrong: false, autofocus: false })}
  <div class="actions"><button type="submit">${words.show}</button></div>
</form>
${address !== '' && (letters.length === 0 ? html`<p>${words.noMail}</p>` : letters.map(entry))}`,
  );
}
