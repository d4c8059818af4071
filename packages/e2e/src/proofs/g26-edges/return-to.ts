import { type Answer, Visitor } from '../../product/visitor.ts';

/** Addresses that look like ours, or like none at all, and lead elsewhere. */
const ELSEWHERE = [
  '//evil.example', '///evil.example', '////evil.example/%2f..', '/\\evil.example', '\\\\evil.example', '\\/evil.example', '/%09/evil.example'.replace('%09', '\t'), '/\n/evil.example', '/\r/evil.example', '\t//evil.example', ' //evil.example',
  'https:evil.example', 'https://evil.example', 'http:/evil.example', '//evil.example@127.0.0.1', 'https://127.0.0.1@evil.example', '/x/..//evil.example', '/./\\evil.example', '/.//evil.example', '/x/%2e%2e//evil.example', '/%2f%2fevil.example/..;/..//evil.example',
  'javascript:alert(1)', 'data:text/html,x', '/\u0000/evil.example', '//evil\u3002example', '/"><script>alert(1)</script>', "/';url=//evil.example", '%2f%2fevil.example', '.evil.example', '@evil.example', ':80@evil.example', '/auth/logout', '/x/../auth/logout', `/${'a'.repeat(3_000)}`,
] as const;

const HONEST = '/bills?year=2026#latest';
const MOST_HOPS = 8;

const unescaped = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Where an answer sends the browser: by a header, or by the page it is. */
function onward({ headers, text }: Answer): string | undefined {
  const { location } = headers;
  if (typeof location === 'string') return location;
  const refresh = /http-equiv="refresh" content="0; url=([^"]*)"/.exec(text)?.[1];
  return refresh === undefined ? undefined : unescaped(refresh);
}

/** The last place, as the browser will read it; every step before has to be ours as well. */
async function landed(visitor: Visitor, path: string, headers: Readonly<Record<string, string>> = {}): Promise<string> {
  let last = path;
  for (let hops = 0; hops < MOST_HOPS; hops += 1) {
    const answer = await visitor.open(last, { headers: { ...headers } });
    const next = onward(answer);
    if (next === undefined) return last;
    if (URL.parse(next, visitor.url)?.origin !== new URL(visitor.url).origin) return next;
    last = next;
    if (answer.status === 200) return last;
  }
  return last;
}

/** As a browser reads it: a path of ours that is not sign-on's. */
function isOurs(place: string, own: string): boolean {
  const url = URL.parse(place, own);
  return url?.origin === new URL(own).origin && !url.pathname.startsWith('//') && !/^\/(auth|idp)\//.test(url.pathname);
}

/** Signed in anew with each of these to return to; the honest one shows that it is heeded at all. */
export async function returned(url: string): Promise<(string | undefined)[]> {
  const ada = await Visitor.signIn(url, 'ada');
  const cases: (string | undefined)[] = [];
  try {
    const honest = await landed(ada, `/auth/login?returnTo=${encodeURIComponent(HONEST)}`);
    cases.push(honest === HONEST ? undefined : `returnTo is not heeded: ${honest}`);
    for (const asked of ELSEWHERE) {
      const place = await landed(ada, `/auth/login?returnTo=${encodeURIComponent(asked)}`);
      cases.push(isOurs(place, url) ? undefined : `returnTo=${JSON.stringify(asked)} leads to ${place}`);
    }
    for (const [name, value] of [['x-forwarded-host', 'evil.example'], ['forwarded', 'host=evil.example'], ['x-forwarded-proto', 'https']] as const) {
      const place = await landed(ada, '/auth/login?returnTo=/bills', { [name]: value });
      cases.push(place === '/bills' ? undefined : `${name} leads to ${place}`);
    }
    cases.push(...(await signedOff(url)));
  } finally {
    await ada.close();
  }
  return cases;
}

/** Nobody but the operator says where a sign-out ends. */
async function signedOff(url: string): Promise<(string | undefined)[]> {
  const cases: (string | undefined)[] = [];
  for (const name of ['returnTo', 'post_logout_redirect_uri', 'next']) {
    const ada = await Visitor.signIn(url, 'ada');
    const { headers } = await ada.open(`/auth/logout?${name}=${encodeURIComponent('https://evil.example/')}`, { headers: { 'x-forwarded-host': 'evil.example' } });
    await ada.close();
    const to = new URL(typeof headers.location === 'string' ? headers.location : '', url);
    const then = new URL(to.searchParams.get('post_logout_redirect_uri') ?? '/', url);
    cases.push(to.origin === url && then.origin === url ? undefined : `sign-out with ${name} leads to ${to.href}`);
  }
  return cases;
}
