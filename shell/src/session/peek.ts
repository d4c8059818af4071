import { Session } from '@faceplate/contracts';

/** The session as it is, and what the server's clock said then: only the two together say how much time is left. */
export interface Peek {
  readonly session: Session;
  /** Milliseconds by which the server's clock is ahead of this device's. */
  readonly ahead: number;
}

/** Looks at the session without prolonging it, which no call of the self-service API can do. */
export async function peekSession(fetch = globalThis.fetch, now = Date.now): Promise<Peek> {
  const response = await fetch('/auth/session', { credentials: 'same-origin', headers: { accept: 'application/json', 'x-fp-csrf': '1' } });
  if (!response.ok) throw new Error(`/auth/session: ${response.status}`);
  const told = Date.parse(response.headers.get('date') ?? '');
  return { session: Session.parse(await response.json()), ahead: Number.isNaN(told) ? 0 : told - now() };
}
