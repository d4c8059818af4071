export function redirect(to: URL, cookies: readonly string[]): Response {
  const headers = new Headers({ location: to.href, 'cache-control': 'no-store' });
  for (const one of cookies) headers.append('set-cookie', one);
  return new Response(null, { status: 302, headers });
}
