import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site of an attacker's: an empty page, which the proof then lets act. */
export async function attackSite(): Promise<{ port: number; close: () => void }> {
  const server: Server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Prizes</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

export interface Target {
  readonly method: string;
  readonly url: string;
  readonly body: string;
  readonly key: string;
}

/** Runs in the attacker's page: all that a page can send without leave, and what it would send with it. */
export async function attack({ method, url, body, key }: Target): Promise<void> {
  const quietly = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch {
      // Blocked by the browser: what it is for.
    }
  };
  /** Ends when an answer has come into the form's own frame, whatever it was. */
  const submit = async (enctype: string, name: string, value: string) => {
    const sink = Object.assign(document.createElement('iframe'), { name: `sink-${enctype}` });
    const form = Object.assign(document.createElement('form'), { method: 'post', action: url, target: sink.name, enctype });
    form.append(Object.assign(document.createElement('input'), { name, value }));
    document.body.append(sink, form);
    const answered = new Promise((resolve) => sink.addEventListener('load', resolve, { once: true }));
    form.submit();
    await answered;
  };
  const json = { 'content-type': 'application/json', 'x-fp-csrf': '1', 'idempotency-key': key };
  const sent = method === 'GET' || method === 'DELETE' ? {} : { body };
  await quietly(() => fetch(url, { method: 'POST', mode: 'no-cors', credentials: 'include', body, headers: { 'content-type': 'text/plain' } }));
  await quietly(() => fetch(url, { method, credentials: 'include', headers: json, ...sent }));
  await quietly(() => fetch(url, { method, credentials: 'include', ...sent }));
  await quietly(() => fetch(`${url}?_method=${method}`, { mode: 'no-cors', credentials: 'include' }));
  await quietly(() => fetch(url, { method: 'POST', mode: 'no-cors', credentials: 'include', body: new URLSearchParams({ a: 'b' }) }));
  navigator.sendBeacon(url, body);
  navigator.sendBeacon(url, new Blob([body], { type: 'text/plain' }));
  // A form that writes JSON: the value closes what the name has begun.
  await submit('text/plain', body.slice(0, -1), body.slice(-1));
  await submit('multipart/form-data', 'a', 'b');
  await submit('application/x-www-form-urlencoded', 'a', 'b');
}

/** How many requests one attack sends on their way, at most. */
export const WAYS = 10;
