import type { ListRequest } from './query.ts';
import type { Page, Resource, Stored } from '../store/store.ts';

const JSON_TYPE = 'application/json;charset=utf-8';

/** The attributes asked for, all when none are. */
export function selected(body: Resource, fields?: ReadonlySet<string>): Resource {
  if (!fields) return body;
  return Object.fromEntries(Object.entries(body).filter(([name]) => fields.has(name))) as Resource;
}

/** The revision is the tag: nothing is hashed. Weak, because `href` follows the origin asked. */
export const etagOf = ({ rev }: Stored): string => `W/"${rev}"`;

/** Does an `If-Match` or `If-None-Match` header name this revision? */
export const names = (header: string | null, { rev }: Stored): boolean =>
  header !== null &&
  header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === `"${rev}"`);

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': JSON_TYPE, ...headers } });
}

function linkTo(url: URL, rel: string, offset: number, limit: number): string {
  const target = new URL(url);
  target.searchParams.set('offset', String(offset));
  target.searchParams.set('limit', String(limit));
  return `<${target.href}>; rel="${rel}"`;
}

/** Characters of a `Link` header at most: Node's own clients refuse an answer with 16 KiB of headers. */
const MOST_LINKS = 8000;

/**
 * Where the other pages are (RFC 8288): self and first always, next, prev and last where they exist.
 * Empty where the question is so long that five times itself would not travel.
 */
export function linksOf(url: URL, { offset, limit }: ListRequest, total: number): string {
  if (url.href.length * 5 > MOST_LINKS) return '';
  const links = [linkTo(url, 'self', offset, limit), linkTo(url, 'first', 0, limit)];
  if (limit === 0) return links.join(', ');
  if (offset + limit < total) links.push(linkTo(url, 'next', offset + limit, limit));
  if (offset > 0) links.push(linkTo(url, 'prev', Math.max(0, offset - limit), limit));
  links.push(linkTo(url, 'last', Math.max(0, Math.ceil(total / limit) - 1) * limit, limit));
  return links.join(', ');
}

/** TMF630 shows 206 for a part of the whole, no specification file lists it: the operator chooses. */
export function listStatus(page: Page, partial: 200 | 206): number {
  return page.rows.length > 0 && page.rows.length < page.total ? partial : 200;
}
