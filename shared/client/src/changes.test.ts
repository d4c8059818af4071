import '@faceplate/client/nouns/cart.js';
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createClient } from './client.ts';

const LIMIT = { timeout: 10_000 };

/** The gateway's event stream as every tab of one browser meets it; `say` writes to the streams that are open. */
function gatewayOf(name: string) {
  const asked: (string | null)[] = [];
  const open = new Set<ReadableStreamDefaultController<Uint8Array>>();
  let status = 200;
  let waiting: (() => void)[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const { headers } = new Request(input, { ...init, signal: null });
    asked.push(headers.get('last-event-id'));
    for (const wake of waiting.splice(0)) wake();
    if (init?.method === 'DELETE') return new Response(null, { status: 503 });
    if (status !== 200) return new Response(null, { status });
    let mine: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({ start: (out) => void open.add((mine = out)), cancel: () => void open.delete(mine) });
    return new Response(body);
  };
  const say = (text: string) => {
    for (const out of open) out.enqueue(new TextEncoder().encode(`${text}\n\n`));
  };
  return {
    asked,
    say,
    change: (id: number) => say(`event: change\nid: ${id}\ndata: ${JSON.stringify({ noun: 'orders', id: 'o1', at: '2026-11-21T08:00:00.000Z' })}`),
    tab: () => createClient({ gateway: `https://${name}.test`, fetch }),
    /** The next time that a tab asks for the stream. */
    next: () => new Promise<void>((resolve) => waiting.push(resolve)),
    become: (now: number) => {
      status = now;
    },
    end: (after = 200) => {
      status = after;
      for (const out of open) out.close();
      open.clear();
    },
  };
}

function woken() {
  let wake: () => void = () => {};
  return { wake: () => wake(), next: () => new Promise<void>((resolve) => (wake = resolve)) };
}

it('shares one stream between the tabs of a browser, and hands it on without a gap', LIMIT, async () => {
  const gateway = gatewayOf('shared');
  const [first, second] = [woken(), woken()];
  const opened = gateway.next();
  const leave = gateway.tab().watch(['orders'], first.wake);
  await opened;
  const leaveToo = gateway.tab().watch(['orders'], second.wake);
  const both = Promise.all([first.next(), second.next()]);
  gateway.change(7);
  await both;
  assert.deepEqual(gateway.asked, [null]);
  const taken = gateway.next();
  leave();
  await taken;
  assert.deepEqual(gateway.asked, [null, '7']);
  const alone = second.next();
  gateway.change(8);
  await alone;
  leaveToo();
});

it('lets every tab ask again when the person is signed out in one', LIMIT, async () => {
  const gateway = gatewayOf('signed-out');
  const [first, second] = [woken(), woken()];
  const opened = gateway.next();
  const leaves = [gateway.tab().watch(['bills'], first.wake)];
  await opened;
  leaves.push(gateway.tab().watch(['bills'], second.wake));
  const heard = Promise.all([first.next(), second.next()]);
  gateway.say('event: reset\nid: 3');
  await heard;
  const told = Promise.all([first.next(), second.next()]);
  gateway.end(401);
  await told;
  for (const leave of leaves) leave();
});

it('gives up a line on which nothing comes any more', LIMIT, async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const gateway = gatewayOf('silent');
  const heard = woken();
  const opened = gateway.next();
  const leave = gateway.tab().watch(['orders'], heard.wake);
  await opened;
  const first = heard.next();
  gateway.change(5);
  await first;
  const again = gateway.next();
  for (let turn = 0; turn < 40 && gateway.asked.length < 2; turn += 1) {
    context.mock.timers.tick(turn === 0 ? 45_000 : 500);
    await new Promise(setImmediate);
  }
  await again;
  assert.deepEqual(gateway.asked, [null, '5']);
  leave();
});

it('does not wait when the network is back', LIMIT, async (context) => {
  const online = new EventTarget();
  Object.assign(globalThis, { addEventListener: online.addEventListener.bind(online), removeEventListener: online.removeEventListener.bind(online) });
  context.after(() => Object.assign(globalThis, { addEventListener: undefined, removeEventListener: undefined }));
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const gateway = gatewayOf('offline');
  const opened = gateway.next();
  const leave = gateway.tab().watch(['orders'], () => undefined);
  await opened;
  const again = gateway.next();
  gateway.end();
  for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
  assert.equal(gateway.asked.length, 1);
  online.dispatchEvent(new Event('online'));
  await again;
  leave();
});

it('asks again once a visitor has begun, who was nobody when the page opened', LIMIT, async () => {
  const gateway = gatewayOf('visitor');
  gateway.become(401);
  const tab = gateway.tab();
  const refused = gateway.next();
  const hears = woken();
  const leave = tab.watch(['orders'], hears.wake);
  await refused;
  // The refusal is heard, too.
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  gateway.become(200);
  // Whatever becomes of the act itself: its answer may be lost.
  const acted = gateway.next();
  const act = tab.cart.remove('line-1').catch(() => undefined);
  await acted;
  const opened = gateway.next();
  await Promise.all([act, opened]);
  const heard = hears.next();
  gateway.change(3);
  await heard;
  leave();
});
