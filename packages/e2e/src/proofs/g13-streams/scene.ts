import { setTimeout as wait } from 'node:timers/promises';
import { type RunningProducts, runProducts } from '../../product/running-products.ts';
import { Visitor } from '../../product/visitor.ts';
import { Outbox } from './outbox.ts';
import { StreamClient } from './stream-client.ts';

export interface Size {
  /** People who listen; one more has only readers that stall. */
  people: number;
  sessions: number;
  /** Streams of each session. */
  streams: number;
  stalled: number;
  changes: number;
  restarts: number;
  /** Milliseconds that all changes take at least. */
  during: number;
}

export interface Listener {
  party: string;
  /** One a session. */
  cookies: string[];
}

export interface Scene extends AsyncDisposable {
  products: RunningProducts;
  outbox: Outbox;
  listeners: Listener[];
  /** Whose readers stall. */
  stalling: Listener;
}

interface SignIn {
  sub: string;
  username: string;
  persona: string;
}

/** The demonstration's people with something of their own; agents hear of customers only while they act for them. */
const OWN = ['consumer', 'business', 'dealer'];

/** More people may sign in than the demonstration has: individuals of its world. */
async function addSignIns({ products, outbox }: Pick<Scene, 'products' | 'outbox'>, count: number): Promise<void> {
  const people = await outbox.query<{ id: string }>("select id from doc where type = 'individual' order by id limit $1::text::int", [String(count)]);
  const added = people.map(({ id }, at) => ({ sub: id, username: `g13-${at}`, name: `Listener ${at}`, email: `g13-${at}@example.com`, persona: 'consumer' }));
  const text = "update launcher_kept set value = jsonb_set(value, '{signIns}', (value->'signIns') || $1::text::jsonb) where name = 'world'";
  await outbox.query(text, [JSON.stringify(added)]);
  for (const member of products.members) await member.restart();
  await products.balancer.look();
}

async function whoMaySignIn(outbox: Outbox): Promise<SignIn[]> {
  const [row] = await outbox.query<{ value: string }>("select value->>'signIns' as value from launcher_kept where name = 'world'");
  const all = JSON.parse(row?.value ?? '[]') as SignIn[];
  // An individual of the world may be one of the demonstration's.
  return [...new Map(all.filter(({ persona }) => OWN.includes(persona)).map((one) => [one.sub, one])).values()];
}

async function signIn(url: string, { sub, username }: SignIn, sessions: number): Promise<Listener> {
  const cookies: string[] = [];
  for (let count = 0; count < sessions; count += 1) {
    const visitor = await Visitor.signIn(url, username);
    cookies.push([...visitor.jar].map(([name, value]) => `${name}=${value}`).join('; '));
    await visitor.close();
  }
  return { party: sub, cookies };
}

/** The product in several processes, and its people signed in. */
export async function openScene(databaseUrl: string, size: Size, { count = 2, env = {} }: { count?: number; env?: Record<string, string> } = {}): Promise<Scene> {
  await using opening = new AsyncDisposableStack();
  const customers = Math.max(2, size.people);
  // A real crowd does not come from one address.
  const config = { limits: { factor: 1_000 } };
  const products = await runProducts({ databaseUrl, count, portal: false, simulator: false, config, env: { FACEPLATE_WORLD: `customers=${customers}`, ...env } });
  opening.defer(() => products.stop());
  const outbox = opening.use(await Outbox.open(products.databaseUrl));
  if (size.people + 1 > OWN.length) await addSignIns({ products, outbox }, size.people);
  const people = (await whoMaySignIn(outbox)).slice(0, size.people + 1);
  const listeners: Listener[] = [];
  for (const person of people) listeners.push(await signIn(products.url, person, size.sessions));
  const stalling = listeners.pop();
  if (!stalling) throw new Error('Nobody may sign in.');
  const open = opening.move();
  return { products, outbox, listeners, stalling, [Symbol.asyncDispose]: () => open.disposeAsync() };
}

/** Opens every stream, and waits until each has begun. */
export async function listenAll({ products, listeners }: Scene, { streams }: Size): Promise<StreamClient[]> {
  const clients = listeners.flatMap(({ party, cookies }) =>
    cookies.flatMap((cookie) => Array.from({ length: streams }, () => new StreamClient(products.url, cookie, party))),
  );
  await until(20_000, () => clients.every(({ position }) => position >= 0));
  return clients;
}

/** @returns false when it did not come about in time. */
export async function until(milliseconds: number, is: () => boolean): Promise<boolean> {
  const end = performance.now() + milliseconds;
  while (!is() && performance.now() < end) await wait(50);
  return is();
}
