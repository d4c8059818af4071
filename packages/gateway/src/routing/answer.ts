import * as z from 'zod/mini';
import { AnswerMismatch } from './failure.ts';
import type { Found } from '../quarantine/quarantine.ts';
import { unreadable } from '../tmf/gather.ts';
import { apiSeenBy } from '../tmf/seen-by.ts';
import { isMedia, type MediaAnswer, type Route, type Schema } from './route.ts';
import { salvaged } from './salvage.ts';

/** An answer before it is a response: text, so that a keyed call's repeat can be byte-equal. */
export interface Ready {
  status: number;
  contentType: string;
  body: string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
}

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

export function responseOf({ status, contentType, body, headers }: Ready): Response {
  if (status === 204 || status === 304) return new Response(null, { status, ...(headers && { headers }) });
  return new Response(body, { status, headers: { ...headers, 'content-type': contentType } });
}
