import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, describe, it } from 'node:test';
import type { Config } from './config/config.ts';
import { type Product, startProduct } from './product.ts';
import { embeddedPlace, postgresPlace } from './testing/places.ts';
import { API_HEADERS, placeOrder, readOrder, sessionOf, signIn } from './testing/portal.ts';

const failures: unknown[] = [];
const log = { facts: () => {}, failure: (error: unknown) => failures.push(error) };
const start = (config: Config) => startProduct(config, { log });

/** Reads an event stream until it has named this id as often, then leaves it. */
async function untilSaid(stream: Response, id: string, times: number): Promise<void> {
  let said = '';
  for await (const chunk of stream.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    said += chunk;
    if (said.split(id).length > times) return;
  }
  assert.fail(`The stream ended after: ${said}`);
}

const places = [embeddedPlace(), await postgresPlace()].filter((place) => place !== undefined);
after(async () => {
  for (const place of places) await place.clear();
  assert.deepEqual(failures, []);
});

for (const { name, config } of places) {
  describe(`the product on ${name}`, { timeout: 120_000 }, () => {
    let product: Product;
    let orderId = '';
    let cookies: Awaited<ReturnType<typeof signIn>>;

    it('starts with everybody who can sign in', async () => {
      product = await start({ ...config, metricsPort: 0, simulator: { enabled: true, stepSeconds: 1 } });
      assert.deepEqual(product.signIns.map(({ persona }) => persona).toSorted(), ['agent', 'business', 'consumer', 'dealer']);
      assert.equal((await fetch(`${product.url}/readyz`)).status, 200);
    });

    it('signs a person in and out through the pages', async () => {
      const ada = await signIn(product.url, 'ada');
      assert.equal((await sessionOf(ada, product.url)).person?.name, product.signIns.find(({ username }) => username === 'ada')?.name);
      const read = await ada.request(`${product.url}/api/v1/session`, { headers: API_HEADERS });
      assert.equal(read.status, 200);
      await ada.visit(`${product.url}/auth/logout`);
      assert.equal((await sessionOf(ada, product.url)).signedIn, false);
      const again = await ada.visit(`${product.url}/auth/login`);
      assert.match(again.text, /name="password"/);
    });

    it('ends the session when the person signs out at the provider', async () => {
      const ada = await signIn(product.url, 'ada');
      const question = await ada.visit(`${product.url}/idp/session/end`);
      await ada.submit(question, { logout: 'yes' });
      assert.equal((await sessionOf(ada, product.url)).signedIn, false);
    });

    it('opens the BSS to machines with the token and to nobody else', async () => {
      const { url, tmfToken } = product;
      assert.equal((await placeOrder(url, 'a-token-that-is-wrong', {})).status, 401);
      const { sub } = product.signIns[0] ?? assert.fail();
      const order = await placeOrder(url, tmfToken, {
        description: 'kept over a restart',
        relatedParty: [{ id: sub, role: 'customer', '@referredType': 'Individual' }],
        productOrderItem: [{ id: '1', action: 'add' }],
      });
      assert.equal(order.status, 201);
      orderId = order.id;
    });

    it('moves an order on by itself, and tells the customer at once', async () => {
      const { url, tmfToken, signIns } = product;
      const ada = await signIn(url, 'ada');
      const stream = await ada.request(`${url}/api/v1/events`, { headers: { ...API_HEADERS, accept: 'text/event-stream' } });
      const { sub } = signIns.find(({ username }) => username === 'ada') ?? assert.fail();
      const { id } = await placeOrder(url, tmfToken, {
        relatedParty: [{ id: sub, role: 'customer', '@referredType': 'Individual' }],
        productOrderItem: [{ id: '1', action: 'add', productOffering: { id: 'any', name: 'Any' } }],
      });
      // Once for the order itself, and at each step again: laid out, captured, checked.
      await untilSaid(stream, id, 4);
      assert.equal((await readOrder(url, tmfToken, id)).body.state, 'inProgress');
    });

    it('counts requests for Prometheus on a port of its own', async () => {
      const text = await (await fetch(product.metricsUrl ?? '')).text();
      assert.match(text, /faceplate_http_seconds_count\{route="\/auth\/login"/);
      assert.notEqual((await fetch(`${product.url}/metrics`)).status, 200);
    });

    it('keeps data and sessions over a restart', async () => {
      cookies = await signIn(product.url, 'bilal');
      await product.stop();
      product = await start(config);
      const order = await readOrder(product.url, product.tmfToken, orderId);
      assert.equal(order.body.description, 'kept over a restart');
      assert.equal((await sessionOf(cookies, product.url)).signedIn, true);
    });

    it('refuses another world than the one that is there', async () => {
      await product.stop();
      const other = { ...config, world: { seed: 8, customers: 1 }, worldAsked: true };
      await assert.rejects(start(other), /^ConfigError: FACEPLATE_WORLD asks for seed=8,customers=1, but .* holds seed=7,customers=1/);
      product = await start({ ...config, worldAsked: true });
    });

    it('says which port is taken', async () => {
      const port = Number(new URL(product.url).port);
      const elsewhere = embeddedPlace();
      try {
        await assert.rejects(start({ ...elsewhere.config, port }), new RegExp(`^ConfigError: PORT: 127\\.0\\.0\\.1:${port} is already in use$`));
      } finally {
        await elsewhere.clear();
      }
    });

    it('stops, and stops once', async () => {
      await Promise.all([product.stop(), product.stop()]);
      await assert.rejects(fetch(product.url));
    });
  });
}

const shared = await postgresPlace();
it('lets two processes start at once on one Postgres', { skip: shared ? false : 'no DATABASE_URL', timeout: 60_000 }, async () => {
  const { config, clear } = shared ?? assert.fail();
  const [one, other] = await Promise.all([start({ ...config, tmfToken: 'a-token-of-both-of-them' }), start(config)]);
  try {
    assert.deepEqual(one.signIns, other.signIns);
    const offers = `${one.url}/tmf-api/productCatalogManagement/v4/productOffering?limit=1`;
    const total = (await fetch(offers, { headers: { authorization: `Bearer ${one.tmfToken}` } })).headers.get('x-total-count');
    const names = new Set<string>();
    for (let offset = 0; offset < Number(total); offset += 100) {
      const page = await fetch(offers.replace('limit=1', `limit=100&offset=${offset}`), { headers: { authorization: `Bearer ${one.tmfToken}` } });
      for (const { id } of (await page.json()) as { id: string }[]) names.add(id);
    }
    assert.equal(names.size, Number(total));
    const ada = await signIn(one.url, 'ada');
    assert.equal((await sessionOf(ada, other.url)).signedIn, true);
  } finally {
    await Promise.all([one.stop(), other.stop()]);
    await clear();
  }
});

async function aFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const behind = await postgresPlace();
it('is one product behind a balancer that sends every request elsewhere', { skip: behind ? false : 'no DATABASE_URL', timeout: 60_000 }, async () => {
  const { config, clear } = behind ?? assert.fail();
  const ports = [await aFreePort(), await aFreePort()];
  const members: Product[] = [];
  let turn = 0;
  const balancer = createServer((question, answer) => {
    const { method, headers, url: path } = question;
    const onward = request({ host: '127.0.0.1', port: ports[turn++ % 2], method, headers, path }, (response) => {
      response.pipe(answer.writeHead(response.statusCode ?? 502, response.headers));
    });
    question.pipe(onward);
  });
  await once(balancer.listen(0, '127.0.0.1'), 'listening');
  const publicUrl = `http://127.0.0.1:${(balancer.address() as AddressInfo).port}`;
  try {
    members.push(...(await Promise.all(ports.map((port) => start({ ...config, port, publicUrl })))));
    const [one, other] = members;
    assert.equal(one?.tmfToken, other?.tmfToken);
    // The sign-in's pages, its code and its tokens cross over.
    const ada = await signIn(publicUrl, 'ada');
    for (const port of ports) assert.equal((await sessionOf(ada, `http://127.0.0.1:${port}`)).signedIn, true);
    const question = await ada.visit(`${publicUrl}/idp/session/end`);
    await ada.submit(question, { logout: 'yes' });
    for (const port of ports) assert.equal((await sessionOf(ada, `http://127.0.0.1:${port}`)).signedIn, false);
    assert.ok(turn > 8, `only ${turn} requests`);
  } finally {
    await Promise.all(members.map((member) => member.stop()));
    balancer.close();
    await clear();
  }
});

it('names a database that cannot be reached, without its password', async () => {
  const databaseUrl = 'postgres://faceplate:hush@127.0.0.1:1/care';
  const message = await start({ ...(places[0] ?? assert.fail()).config, databaseUrl }).then(
    () => '',
    (error: Error) => error.message,
  );
  assert.match(message, /^Postgres at 127\.0\.0\.1:1\/care cannot be used/);
  assert.doesNotMatch(message, /hush|\n/);
});
