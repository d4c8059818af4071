import { type Answer, type Evidence, safeName } from './answer.ts';
import type { SafeMethod } from './safe-method.ts';

/** Values that say nothing about anybody and help to repeat a request. */
const TELLING = new Set(['limit', 'offset']);

/** A path as it may be printed: ids and values of filters taken out. `ids` are the ones that were asked for. */
export function tellPath(url: URL, ids: readonly string[] = []): string {
  const taken = new Set(ids.flatMap((id) => [id, encodeURIComponent(id)]));
  const path = url.pathname
    .split('/')
    .map((segment) => (taken.has(segment) ? '{id}' : segment.replaceAll(/[^\w.~%$@:+-]/g, '')))
    .join('/');
  const query = [...url.searchParams].map(([name, value]) => `${safeName(name)}=${TELLING.has(name) ? value.replaceAll(/\D/g, '') : '…'}`);
  return query.length > 0 ? `${path}?${query.join('&')}` : path;
}

const mediaType = (headers: Headers): string => /^[\w.+-]+\/[\w.+-]+/.exec(headers.get('content-type') ?? '')?.[0] ?? 'no content type';

/** What a body is, without what it says. */
function excerptOf(answer: Answer): string | undefined {
  if (answer.kind === 'silence') return undefined;
  if (!answer.isJson) return mediaType(answer.headers);
  const { body } = answer;
  if (Array.isArray(body)) return `${body.length} rows${body.length > 0 ? `: ${namesOf(body[0])}` : ''}`;
  return typeof body === 'object' && body !== null ? `object: ${namesOf(body)}` : typeof body;
}

function namesOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return typeof value;
  const names = Object.keys(value);
  const shown = names.slice(0, 12).map(safeName).join(', ');
  return names.length > 12 ? `${shown}, …` : shown;
}

export function evidenceOf(method: SafeMethod, url: URL, answer: Answer, ids: readonly string[] = []): Evidence {
  const excerpt = excerptOf(answer);
  return {
    method,
    path: tellPath(url, ids),
    status: answer.kind === 'answer' ? answer.status : answer.reason,
    ms: Math.round(answer.ms),
    ...(excerpt !== undefined && { excerpt }),
  };
}
