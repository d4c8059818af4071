import type { TmfApi } from '../options.ts';
import type { Call } from '../routing/route.ts';
import type { TmfBody } from '../upstream/types.ts';
import { type Scope, ownRows } from './owned.ts';

/**
 * A number for people, the same for every repeat of a keyed call: `O-4711471147`. TM Forum has no idempotency key,
 * but orders and tickets keep the client's `externalId`, so a repeat finds what the first try left behind, even when
 * this process died in between.
 */
export function numberFor(prefix: string, call: Call): string {
  const digits = BigInt(`0x${call.operationKey.slice(0, 16)}`) % 10_000_000_000n;
  return `${prefix}-${String(digits).padStart(10, '0')}`;
}

/** What an earlier try of the same call has made, if it came that far. */
export async function madeBefore(call: Call, api: TmfApi, resource: string, scope: Scope, externalId: string): Promise<TmfBody | undefined> {
  const { rows } = await ownRows(call, api, resource, scope, { query: { externalId }, limit: 10 });
  return rows.find((row) => row['externalId'] === externalId);
}
