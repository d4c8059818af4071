import * as z from 'zod/mini';
import { AnswerMismatch } from './failure.ts';
import { isMedia, type MediaAnswer, type Route } from './route.ts';

/** An answer before it is a response: text, so that a keyed call's repeat can be byte-equal. */
export interface Ready {
  status: number;
  contentType: string;
  body: string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
}

/** Lets a handler's result out, through the route's contract and in no other shape. */
export function readyAnswer(route: Route, result: unknown): Ready {
  if (!route.answer) return { status: 204, contentType: '', body: '' };
  if (isMedia(route.answer)) return download(route.answer.media, result as MediaAnswer);
  const fitted = z.safeParse(route.answer, result);
  if (!fitted.success) throw new AnswerMismatch(whereWrong(fitted.error));
  return { status: route.status ?? 200, contentType: 'application/json', body: JSON.stringify(fitted.data) };
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
