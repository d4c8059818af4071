/** Where to go after sign-in: a path of ours, or the start. Never another origin, and never back into sign-on. */
export function safeReturnTo(asked: string | undefined, publicUrl: string): string {
  if (asked === undefined || asked.length > 2_000 || !/^\/(?![/\\])/.test(asked)) return '/';
  const base = new URL(publicUrl);
  if (!URL.canParse(asked, base.href)) return '/';
  const url = new URL(asked, base);
  // Read as the browser will: tabs and dots may have made another path of it.
  const path = url.pathname + url.search + url.hash;
  if (url.origin !== base.origin || path.startsWith('//') || url.pathname.startsWith('/auth/')) return '/';
  return path;
}
