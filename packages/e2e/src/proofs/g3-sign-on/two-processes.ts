import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '@faceplate/bss/node';
import { type RunningProducts, runProducts } from '../../product/running-products.ts';
import { Visitor } from '../../product/visitor.ts';
import { type Finding, finding } from '../proof.ts';
import { HostileProvider } from './hostile-provider.ts';

/** A provider of our own on a port of its own, honest here. */
async function servedProvider() {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const provider = new HostileProvider(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  server.on('request', (request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const answer = await provider.fetch(`${provider.issuer}${request.url ?? '/'}`, { body: Buffer.concat(chunks).toString() });
      response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
    })();
  });
  return { provider, close: () => server.close().closeAllConnections() };
}

/** Somebody whom the operator knows. */
async function somebody({ url, tmfToken }: RunningProducts): Promise<string> {
  const response = await fetch(`${url}/tmf-api/partyManagement/v4/individual?limit=1`, { headers: { authorization: `Bearer ${tmfToken}` } });
  const [first] = (await response.json()) as { id: string }[];
  return first?.id ?? '';
}

async function signedIn(products: RunningProducts, provider: HostileProvider, sub: string): Promise<Visitor> {
  const visitor = new Visitor(products.url);
  const { location } = (await visitor.open('/auth/login?returnTo=/')).headers;
  const back = provider.approve(new URL(String(location)), sub);
  await visitor.open(back.pathname + back.search);
  return visitor;
}

/** The same browser at one process and at the other. */
const atEach = (products: RunningProducts, visitor: Visitor): Visitor[] =>
  products.members.map(({ url }) => {
    const there = new Visitor(url);
    for (const [name, value] of visitor.jar) there.jar.set(name, value);
    return there;
  });

/** So many calls at once, dealt out to the processes. */
const calls = (each: readonly Visitor[], count: number) => Promise.all(Array.from({ length: count / each.length }, () => each).flat().map((one) => one.call('GET', '/accounts')));

/** Time passes for one thing alone: the access token has half a minute left, and nobody has been seen for a while. */
async function nearItsEnd(databaseUrl: string): Promise<void> {
  const database = await openDatabase({ databaseUrl });
  try {
    await database.query('update gateway_session set access_ends_at = (extract(epoch from now()) * 1000)::bigint + 30000, seen_at = seen_at - 60000');
  } finally {
    await database.close();
  }
}

async function tabs(products: RunningProducts, provider: HostileProvider, visitor: Visitor, rounds: number): Promise<Finding> {
  const cases: (string | undefined)[] = [];
  const each = atEach(products, visitor);
  for (let round = 0; round < rounds; round += 1) {
    await nearItsEnd(products.databaseUrl);
    // A process believes what it read of a session for a second.
    await wait(1_100);
    const before = provider.refreshes;
    const answers = await calls(each, 50);
    cases.push(...answers.map(({ status }) => (status === 200 ? undefined : `round ${round}: a tab was answered ${status}`)));
    for (let look = 0; look < 40 && provider.refreshes === before; look += 1) await wait(50);
    // A second one would come on the heels of the first.
    await wait(300);
    const refreshes = provider.refreshes - before;
    cases.push(refreshes === 1 && provider.reused === 0 ? undefined : `round ${round}: ${refreshes} refreshes, ${provider.reused} tokens used twice`);
    const stillIn = await Promise.all(each.map(async (one) => (await one.call('GET', '/session')).text.includes('"signedIn":true')));
    cases.push(stillIn.every(Boolean) ? undefined : `round ${round}: signed out`);
  }
  return finding('50 tabs of two processes at the end of the access token, over Postgres', `${provider.refreshes} refreshes in ${rounds} rounds`, cases);
}

/** An open stream; `ended` is when, in milliseconds since 1970. */
async function stream(visitor: Visitor): Promise<{ ended: Promise<number> }> {
  const cookie = [...visitor.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(`${visitor.url}/api/v1/events`, { headers: { cookie, 'x-fp-csrf': '1' }, signal: AbortSignal.timeout(20_000) });
  if (response.status !== 200 || !response.body) throw new Error(`the stream was answered ${response.status}`);
  const reader = response.body.getReader();
  await reader.read();
  const toItsEnd = async () => {
    while (!(await reader.read()).done);
    return Date.now();
  };
  return { ended: toItsEnd().catch(() => Number.POSITIVE_INFINITY) };
}

async function logout(products: RunningProducts, provider: HostileProvider, sub: string): Promise<Finding> {
  const cases: (string | undefined)[] = [];
  let slowest = 0;
  for (const way of ['at one process', 'by the provider']) {
    const visitor = await signedIn(products, provider, sub);
    const each = atEach(products, visitor);
    const streams = await Promise.all(each.map(stream));
    const from = Date.now();
    if (way === 'by the provider') {
      const logout_token = await provider.logoutToken({ sub });
      const body = new URLSearchParams({ logout_token }).toString();
      await fetch(`${products.url}/auth/backchannel-logout`, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body });
    } else await each[0]?.open('/auth/logout');
    for (const { ended } of streams) {
      const took = (await ended) - from;
      slowest = Math.max(slowest, took);
      cases.push(took <= 1_000 ? undefined : `${way}: a stream went on for ${took} ms`);
    }
    // The browser took its cookie away; a thief has not.
    const answers = await calls(atEach(products, visitor), 20);
    cases.push(...answers.map(({ status }) => (status === 401 ? undefined : `${way}: answered ${status} afterwards`)));
  }
  return finding('signed out: every stream and call of every process, within a second', `the slowest stream ended after ${slowest} ms`, cases);
}

export async function onTwoProcesses(databaseUrl: string, full: boolean): Promise<Finding[]> {
  const { provider, close } = await servedProvider();
  const identityProvider = { issuer: provider.issuer, clientId: provider.clientId, clientSecret: 'secret-of-the-client' };
  const products = await runProducts({ databaseUrl, count: 2, portal: false, simulator: false, config: { identityProvider } });
  try {
    const sub = await somebody(products);
    const visitor = await signedIn(products, provider, sub);
    return [await tabs(products, provider, visitor, full ? 10 : 2), await logout(products, provider, sub)];
  } finally {
    await products.stop();
    close();
  }
}
