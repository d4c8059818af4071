import { type Asking, requestOf } from './asking.ts';
import { Canaries, NOW, type Owned } from './canaries.ts';
import { type Running, runGateway } from './gateway.ts';
import { below, mailOf, organizationsOf, payerBesides, plainPeople, role } from './people.ts';

export interface Actor {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Parties of whose everything, by who reads the records and not the gateway. */
  readonly full: readonly string[];
  /** Parties of whose bills alone. */
  readonly bills: readonly string[];
}

/** Of whom one sees the bills one also knows the name. */
const BILLS = ['organization', 'billingAccount', 'customerBill', 'appliedCustomerBillingRate', 'customerBillOnDemand'];
export const sees = ({ full, bills }: Actor) => ({ kind, owners }: Owned): boolean =>
  owners.some((id) => full.includes(id)) || (BILLS.includes(kind) && owners.some((id) => bills.includes(id)));

export interface House {
  readonly canaries: Canaries;
  readonly actors: readonly Actor[];
  /** Who signs with their name what they do for customers. */
  readonly staff: string;
  ask(request: Request): Promise<Response>;
}

export interface HouseOptions {
  seed: number;
  customers: number;
  heedless: boolean;
}

/** A world of canaries, its gateway, and every kind of person at it. */
export async function openHouse({ seed, customers, heedless }: HouseOptions): Promise<House> {
  const canaries = new Canaries(seed, customers);
  const cast = castOf(canaries);
  const { viewer, manager, former, top, branch } = cast;
  const added = [role('g1viewerrole', 'viewer', viewer, branch), role('g1adminrole0', 'admin', manager, branch), role('g1formerrole', 'admin', former, top)];
  const running = runGateway({ records: [...canaries.records, ...added], reports: canaries.reports, heedless });
  return { canaries, actors: await actorsOf(canaries, cast, running), staff: cast.daniel, ask: running.ask };
}

interface Cast extends Record<'ada' | 'bilal' | 'chiara' | 'daniel' | 'member' | 'viewer' | 'manager' | 'grantee' | 'former' | 'payer', string> {
  /** Of Bilal's company, and a branch of it. */
  top: string;
  branch: string;
}

function castOf(canaries: Canaries): Cast {
  const found = (what: string, id: string | undefined): string => {
    if (!id) throw new Error(`The world has no ${what}: take one with more customers.`);
    return id;
  };
  const { ada, bilal, chiara, daniel } = canaries.signIns;
  const [top, branch] = organizationsOf(canaries, found('Bilal', bilal), 'admin');
  const [member, viewer, manager, grantee, former] = plainPeople(canaries);
  const payer = payerBesides(canaries, found('Ada', ada));
  const all = { ada, bilal, chiara, daniel, member, viewer, manager, grantee, former, payer, top, branch };
  return Object.fromEntries(Object.entries(all).map(([what, id]) => [what, found(what, id)])) as unknown as Cast;
}

const HOST = 'https://host.test';

/** What people did before they ask: granted, revoked, began to act. */
async function past(canaries: Canaries, { ada, grantee, former, daniel }: Cast, { ask, signIn, changed, patch }: Running) {
  const hers = await signIn(ada);
  const call = (cookie: string, asking: Asking) => ask(requestOf({ ...asking, headers: { cookie } }));
  const give = async (to: string): Promise<string> => {
    const body = { to: mailOf(canaries, to), scope: ['bills'], until: new Date(NOW.getTime() + 3_600_000).toISOString() };
    const given = await call(hers, { method: 'POST', path: '/grants', body });
    if (given.status !== 201) throw new Error(`No grant could be given: ${await given.text()}`);
    return ((await given.json()) as { id: string }).id;
  };
  await give(grantee);
  const gone = await give(former);
  const revoked = await signIn(former);
  await call(hers, { method: 'DELETE', path: `/grants/${gone}` });
  await patch('partyRoleManagement/v4/partyRole/g1formerrole', { status: 'terminated' });
  await changed(former);
  const begun = await call(await signIn(daniel), { method: 'POST', path: '/acting', body: { customer: mailOf(canaries, ada), reason: 'A call', consent: 'customer-present' } });
  const acting = /fp-session=[^;]+/.exec(begun.headers.get('set-cookie') ?? '')?.[0];
  if (!acting) throw new Error(`Daniel cannot act for Ada: ${await begun.text()}`);
  const offers = canaries.all('productOffering').map(({ id }) => id);
  const visiting = /fp-visit=[^;]+/.exec((await call('', { method: 'POST', path: '/cart/items', body: { offerId: offers[0], quantity: 1 } })).headers.get('set-cookie') ?? '')?.[0];
  if (!visiting) throw new Error('Nobody can begin as a visitor.');
  return { hers, revoked, acting, visiting };
}

async function actorsOf(canaries: Canaries, cast: Cast, running: Running): Promise<Actor[]> {
  const { signIn } = running;
  const { ada, bilal, chiara, daniel, member, viewer, manager, grantee, former, payer, top, branch } = cast;
  const { hers, revoked, acting, visiting } = await past(canaries, cast, running);
  const as = (name: string, cookie: string, full: readonly string[], bills: readonly string[] = [], headers: Record<string, string> = {}): Actor => ({ name, headers: { cookie, ...headers }, full, bills });
  const embedded = { kind: 'embedded', origin: HOST } as const;
  return [
    as('anonymous', '', []),
    as('visitor', visiting, []),
    as('consumer', hers, [ada]),
    as('household member', await signIn(member), [member]),
    as('payer', await signIn(payer), [payer]),
    as('organisation viewer', await signIn(viewer), [viewer], below(canaries, branch)),
    as('organisation admin', await signIn(bilal), [bilal, ...below(canaries, top)]),
    as('branch admin', await signIn(manager), [manager, ...below(canaries, branch)]),
    as('granted bills', await signIn(grantee), [grantee], [ada]),
    as('dealer', await signIn(chiara), [chiara, ...organizationsOf(canaries, chiara, 'admin', 'dealer')]),
    as('agent', await signIn(daniel), [daniel]),
    as('agent acting for a customer', acting, [ada]),
    as('revoked', revoked, [former]),
    as('other tenant', await signIn(ada, { tenant: 'Koral' }), []),
    as('stale proof', await signIn(ada, { authenticatedAt: NOW.getTime() - 3_600_000 }), [ada]),
    as('embedded', await signIn(ada, embedded), [ada], [], { origin: HOST }),
    as('embedded agent', await signIn(daniel, embedded), [], [], { origin: HOST }),
    as('agent acting too long', acting, [], [], { 'x-proof-acting-over': '1' }),
    as('overdue', await signIn(ada), [], [], { 'x-proof-overdue': '1' }),
  ];
}
