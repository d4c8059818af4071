import { type BssOptions, createBss, memoryStore } from '@faceplate/bss';
import { postPinned } from '@faceplate/bss/node';
import { openIdProvider } from '@faceplate/gateway/node';
import { type Finding, finding } from '../proof.ts';
import { ANSWERS } from './forms.ts';
import { Door, onwards, Trap } from './traps.ts';

type Hub = NonNullable<BssOptions['hub']>;

const PUBLIC = ['192.88.99.1'];
const REDIRECTS = [300, 301, 302, 303, 305, 307, 308];

/** A BSS with this hub: a subscriber asks for news, and there are some. Answers the status of the subscription. */
async function told(hub: Hub, callback: string): Promise<number> {
  const bss = createBss({ store: memoryStore(), clock: () => new Date(), simulate: false, hub: { timeout: 2_000, ...hub }, report: () => undefined });
  const post = (path: string, body: object) =>
    bss.fetch(new Request(`http://bss.test/tmf-api/troubleTicket/v4/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }));
  try {
    const { status } = await post('hub', { callback });
    const made = await post('troubleTicket', { name: 'Slow', description: 'Slow.', severity: 'Minor', ticketType: 'request' });
    if (made.status !== 201) throw new Error(`no news: ${await made.text()}`);
    await bss.tick();
    return status;
  } finally {
    await bss.close();
  }
}

async function names(trap: Trap): Promise<Finding> {
  const outcomes: (string | undefined)[] = [];
  for (const addresses of ANSWERS) {
    const before = trap.hits;
    const status = await told({ resolve: () => Promise.resolve(addresses), post: postPinned }, `https://crm.example:${trap.port}/`);
    outcomes.push(status === 400 && trap.hits === before ? undefined : `a name for ${addresses.join(' and ')}: ${status}, ${trap.hits - before} connections`);
  }
  return finding('Names that lead to closed networks: 0 taken, 0 connections', `${outcomes.filter((one) => one === undefined).length} refused`, outcomes);
}

/** The name server says one thing when it is asked to judge, and another later. */
async function rebinding(trap: Trap): Promise<Finding[]> {
  const outcomes: (string | undefined)[] = [];
  const callback = `https://localhost:${trap.port}/`;
  const expect = async (name: string, hub: Hub) => {
    const before = trap.hits;
    const status = await told(hub, callback);
    outcomes.push(status === 201 && trap.hits === before ? undefined : `${name}: ${status}, ${trap.hits - before} connections`);
  };
  for (const later of [['127.0.0.1'], ['::1'], [...PUBLIC, '127.0.0.1'], ['::ffff:127.0.0.1'], ['169.254.169.254'], []]) {
    let asked = 0;
    await expect(`rebound to ${later.join(' and ')}`, { resolve: () => Promise.resolve(asked++ === 0 ? PUBLIC : later), post: postPinned });
  }
  // Judged public by our look-up while the system's own leads to the trap. A free address of this machine stands for the public one.
  let sent = 0;
  await expect('another answer to the system than to us', {
    resolve: () => Promise.resolve(PUBLIC),
    post: (posting) => {
      sent += 1;
      return postPinned({ ...posting, addresses: (posting.addresses ?? []).map(() => '127.0.0.9') });
    },
  });
  outcomes.push(sent > 0 ? undefined : 'nothing was sent at all');
  const before = trap.hits;
  await told({ resolve: () => Promise.resolve(PUBLIC) }, callback);
  const noticed = trap.hits > before ? undefined : 'nothing noticed';
  return [
    finding('DNS rebinding against the hub: 0 connections', `${outcomes.filter(Boolean).length} connected`, outcomes),
    finding('Sabotage: a hub that looks the name up again when it connects', noticed ?? 'connected', [noticed]),
  ];
}

async function redirects(trap: Trap): Promise<Finding[]> {
  const outcomes: (string | undefined)[] = [];
  const to = `http://127.0.0.1:${trap.port}/`;
  const through = async (status: number, hub: Hub): Promise<number> => {
    using door = await Door.open(onwards(status, to));
    const before = trap.hits;
    await told({ allowPrivate: true, ...hub }, `${door.url}/tmf`);
    if (door.calls === 0) throw new Error('The subscriber that may be called was not');
    return trap.hits - before;
  };
  for (const status of REDIRECTS) {
    const hits = await through(status, { post: postPinned });
    outcomes.push(hits === 0 ? undefined : `a subscriber's ${status} was followed`);
    using door = await Door.open(onwards(status, to));
    const before = trap.hits;
    const provider = openIdProvider({ issuer: door.url, clientId: 'portal', clientSecret: 'secret', redirectUri: 'http://127.0.0.1/auth/callback' });
    const found = await provider.begin({ state: 's', nonce: 'n', verifier: 'v'.repeat(43), returnTo: '/' } as Parameters<typeof provider.begin>[0]).catch(() => undefined);
    outcomes.push(found === undefined && trap.hits === before && door.calls > 0 ? undefined : `an identity provider's ${status} was followed`);
  }
  const followed = await through(307, { fetch: (url, init) => fetch(url, { ...init, redirect: 'follow' }) });
  const noticed = followed > 0 ? undefined : 'nothing noticed';
  return [
    finding('Redirects of subscribers and of an identity provider: 0 followed', `${outcomes.filter(Boolean).length} followed`, outcomes),
    finding('Sabotage: a hub that follows redirects', noticed ?? 'followed', [noticed]),
  ];
}

/** What can be shown without a product: a name server and subscribers that lie. */
export async function inProcess(): Promise<Finding[]> {
  using trap = await Trap.at('127.0.0.1');
  if (!trap) throw new Error('This machine has no 127.0.0.1.');
  return [await names(trap), ...(await rebinding(trap)), ...(await redirects(trap))];
}
