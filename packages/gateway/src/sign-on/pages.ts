import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** Markup whose values are escaped. */
type Html = ReturnType<typeof html> | '';

const page = (title: string, head: Html, body: Html, status: number, cookies: readonly string[]): Response => {
  const headers = new Headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  const whole = (html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>${head}</head>
<body><main>${body}</main></body>
</html>
` as HtmlEscapedString).valueOf();
  return new Response(whole, { status, headers });
};

/**
 * Goes on by itself, as a page of ours. The browser keeps a Strict cookie back
 * from whatever another site redirects to; what our own page opens gets it.
 */
export function bouncePage(to: string, cookies: readonly string[]): Response {
  const head = html`<meta http-equiv="refresh" content="0; url=${to}">`;
  return page('Signing in', head, html`<p><a href="${to}">Continue</a></p>`, 200, cookies);
}

/** What happened, and a way on. */
export function problemPage(status: number, words: string, cookies: readonly string[] = []): Response {
  const again = html`<p><a href="/auth/login">Sign in again</a></p><p><a href="/">Back to the start</a></p>`;
  return page('Sign-in did not work', '', html`<h1>Sign-in did not work</h1><p>${words}</p>${again}`, status, cookies);
}
