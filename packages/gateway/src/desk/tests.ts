import type { LineTest, LineTestRequest, TestOffer } from '@faceplate/contracts';
import { productsBackend } from '../products/products.backend.ts';
import { invalid, Refusal } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { namedInBody } from '../tmf/named-in-body.ts';
import { byParty, type OwnRows, ownRecord, ownRows } from '../tmf/owned.ts';
import { readOne } from '../tmf/read-one.ts';
import { characteristic, records, text } from '../tmf/read.ts';
import { isLacking, UpstreamProblem } from '../upstream/problem.ts';
import type { TmfBody } from '../upstream/types.ts';
import { lineTestOf, offerOf } from './line-test.ts';

const read = (call: Call, body: TmfBody): LineTest => readOne(call.tmf('TMF653').origin, () => lineTestOf(body));

/** What is tested: the service behind a product; the product itself where none is known. */
export const servicesOf = (product: TmfBody): string[] => records(product, 'realizingService').flatMap((one) => text(one, 'id') ?? []);

async function offered(call: Call) {
  const { items } = await call.tmf('TMF653').list('serviceTestSpecification', {}, { limit: 50 });
  return items.flatMap((spec) => offerOf(spec) ?? []);
}

/** One of each kind. */
export async function testOffers(call: Call): Promise<TestOffer[]> {
  const offers = await offered(call);
  return (['line', 'speed', 'reboot'] as const).flatMap((kind) => {
    const found = offers.find((one) => one.kind === kind);
    if (!found) return [];
    const { id: _id, ...offer } = found;
    return [offer];
  });
}

/** The last test of a product that has come to an end. */
export async function lastTest(call: Call, targets: readonly string[]): Promise<LineTest | undefined> {
  const { rows } = await ownRows(call, 'TMF653', 'serviceTest', byParty(call), { query: { sort: '-lastUpdate' }, limit: 100, action: 'ticket.read' });
  const mine = rows.filter((row) => records(row, 'relatedService').some((one) => targets.includes(text(one, 'id') ?? '')));
  const tests = mine.flatMap((row) => { try { return [lineTestOf(row)]; } catch { return []; } });
  return tests.filter(({ state }) => state === 'done').toSorted((one, other) => (other.at ?? '').localeCompare(one.at ?? ''))[0];
}

const REQUEST = 'request';
const RUNS: ReadonlySet<string | undefined> = new Set(['acknowledged', 'inprogress']);

interface Wanted {
  service: string;
  specificationId: string;
  /** By which a repeat of this very call knows what the first try began. */
  mark: string;
  interrupts: boolean;
}

/** What this call has begun before, or what goes on of the kind: nothing is gained by two at once, and a modem that restarts twice is away twice. */
async function begunBefore(call: Call, { service, specificationId, mark, interrupts }: Wanted): Promise<TmfBody | undefined> {
  const asked = ownRows(call, 'TMF653', 'serviceTest', byParty(call), { query: { 'relatedService.id': service, sort: '-lastUpdate' }, limit: 100, action: 'line.test' });
  const { rows, gaps = [] } = await asked.catch((error: unknown): Pick<OwnRows, 'rows' | 'gaps'> => {
    if (isLacking(error)) return { rows: [] };
    throw error;
  });
  const runs = (row: TmfBody) => RUNS.has(text(row, 'state')?.toLowerCase()) && text(row, 'testSpecification', 'id') === specificationId && records(row, 'relatedService').some((one) => text(one, 'id') === service);
  const found = rows.find((row) => characteristic(records(row, 'characteristic'), REQUEST) === mark) ?? rows.find(runs);
  if (!found && interrupts && gaps.some(({ reason }) => reason === 'unreachable')) throw new UpstreamProblem('unreachable', call.tmf('TMF653').origin, 'it may be restarting already');
  return found;
}

/** A test of the caller's own line. A repeat finds the one that the first try began. */
export async function beginTest(call: Call<unknown, unknown, LineTestRequest>): Promise<LineTest> {
  const { productId, kind, agreed = false } = call.body;
  const product = await namedInBody('productId', 'You have no such product.', productsBackend(call).product(productId, 'line.test'));
  const specification = (await offered(call)).find((one) => one.kind === kind);
  if (!specification) throw new Refusal({ status: 409, code: 'test-not-offered', title: 'This test is not offered here.' });
  if (specification.warning !== undefined && !agreed) throw invalid(422, [{ path: 'agreed', message: specification.warning }]);
  const { id: specificationId, name } = specification;
  const [service = productId] = servicesOf(product);
  const mark = call.operationKey.slice(0, 16);
  return call.inTurn(`test ${service} ${kind}`, async () => {
    const before = await begunBefore(call, { service, specificationId, mark, interrupts: specification.warning !== undefined });
    if (before) return read(call, before);
    const said = [{ name: 'channel', value: 'self-service' }, { name: REQUEST, value: mark }].map((one) => ({ ...one, valueType: 'string' }));
    const body = await call.tmf('TMF653').post('serviceTest', {
      name,
      mode: 'ONDEMAND',
      relatedService: { id: service, '@referredType': 'Service' },
      testSpecification: { id: specificationId, name, '@referredType': 'ServiceTestSpecification' },
      relatedParty: records(product, 'relatedParty').filter((one) => text(one, 'id') !== undefined),
      characteristic: [...said, ...(agreed ? [{ name: 'acceptInterruption', valueType: 'boolean', value: true }] : [])],
    });
    return read(call, body);
  });
}

export const testOf = async (call: Call, id: string): Promise<LineTest> => read(call, await ownRecord(call, 'TMF653', 'serviceTest', id, { action: 'ticket.read' }));
