import { type Canaries, seenIn } from './canaries.ts';
import { callOf, type Portal, type User } from './tenants.ts';

const AT_ONCE = 96;
const PATHS = ['/session', '/accounts', '/bills', '/bills', '/orders', '/products', '/tickets', '/tickets', '/interactions', '/offers', '/cart', '/service-levels', '/access-log'];
/** Everybody's keys: two people who choose the same must not meet. */
const KEYS = Array.from({ length: 5 }, (_, index) => `00000000-0000-4000-8000-00000000000${index}`);

export interface Result {
  requests: number;
  answered: number;
  ownMarks: number;
  /** Most calls under way at one time. */
  overlap: number;
  leaks: string[];
}

interface Ask {
  path: string;
  init?: Parameters<typeof callOf>[2];
}

/** Tags of entities by path, of whoever saw them last. */
type Tags = Map<string, string>;

function nextAsk(user: User, portals: readonly Portal[], tags: Tags, dice: () => number): Ask {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(dice() * all.length)] as T;
  const kind = dice();
  if (kind < 0.12) return { path: `/bills/${user.portal.bills.get(user) ?? 'none'}` };
  if (kind < 0.2) {
    const others = [...pick(portals).bills.values()];
    return { path: `/bills/${others.length > 0 ? pick(others) : 'none'}` };
  }
  if (kind < 0.26) {
    const body = { productId: 'none', kind: 'request', severity: 'minor', title: `of ${user.sub}`, description: 'The same key as others.' };
    return { path: '/tickets', init: { method: 'POST', body, headers: { 'idempotency-key': pick(KEYS) } } };
  }
  if (kind < 0.32) return { path: '/cart/items', init: { method: 'POST', body: { offerId: 'none', quantity: 1 }, headers: { 'idempotency-key': pick(KEYS) } } };
  const path = pick(PATHS);
  const tag = tags.get(path);
  return { path, ...(tag !== undefined && dice() < 0.3 && { init: { headers: { 'if-none-match': tag } } }) };
}

/** Everybody at once, each as themselves; whatever comes back is searched for what is another's. */
export async function interleaved(portals: readonly Portal[], count: number, dice: () => number, tell: (done: number) => void): Promise<Result> {
  const users = portals.flatMap((portal) => portal.users);
  const all: ReadonlyMap<string, Canaries> = new Map(portals.map(({ tenant, canaries }) => [tenant, canaries]));
  const result: Result = { requests: 0, answered: 0, ownMarks: 0, overlap: 0, leaks: [] };
  const tags: Tags = new Map();
  let under = 0;
  const one = async () => {
    const user = users[Math.floor(dice() * users.length)] as User;
    const { path, init } = nextAsk(user, portals, tags, dice);
    under += 1;
    result.overlap = Math.max(result.overlap, under);
    const response = await callOf(user, `/api/v1${path}`, init);
    const text = await response.text();
    under -= 1;
    const tag = response.headers.get('etag');
    if (tag !== null) tags.set(path, tag);
    noteBill(user, path, text);
    judge(result, { user, path, status: response.status, text: text + JSON.stringify([...response.headers]) }, all);
  };
  const worker = async () => {
    while (result.requests < count) {
      result.requests += 1;
      if (result.requests % 500 === 0) tell(result.requests);
      await one();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return result;
}

function noteBill(user: User, path: string, text: string): void {
  const id = path === '/bills' ? /"id":"([^"]+)"/.exec(text)?.[1] : undefined;
  if (id !== undefined) user.portal.bills.set(user, id);
}

/** The session answer names its person: a second mark, which nothing had to be planted for. */
function judge(result: Result, { user, path, status, text }: { user: User; path: string; status: number; text: string }, all: ReadonlyMap<string, Canaries>): void {
  const { own, foreign } = seenIn(text, user, all);
  result.ownMarks += own;
  if (status < 500) result.answered += 1;
  if (foreign.length > 0) result.leaks.push(`${path} gave ${user.tenant}/${user.sub} ${foreign.slice(0, 3).join(' ')} (${status})`);
  const named = path === '/session' ? /"person":\{"id":"([^"]+)"/.exec(text)?.[1] : undefined;
  if (named !== undefined && named !== user.sub) result.leaks.push(`/session told ${user.tenant}/${user.sub} to be ${named}`);
}
