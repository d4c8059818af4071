import { type Canaries, seenIn } from './canaries.ts';
import { callOf, type Portal, type User } from './tenants.ts';

/** Ways to say that one means another tenant than the one that was asked. */
const claims = (other: string): [what: string, headers: Record<string, string>][] => [
  ['nothing', {}],
  ['Host', { host: other }],
  ['X-Forwarded-Host', { 'x-forwarded-host': other }],
  ['Forwarded', { forwarded: `host=${other};proto=http` }],
  ['X-Original-URL', { 'x-original-url': `http://${other}/api/v1/bills`, 'x-rewrite-url': '/api/v1/bills' }],
  ['X-Tenant', { 'x-tenant': other, 'x-tenant-id': other, 'x-fp-tenant': other }],
  ['X-User', { 'x-user-id': 'somebody', 'x-fp-parties': 'somebody', 'x-fp-accounts': 'somebody' }],
];

const paths = (other: string): string[] => [
  '/api/v1/bills',
  '/api/v1/session',
  `/api/v1/bills?tenant=${other}`,
  `/${other}/api/v1/bills`,
  `//${other}/api/v1/bills`,
  `/api/v1/http://${other}/api/v1/bills`,
  '/api/v1/tickets/..%2fbills',
  '/api/v1//bills',
  '/API/V1/bills',
];

export interface Confusion {
  tries: number;
  leaks: string[];
}

/** Asks at each portal as somebody of another, and as its own with another's name on the call. */
export async function confusion(portals: readonly Portal[]): Promise<Confusion> {
  const all: ReadonlyMap<string, Canaries> = new Map(portals.map(({ tenant, canaries }) => [tenant, canaries]));
  const result: Confusion = { tries: 0, leaks: [] };
  for (const at of portals) {
    for (const of of portals) {
      const user = of.users[0] as User;
      const other = new URL(portals.find(({ tenant }) => tenant !== at.tenant)?.url ?? at.url).host;
      for (const [what, headers] of claims(other)) {
        for (const path of paths(other)) {
          const response = await callOf(user, path, { portal: at, headers });
          const text = await response.text();
          result.tries += 1;
          const leak = judged({ user, at, text, path, status: response.status }, all);
          if (leak !== undefined) result.leaks.push(`${what} ${path} at ${at.tenant} as ${user.tenant}: ${leak}`);
        }
      }
    }
  }
  return result;
}

function judged({ user, at, text, path, status }: { user: User; at: Portal; text: string; path: string; status: number }, all: ReadonlyMap<string, Canaries>): string | undefined {
  const { own, foreign } = seenIn(text, user, all);
  if (foreign.length > 0) return `gave ${foreign.slice(0, 3).join(' ')}`;
  if (at.tenant === user.tenant) return undefined;
  // A session of another tenant's is none here, whatever the call says of itself.
  if (own > 0 || (text.includes('"signedIn":true') && path.startsWith('/api/v1/session'))) return `let in by another tenant's session (${status})`;
  return undefined;
}
