import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'undici';

// A process of its own: what the gateway is held against, each the least that does its part of the work.
// node twin.ts <bare | upstream | proxy | thin> <port of the upstream> <body for bare and upstream>
const [kind = '', upstreamPort = '', body = ''] = process.argv.slice(2);

const text = Buffer.from(body);
const pool = upstreamPort === '0' ? undefined : new Pool(`http://127.0.0.1:${upstreamPort}`, { connections: 64 });

function answer(response: ServerResponse, bytes: Buffer | string, more: Record<string, string> = {}): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(bytes), ...more }).end(bytes);
}

const bare: RequestListener = (_, response) => answer(response, text);

async function upstreamText(path: string): Promise<string> {
  if (!pool) throw new Error('no upstream');
  const { body: stream } = await pool.request({ method: 'GET', path, headers: { accept: 'application/json', authorization: 'Bearer bench' } });
  return stream.text();
}

const proxy: RequestListener = (request, response) => void upstreamText(request.url ?? '/').then((said) => answer(response, said));

interface Ticket {
  id: string;
  externalId: string;
  name: string;
  ticketType: string;
  severity: string;
  status: string;
  creationDate: string;
  lastUpdate: string;
}

/** Parses, projects, writes: no session, no check, no header but the type. */
const thin: RequestListener = (_, response) => {
  void upstreamText('/tmf-api/troubleTicket/v4/troubleTicket?relatedParty.id=bench&sort=-lastUpdate&offset=0&limit=500').then((said) => {
    const items = (JSON.parse(said) as Ticket[]).map(({ id, externalId, name, ticketType, severity, status, creationDate, lastUpdate }) => ({
      id,
      number: externalId,
      title: name,
      kind: ticketType,
      severity,
      status,
      raisedAt: creationDate,
      changedAt: lastUpdate,
    }));
    answer(response, JSON.stringify({ items, total: items.length, gaps: [] }));
  });
};

/** Says how many there are, as servers do: without it the gateway has to look for more. */
const upstream: RequestListener = (_, response) => answer(response, text, { 'x-total-count': String((JSON.parse(body) as unknown[]).length) });

const listener = { bare, upstream, proxy, thin }[kind];
if (!listener) throw new Error(`There is no twin called ${kind}.`);
const server = createServer(listener).listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit());
