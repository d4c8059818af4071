import { base64url, sha256 } from '../../sign-on/encoding.ts';

/** A signed notification that is older, or younger, was recorded by somebody and is played again. */
const WINDOW_SECONDS = 300;

const encoder = new TextEncoder();

async function hmac(secret: string, text: string): Promise<string> {
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return base64url(new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text))));
}

/** Compares digests, so that how long it takes tells nothing of how much was right. */
async function same(one: string, other: string): Promise<boolean> {
  return (await sha256(one)) === (await sha256(other));
}

/**
 * The part of a callback's address that only the system it was given to knows:
 * TM Forum's hubs can be told an address and nothing else. It leads to no secret.
 */
export const addressToken = (secret: string, upstream: string): Promise<string> => hmac(secret, `listener ${upstream}`);

/** `t=<unix seconds>,v1=<base64url HMAC-SHA256 of "t.body">`, as senders that can sign send it in `x-hub-signature`. */
export async function isSigned(secret: string, header: string | null, body: string, now: Date): Promise<boolean> {
  const [, time = '', signature = ''] = /^t=(\d{1,12}),v1=([\w-]{43})$/.exec(header ?? '') ?? [];
  if (time === '' || Math.abs(now.getTime() / 1000 - Number(time)) > WINDOW_SECONDS) return false;
  return same(signature, await hmac(secret, `${time}.${body}`));
}

export const isAddressed = async (secret: string, upstream: string, token: string): Promise<boolean> => same(token, await addressToken(secret, upstream));
