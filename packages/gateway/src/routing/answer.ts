import * as z from 'zod/mini';
import type { PlainAnswer } from '../options.ts';
import { AnswerMismatch } from './failure.ts';
import type { Found } from '../quarantine/types.ts';
import { unreadable } from '../tmf/gather.ts';
import { apiSeenBy } from '../tmf/seen-by.ts';
import { isMedia, type MediaAnswer, type Route, type Schema } from './route.ts';
import type { Ready } from './ready.ts';
import { salvaged } from './salvage.ts';

/** Hears of rows that are kept back. */
export type Keep = (found: Omit<Found, 'upstream' | 'trace'>) => void;

/** Lets a handler's result out, through the route's contract and in no other shape. */
export function readyAnswer(route: Route, result: unknown, kept?: Keep): Ready {
  if (!route.answer) return { status: 204, contentType: '', body: '' };
  if (isMedia(route.answer)) return download(route.answer.media, result as MediaAnswer);
  const fitted = z.safeParse(route.answer, result);
  if (!fitted.success) return withoutBad(route, route.answer, result, fitted.error, kept);
  return { status: route.status ?? 200, contentType: 'application/json', body: JSON.stringify(fitted.data) };
}

/** A list goes out without the rows that break the contract; whatever else breaks it is no answer at all. */
function withoutBad(route: Route, contract: Schema, result: unknown, error: z.core.$ZodError, kept: Keep | undefined): Ready {
  const api = apiSeenBy(route.policy.action);
  const rest = api && kept && salvaged(result, error.issues, (count) => unreadable(api, count));
  if (!rest || !z.safeParse(contract, rest.answer).success) throw new AnswerMismatch(whereWrong(error));
  for (const { row, path } of rest.dropped) kept({ api, path, rule: 'contract', resource: route.path.slice(1), id: (row as { id?: unknown } | null)?.id });
  return readyAnswer(route, rest.answer);
}

/** Paths and codes only: the values belong to a customer. */
const whereWrong = (error: z.core.$ZodError) =>
  error.issues.slice(0, 5).map(({ path, code }) => `${path.map(String).join('.')}:${code}`).join(' ');

function download(media: string, { bytes, fileName }: MediaAnswer): Ready {
  const safeName = fileName.replaceAll(/[^A-Za-z0-9._-]/g, '_');
  return {
    status: 200,
    contentType: media,
    body: new Uint8Array(bytes),
    headers: { 'content-disposition': `attachment; filename="${safeName}"`, 'content-security-policy': 'sandbox' },
  };
}

/** The answer as it goes out, with the headers that every answer has. What it brought itself stays. */
export function plainOf({ status, contentType, body, headers }: Ready, stamped: Readonly<Record<string, string>>, cookies: readonly string[]): PlainAnswer {
  const own: Record<string, string | readonly string[]> = { ...stamped, ...headers };
  if (contentType !== '') own['content-type'] = contentType;
  if (cookies.length > 0) own['set-cookie'] = cookies;
  return { status, headers: own, body };
}

export function responseOf({ status, headers, body }: PlainAnswer): Response {
  const all = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    for (const one of [value].flat()) all.append(name, one);
  }
  return new Response(status === 204 || status === 304 ? null : (body as BodyInit), { status, headers: all });
}
