import type { PspStore } from './store.ts';
import type { News } from './types.ts';

/** Where the merchant wants to hear of its intents, and how it knows that it is us. */
export interface NewsDesk {
  url: string;
  secret: string;
}

export interface Teller {
  store: PspStore;
  clock: () => Date;
  desk: NewsDesk;
  /** Brings it there. */
  post(request: Request): Promise<Response>;
}

/** Others leave what we took alone for so long; then we have died with it. */
const HELD = 30_000;
const PATIENCE = 10_000;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 10 * 60_000;

const encoder = new TextEncoder();

/** `t=<unix seconds>,v1=<base64url HMAC-SHA256 of "t.body">`: the header `x-psp-signature`. */
export async function signatureOf(secret: string, body: string, now: Date): Promise<string> {
  const time = Math.floor(now.getTime() / 1000);
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(`${time}.${body}`)));
  const text = btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return `t=${time},v1=${text}`;
}

/** Tells what is due: of one intent in order, and each until the merchant has said that it heard. Answers how much was told. */
export async function tell(teller: Teller): Promise<number> {
  const now = teller.clock().getTime();
  const taken = await teller.store.takeNews(now, now + HELD, 50);
  const heard = await Promise.all(taken.map((news) => tellOne(teller, news)));
  return heard.filter(Boolean).length;
}

async function tellOne(teller: Teller, news: News): Promise<boolean> {
  const { store, clock } = teller;
  const heard = await isHeard(teller, news);
  if (heard) await store.told(news.id);
  else await store.again(news.id, clock().getTime() + Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** news.tries));
  return heard;
}

async function isHeard({ desk, clock, post }: Teller, { body }: News): Promise<boolean> {
  const headers = { 'content-type': 'application/json', 'x-psp-signature': await signatureOf(desk.secret, body, clock()) };
  try {
    const answer = await post(new Request(desk.url, { method: 'POST', headers, body, signal: AbortSignal.timeout(PATIENCE), redirect: 'manual' }));
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}
