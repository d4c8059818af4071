const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string) => text.replaceAll(/[&<>"']/g, (letter) => escapes[letter] ?? letter);

const page = (title: string, head: string, body: string, status: number, cookies: readonly string[]): Response => {
  const headers = new Headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  const html = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title>${head}</head>
<body><main>${body}</main></body>
</html>
`;
  return new Response(html, { status, headers });
};

/**
 * Goes on by itself, as a page of ours. The browser keeps a Strict cookie back
 * from whatever another site redirects to; what our own page opens gets it.
 */
export function bouncePage(to: string, cookies: readonly string[]): Response {
  const href = escape(to);
  const head = `<meta http-equiv="refresh" content="0; url=${href}">`;
  return page('Signing in', head, `<p><a href="${href}">Continue</a></p>`, 200, cookies);
}

/** What happened, and a way on. */
export function problemPage(status: number, words: string, cookies: readonly string[] = []): Response {
  const again = '<p><a href="/auth/login">Sign in again</a></p><p><a href="/">Back to the start</a></p>';
  return page('Sign-in did not work', '', `<h1>Sign-in did not work</h1><p>${escape(words)}</p>${again}`, status, cookies);
}
