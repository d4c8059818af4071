import type { LineTest, LineTestRequest, TestOffer } from '@faceplate/contracts';
import { productsBackend } from '../products/products.backend.ts';
import { invalid, Refusal } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { namedInBody } from '../tmf/named-in-body.ts';
import { byParty, ownRecord, ownRows } from '../tmf/owned.ts';
import { readOne } from '../tmf/read-one.ts';
import { records, text } from '../tmf/read.ts';
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

/** A test of the caller's own line. A repeat finds the one that the first try began. */
export async function beginTest(call: Call<unknown, unknown, LineTestRequest>): Promise<LineTest> {
  const { productId, kind, agreed = false } = call.body;
  const product = await namedInBody('productId', 'You have no such product.', productsBackend(call).product(productId, 'line.test'));
  const specification = (await offered(call)).find((one) => one.kind === kind);
  if (!specification) throw new Refusal({ status: 409, code: 'test-not-offered', title: 'This test is not offered here.' });
  if (specification.warning !== undefined && !agreed) throw invalid(422, [{ path: 'agreed', message: specification.warning }]);
  const [service = productId] = servicesOf(product);
  const parties = records(product, 'relatedParty').filter((one) => text(one, 'id') !== undefined);
  const body = await call.tmf('TMF653').post('serviceTest', {
    name: specification.name,
    mode: 'ONDEMAND',
    relatedService: { id: service, '@referredType': 'Service' },
    testSpecification: { id: specification.id, name: specification.name, '@referredType': 'ServiceTestSpecification' },
    relatedParty: parties,
    characteristic: [{ name: 'channel', valueType: 'string', value: 'self-service' }, ...(agreed ? [{ name: 'acceptInterruption', valueType: 'boolean', value: true }] : [])],
  });
  return read(call, body);
}

export const testOf = async (call: Call, id: string): Promise<LineTest> => read(call, await ownRecord(call, 'TMF653', 'serviceTest', id, { action: 'ticket.read' }));
