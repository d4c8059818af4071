import { hash, randomBytes } from 'node:crypto';
import type { SignIn, Store } from '@faceplate/bss';
import type { Database } from '@faceplate/bss/node';
import { type AuditTrail, type GatewayEnv, type GatewayOptions, type HintingSystem, type OpenSession, type Quarantine, type Tenant, type Trail, type Turns, type Upstreams, createGateway, createLimits, ReportDesk, sqlFeeds, sqlHints, sqlIdempotency, sqlReports, sqlTurns, sweepIdempotency } from '@faceplate/gateway';
import {
  IDLE,
  type SealKey,
  type StaticFolder,
  billPrinter,
  cachedSessions,
  staticFiles,
} from '@faceplate/gateway/node';
import { openAudit, tendAudit } from './audit.ts';
import type { Config } from './config/config.ts';
import { openPayments, type PspDoor } from './payments.ts';
import type { Kept } from './data/kept.ts';
import { KEPT_MS, openHub } from './hub.ts';
import type { Identity } from './identity.ts';
import type { ProductLog } from './log.ts';
import { openSignOn } from './sign-on.ts';

interface Needs {
  quarantine: Quarantine;
  tally: NonNullable<GatewayOptions['tally']>;
  tenant: Tenant;
  upstreams: Upstreams;
  hinting: readonly HintingSystem[];
  capabilities: GatewayOptions['capabilities'] | undefined;
  database: Database;
  store: Store;
  kept: Kept;
  identity: Identity;
  sessionKeys?: readonly SealKey[] | undefined;
  folders: readonly StaticFolder[];
  config: Config;
  /** The reference payment provider's port, where it has one. */
  pspDoor: PspDoor | undefined;
  /** The origin this process listens on. */
  own: string;
  signIns: readonly SignIn[];
  limits: Config['limits'];
  auditing: Config['audit'];
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

/** Somebody was looking for other people's data: whoever watches the log should know by whom. */
function report({ log }: Needs, audit: AuditTrail, { subject, acting, kind = 'portal' }: OpenSession): void {
  const trace = crypto.randomUUID();
  log.facts('warn', { event: 'scraper-stopped', trace });
  const actor = acting?.actor.id ?? subject.sub;
  audit.record({ at: clock().toISOString(), trace, actor, party: subject.sub, action: 'scraper.stopped', result: 'refused', channel: kind }).catch(log.failure);
}

/** What the gateway itself keeps; it tells pages of it as it does of what systems elsewhere hint at. */
async function openDesks(needs: Needs, audit: Trail, turns: Turns | undefined) {
  const { database, tenant, log } = needs;
  const hints = await sqlHints(database);
  const hub = openHub({ ...needs, hints, publicUrl: tenant.publicUrl });
  const payments = await openPayments({ ...needs, door: needs.pspDoor, turns, hints, audit });
  const reports = new ReportDesk({ store: await sqlReports(database), clock, hints, log: log.facts });
  return { ...hub, hints, reports, ...(payments && { payments }) };
}

/** The gateway with everything that needs Node or the database put in. */
export async function composeGateway(needs: Needs): Promise<ComposedGateway> {
  const { tenant, upstreams, database, store, identity, folders, stopping, stack, log } = needs;
  const audit = await openAudit({ ...needs, keys: needs.auditing.keys });
  // Reading goes on without it; whatever changes something is refused until it is looked at.
  await audit.ready().catch(log.failure);
  const { store: kept, sessions, guests, signOn } = await openSignOn({ ...needs, audit, keys: needs.sessionKeys });
  // One process alone takes turns with itself.
  const turns = database.kind === 'postgres' ? await sqlTurns(database) : undefined;
  const desks = await openDesks(needs, audit, turns);
  const documents = billPrinter();
  stack.defer(() => documents.close());
  const provider = new URL(identity.issuer).origin;
  const options: GatewayOptions = {
    tenant,
    upstreams,
    sessions: cachedSessions(sessions, clock),
    signOn,
    guests,
    changes: store.changes,
    ...desks,
    clock,
    documents,
    ...(needs.capabilities && { capabilities: needs.capabilities }),
    idempotency: await sqlIdempotency(database),
    feeds: await sqlFeeds(database),
    cursorSecret: await needs.kept.keep('cursor-secret', () => randomBytes(32).toString('base64url')),
    ...(turns && { turns }),
    files: await staticFiles(folders),
    documentPolicy: { forms: provider === tenant.publicUrl ? [] : [provider] },
    limits: createLimits({ clock, factor: needs.limits.factor, scraper: (session) => report(needs, audit, session) }),
    digest: (text) => hash('sha1', text, 'base64url'),
    audit,
    accessLog: audit,
    quarantine: needs.quarantine,
    tally: needs.tally,
    stopping,
    log: log.facts,
  };
  const app = createGateway(options);
  const sweep = async () => {
    const now = clock();
    await kept.sweep(now.getTime(), now.getTime() - IDLE);
    await sweepIdempotency(database, now);
    await desks.hints.sweep(new Date(now.getTime() - KEPT_MS));
    await desks.reports.sweep();
    await tendAudit(audit, needs.auditing.keepDays, log);
  };
  return { fetch: (request, env) => app.fetch(request, env), sweep };
}
