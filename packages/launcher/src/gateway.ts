import type { Store } from '@faceplate/bss';
import type { Database } from '@faceplate/bss/node';
import { type GatewayEnv, type GatewayOptions, type Tenant, type Upstreams, createGateway, sqlIdempotency, sweepIdempotency } from '@faceplate/gateway';
import {
  IDLE,
  type SealKey,
  type StaticFolder,
  billPrinter,
  cachedSessions,
  staticFiles,
} from '@faceplate/gateway/node';
import { openAudit, tendAudit } from './audit.ts';
import type { Kept } from './data/kept.ts';
import type { Identity } from './identity.ts';
import type { ProductLog } from './log.ts';
import { openSignOn } from './sign-on.ts';

interface Needs {
  tenant: Tenant;
  upstreams: Upstreams;
  database: Database;
  store: Store;
  kept: Kept;
  identity: Identity;
  sessionKeys?: readonly SealKey[] | undefined;
  folders: readonly StaticFolder[];
  stopping: AbortSignal;
  stack: AsyncDisposableStack;
  log: ProductLog;
}

export interface ComposedGateway {
  fetch(request: Request, env?: GatewayEnv['Bindings']): Response | Promise<Response>;
  /** Deletes sessions and keyed answers that are over. */
  sweep(): Promise<void>;
}

const clock = () => new Date();

/** Thirteen months: a year can be looked back upon whole. */
const AUDIT_DAYS = 396;

/** The gateway with everything that needs Node or the database put in. */
export async function composeGateway(needs: Needs): Promise<ComposedGateway> {
  const { tenant, upstreams, database, store, identity, folders, stopping, stack, log } = needs;
  const audit = await openAudit(needs);
  const { store: kept, sessions, signOn } = await openSignOn({ ...needs, audit, keys: needs.sessionKeys });
  const documents = billPrinter();
  stack.defer(() => documents.close());
  const provider = new URL(identity.issuer).origin;
  const options: GatewayOptions = {
    tenant,
    upstreams,
    sessions: cachedSessions(sessions, clock),
    signOn,
    changes: store.changes,
    clock,
    documents,
    idempotency: await sqlIdempotency(database),
    files: await staticFiles(folders),
    documentPolicy: { forms: provider === tenant.publicUrl ? [] : [provider] },
    audit,
    accessLog: audit,
    stopping,
    log: log.facts,
  };
  const app = createGateway(options);
  return {
    fetch: (request, env) => app.fetch(request, env),
    sweep: async () => {
      const now = clock();
      await kept.sweep(now.getTime(), now.getTime() - IDLE);
      await sweepIdempotency(database, now);
      await tendAudit(audit, AUDIT_DAYS, log);
    },
  };
}
