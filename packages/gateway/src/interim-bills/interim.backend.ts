import { Refusal } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { type OwnRows, ownRecord, ownRows } from '../tmf/owned.ts';
import { text } from '../tmf/read.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { TmfBody } from '../upstream/types.ts';

const RESOURCE = 'customerBillOnDemand';

/** More than anybody asks for between two bills. */
const MOST = 100;

/** How a server says that it has no such collection. */
const LACKING: ReadonlySet<number | undefined> = new Set([404, 405, 501]);

/** What the routes of interim bills need from the other side (TMF678 customerBillOnDemand). */
export interface InterimBackend {
  readonly origin: string;
  /** Those asked for on one account. @throws {Refusal} 404 where billing makes none on demand. */
  asked(accountId: string): Promise<OwnRows>;
  one(id: string): Promise<TmfBody>;
  ask(body: TmfBody): Promise<TmfBody>;
}

export function interimBackend(call: Call): InterimBackend {
  const client = call.tmf('TMF678');
  return {
    origin: client.origin,
    asked: (accountId) => offered(ownRows(call, 'TMF678', RESOURCE, { by: 'billingAccount.id', ids: [accountId] }, { query: { sort: '-lastUpdate' }, limit: MOST }).then((found) => only(found, accountId))),
    one: (id) => ownRecord(call, 'TMF678', RESOURCE, id),
    ask: (body) => offered(client.post(RESOURCE, body)),
  };
}

/** A server that heeds no filter gives those of all my accounts. */
const only = (found: OwnRows, accountId: string): OwnRows => ({ ...found, rows: found.rows.filter((row) => text(row, 'billingAccount', 'id') === accountId) });

async function offered<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const lacks = error instanceof UpstreamProblem && error.fault !== 'unreachable' ? LACKING.has(error.status) : error instanceof UpstreamProblem && error.status === 501;
    throw lacks ? new Refusal({ status: 404, code: 'not-offered', title: 'This is not offered here.' }) : error;
  }
}
