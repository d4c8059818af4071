import { randomBytes } from 'node:crypto';
import type { Store } from '@faceplate/bss';
import type { Database } from '@faceplate/bss/node';
import { type GatewayOptions, type Tenant, type Upstreams, createGateway, sqlIdempotency, sweepIdempotency, tmfScopeResolver } from '@faceplate/gateway';
import {
  IDLE,
  type SealKey,
  type StaticFolder,
  billPrinter,
  createSeal,
  createSignOn,
  openIdProvider,
  readSessions,
  sqlSessions,
  staticFiles,
} from '@faceplate/gateway/node';
import { openAudit, tendAudit } from './audit.ts';
import type { Kept } from './data/kept.ts';
import type { Identity } from './identity.ts';
import type { ProductLog } from './log.ts';

interface Needs {
  tenant: Tenant;
  upstreams: Upstreams;
  database: Database;
  store: Store;
  kept: Kept;
  identity: Identity;
  folders: readonly StaticFolder[];
  stopping: AbortSignal;
  stack: AsyncDisposableStack;
  log: ProductLog;
}

export interface ComposedGateway {
  fetch(request: Request): Response | Promise<Response>;
  /** Deletes sessions and keyed answers that are over. */
  sweep(): Promise<void>;
}

const clock = () => new Date();

/** Thirteen months: a year can be looked back upon whole. */
const AUDIT_DAYS = 396;

const newKey = (): SealKey => ({ id: 'k1', secret: randomBytes(32).toString('base64url') });

async function signOnParts({ tenant, upstreams, database, kept, identity, log }: Needs) {
  const scope = tmfScopeResolver(upstreams);
  const store = await sqlSessions(database);
  const sessions = readSessions({ tenant, store, scope, clock });
  const { issuer, clientId, clientSecret, fetch } = identity;
  const provider = openIdProvider({
    issuer,
    clientId,
    clientSecret,
    redirectUri: `${tenant.publicUrl}/auth/callback`,
    ...(fetch && { fetch }),
  });
  const seal = await createSeal([await kept.keep('gateway-key', newKey)]);
  const signOn = createSignOn({ tenant, provider, store, sessions, scope, seal, clock, log: log.facts });
  return { store, sessions, signOn };
}

/** The gateway with everything that needs Node or the database put in. */
export async function composeGateway(needs: Needs): Promise<ComposedGateway> {
  const { tenant, upstreams, database, store, identity, folders, stopping, stack, log } = needs;
  const { store: kept, sessions, signOn } = await signOnParts(needs);
  const audit = await openAudit(needs);
  const documents = billPrinter();
  stack.defer(() => documents.close());
  const provider = new URL(identity.issuer).origin;
  const options: GatewayOptions = {
    tenant,
    upstreams,
    sessions,
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
    fetch: (request) => app.fetch(request),
    sweep: async () => {
      const now = clock();
      await kept.sweep(now.getTime(), now.getTime() - IDLE);
      await sweepIdempotency(database, now);
      await tendAudit(audit, AUDIT_DAYS, log);
    },
  };
}
