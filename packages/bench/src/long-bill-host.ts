import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { Readable } from 'node:stream';
import { createBss, generateWorld, memoryStore, type StoredRecord } from '@faceplate/bss';
import { createGateway, type SessionReader, tmfScopeResolver, type Upstream } from '@faceplate/gateway';
import { freePort } from '@faceplate/workbench';
import { embedFolder } from '@faceplate/workbench/build';

const BSS = 'http://bss.internal';
const NOW = new Date('2026-11-20T09:30:00.000Z');
const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.html': 'text/html' };

/** So many lines of one kind of use, on a bill that adds up. Euros; 19 % tax. */
function billOf(id: string, lines: number, like: StoredRecord): StoredRecord[] {
  const money = (cents: number) => ({ unit: 'EUR', value: cents / 100 });
  const [net, tax] = [100 * lines, 19 * lines];
  const bill = {
    ...like.body, id, billNo: `long-${lines}`, state: 'sent',
    taxExcludedAmount: money(net), taxItem: [{ taxCategory: 'VAT', taxRate: 19, taxAmount: money(tax) }],
    taxIncludedAmount: money(net + tax), amountDue: money(net + tax), remainingAmount: money(net + tax),
  };
  const rates = Array.from({ length: lines }, (_, index) => ({
    resource: 'appliedCustomerBillingRate',
    body: {
      id: `${id}x${index}`, name: `Call to number ${index}`, date: NOW.toISOString(), type: 'appliedBillingCharge', isBilled: true, bill: { id, '@referredType': 'CustomerBill' },
      description: `+49 30 ${index % 500}`, product: { id: `line${index % 500}`, name: 'Line' },
      taxExcludedAmount: money(100), taxIncludedAmount: money(119), appliedTax: [{ taxCategory: 'VAT', taxRate: 19, taxAmount: money(19) }],
      characteristic: [{ name: 'chargeKind', value: 'usage' }, { name: 'quantity', value: 3 }, { name: 'unit', value: 'minutes' }],
    },
  }));
  return [{ resource: 'customerBill', body: bill }, ...rates] as StoredRecord[];
}

/** Ada's world with a bill of each length, whose ids are `bill` and the number; behind the real gateway, with her signed in. */
function operatorWith(lengths: readonly number[]): (request: Request) => Promise<Response> {
  const { records, signIns } = generateWorld({ seed: 7, customers: 0, now: NOW });
  const all = [...records];
  const ada = signIns.find(({ username }) => username === 'ada')?.sub ?? '';
  const like = all.find(({ resource, body }) => resource === 'customerBill' && JSON.stringify(body['relatedParty']).includes(ada));
  if (!like) throw new Error('Ada has no bill.');
  const store = memoryStore([...all, ...lengths.flatMap((lines) => billOf(`bill${lines}`, lines, like))]);
  const clock = () => NOW;
  const bss = createBss({ store, clock, baseUrl: BSS });
  const upstream: Upstream = { name: 'Meridian Billing', baseUrl: BSS, fetch: bss.fetch };
  const scope = tmfScopeResolver(() => upstream);
  const end = new Date(NOW.getTime() + 36_000_000).toISOString();
  const sessions: SessionReader = { read: async () => ({ subject: await scope.resolve(ada), sessionId: 'bench', idleEndsAt: end, endsAt: end }) };
  const tenant = { name: 'Meridian Telecom', zone: 'Europe/Berlin', currency: 'EUR', publicUrl: 'http://portal.test', embedOrigins: [] };
  const gateway = createGateway({ tenant, upstreams: () => upstream, sessions, changes: store.changes, clock });
  return async (request) => gateway.fetch(request);
}

/** The real gateway over the real BSS, in this process, and a page for each bill. */
export async function serveLongBills(lengths: readonly number[]): Promise<{ url: string; close(): Promise<void> }> {
  const fetch = operatorWith(lengths);
  const url = `http://127.0.0.1:${await freePort()}`;
  const server = createServer((request, response) => {
    answer(request, response, fetch).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => {
    server.listen(Number(new URL(url).port), '127.0.0.1', resolve);
  });
  return {
    url,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
}

/** As the portal's own pages: a bill that needs more than this would not be the one that customers see. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'";
/** An area as tall as the list of 100,000 lines, with nothing in it; where the list is, so that the same hand finds it. */
const EMPTY = '<link rel="stylesheet" href="/empty.css"><fp-charge-pool><div class="area"><div></div></div></fp-charge-pool>';
const EMPTY_STYLE = '.area { block-size: 36rem; overflow: auto } .area > div { block-size: 5600000px }';

/** What stands on a page: nothing, an empty area, or the bill of that id. */
function bodyOf(name: string): string {
  if (name === 'blank') return '';
  return name === 'empty' ? EMPTY : `<script type="module" src="/embed/bill-viewer.js"></script><fp-bill-viewer bill-id="${name}"></fp-bill-viewer>`;
}

async function answer(request: IncomingMessage, response: ServerResponse, api: (request: Request) => Promise<Response>): Promise<void> {
  const path = request.url ?? '/';
  if (path.startsWith('/api/')) return passOn(await api(new Request(`http://portal.test${path}`, { headers: { 'x-fp-csrf': '1' } })), response);
  if (path.startsWith('/embed/')) return file(normalize(path.slice('/embed/'.length).split('?')[0] ?? ''), response);
  if (path === '/empty.css') return void response.writeHead(200, { 'content-type': 'text/css' }).end(EMPTY_STYLE);
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bill</title>${bodyOf(path.slice(1))}</html>`;
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY }).end(page);
}

function passOn(answered: Response, response: ServerResponse): void {
  response.writeHead(answered.status, { 'content-type': answered.headers.get('content-type') ?? 'application/json' });
  if (answered.body) Readable.fromWeb(answered.body as never).on('error', () => response.end()).pipe(response);
  else response.end();
}

async function file(path: string, response: ServerResponse): Promise<void> {
  const bytes = await readFile(join(embedFolder, path)).catch(() => undefined);
  if (bytes) response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', 'cache-control': 'max-age=3600' }).end(bytes);
  else response.writeHead(404).end();
}
