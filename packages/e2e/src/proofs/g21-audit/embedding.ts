import { createHash, randomBytes } from 'node:crypto';
import type { Cast } from './cast.ts';
import type { Deed } from './deeds.ts';

const MOST_HOPS = 12;

/** Goes where it is sent until it leaves the portal; the fragment of that address holds the code. */
async function codeFor({ bilal, product }: Cast, origin: string, challenge: string): Promise<string> {
  let path = `/auth/embed?${new URLSearchParams({ returnTo: `${origin}/page`, challenge, state: 'state-1' }).toString()}`;
  for (let hops = 0; hops < MOST_HOPS; hops += 1) {
    const { headers } = await bilal.open(path);
    const to = new URL(String(headers['location'] ?? ''), product.url);
    if (to.origin === origin) return new URLSearchParams(to.hash.slice(1)).get('fp-code') ?? '';
    path = to.href;
  }
  throw new Error('The hand-over led nowhere.');
}

/** Hands a session over to a page on another site, and takes it up there. */
export function embedding(): readonly Deed[] {
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const pageOf = ({ product }: Cast) => `http://127.0.0.1:${product.foreignPort}`;
  let code = '';
  return [
    {
      kind: 'session.handed-over',
      act: async (cast) => {
        code = await codeFor(cast, pageOf(cast), challenge);
        return { expected: { action: 'session.handed-over', actor: cast.ids.bilal, party: cast.ids.bilal, result: 'done' } };
      },
    },
    {
      kind: 'session.embedded',
      act: async (cast) => {
        const headers = { 'x-fp-csrf': '1', 'content-type': 'application/json', origin: pageOf(cast) };
        const answer = await cast.bilal.open('/auth/embed', { method: 'POST', body: JSON.stringify({ code, verifier }), headers });
        return { answer, expected: { action: 'session.embedded', actor: cast.ids.bilal, party: cast.ids.bilal, result: 'done' } };
      },
    },
  ];
}
