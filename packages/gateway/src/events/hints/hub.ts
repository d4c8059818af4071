import { type Context, Hono } from 'hono';
import { parseJson, readBody } from '../../guard/body.ts';
import type { GatewayEnv, Log, TmfApi, Upstream } from '../../options.ts';
import { factsOf } from '../../policy/facts.ts';
import { invalid, notFound, Refusal } from '../../problem.ts';
import { failureResponse } from '../../routing/failure.ts';
import { tmfClient } from '../../upstream/client.ts';
import { UpstreamProblem } from '../../upstream/problem.ts';
import type { TmfBody } from '../../upstream/types.ts';
import { meaningOf } from '../nouns.ts';
import { eventIn, type ToldEvent } from './envelope.ts';
import type { HintLog } from './hint-log.ts';
import { isAddressed, isSigned } from './proof.ts';

const MOST_BYTES = 256 * 1024;
/** Looks at records under way at once, whoever hints at them. */
const MOST_LOOKS = 16;
/** What happened longer ago is nobody's news, and may be a recording. */
const LONGEST_AGO = 24 * 60 * 60_000;

/** A system elsewhere that may tell us of changes. */
export interface HintingSystem {
  /** Names it in the callback's address: `TMF678`, `TMF678-2`. */
  name: string;
  api: TmfApi;
  upstream: Upstream;
  secret: string;
  /** It signs what it sends; unsigned notifications are refused. */
  signed: boolean;
}

export interface HubOptions {
  systems: readonly HintingSystem[];
  hints: HintLog;
  /** Where billing accounts are: bills of some systems name nothing else. */
  accounts: () => Upstream;
  clock: () => Date;
  log?: Log;
}

/**
 * `POST /hub/<system>/<token>/listener/<event>`: notifications of TM Forum hubs.
 * They are hints: of what they say only the record's id is taken, the record is
 * read where it lives, and whose it is decides who is told.
 */
export function hubListener(options: HubOptions): Hono<GatewayEnv> {
  let looks = 0;
  const app = new Hono<GatewayEnv>();
  app.post('/:system/:token/listener/:event', async (c) => {
    try {
      if (looks >= MOST_LOOKS) throw new Refusal({ status: 503, code: 'upstream-unreachable', title: 'Too much is told at once. Try again in a moment.' }, { 'retry-after': '2' });
      looks += 1;
      return await take(options, c).finally(() => (looks -= 1));
    } catch (error) {
      return failureResponse(error, c.var.trace, options.log, '/hub/:system');
    }
  });
  return app;
}

async function take(options: HubOptions, c: Context<GatewayEnv>): Promise<Response> {
  const system = options.systems.find(({ name }) => name === c.req.param('system'));
  if (!system || !(await isAddressed(system.secret, system.name, c.req.param('token') ?? ''))) throw notFound();
  const body = await readBody(c.req.raw, MOST_BYTES);
  const now = options.clock();
  if (system.signed && !(await isSigned(system.secret, c.req.header('x-hub-signature') ?? null, body, now))) throw notFound();
  const told = eventIn(parseJson(body));
  if (!told) throw invalid(422, [{ path: 'event', message: 'This is no event about one record.' }]);
  await heed(options, system, told, now);
  // What v4's specification wants, and v5's.
  return system.upstream.version === 'v5' ? new Response(null, { status: 204 }) : Response.json({ id: told.eventId }, { status: 201 });
}

async function heed(options: HubOptions, system: HintingSystem, told: ToldEvent, now: Date): Promise<void> {
  const { resource, id, eventType } = told;
  const isOld = told.eventTime !== undefined && now.getTime() - Date.parse(told.eventTime) > LONGEST_AGO;
  if (isOld || !meaningOf(resource)) return;
  const partyIds = await whose(options, system, told);
  if (partyIds.length === 0 && resource !== 'productOffering') return options.log?.('info', { event: 'hint-of-nobody', upstream: system.upstream.name });
  await options.hints.note({ eventId: `${system.name} ${told.eventId}`, eventTime: now.toISOString(), eventType, resource, id, partyIds });
}

/** Asked of the system itself, never taken from the notification; of a record that is gone, what was known before. */
async function whose({ hints, accounts, log }: HubOptions, { api, upstream }: HintingSystem, { resource, id }: ToldEvent): Promise<string[]> {
  const within = { trace: crypto.randomUUID(), signal: AbortSignal.timeout(5_000) };
  try {
    const record = await tmfClient(api, upstream, within).get(resource, id);
    const own = partiesIn(record);
    if (own.length > 0) return own;
    const owners = await Promise.all(factsOf(record).accountIds.slice(0, 5).map((account) => tmfClient('TMF666', accounts(), within).get('billingAccount', account)));
    return [...new Set(owners.flatMap(partiesIn))];
  } catch (error) {
    if (error instanceof UpstreamProblem && error.fault === 'not-found') return hints.partiesOf(resource, id);
    log?.('warn', { event: 'hint-unread', upstream: upstream.name });
    throw error;
  }
}

const partiesIn = (record: TmfBody): string[] => [...new Set(factsOf(record).partyIds)];
