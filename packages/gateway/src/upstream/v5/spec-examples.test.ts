import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TmfApi } from '../../options.ts';
import { anOperator } from '../../testing/operator.ts';
import { classIn, fileOf, shownIn, specsFolder } from '../../testing/tmf-files.ts';
import { attributeOf, nameOf } from '../tidy.ts';
import { isObject, type TmfBody } from '../types.ts';
import { intoV4 } from './into-v4.ts';
import { intoV5 } from './into-v5.ts';

const APIS: readonly TmfApi[] = ['TMF620', 'TMF621', 'TMF622', 'TMF629', 'TMF632', 'TMF637', 'TMF656', 'TMF663', 'TMF666', 'TMF669', 'TMF678', 'TMF683'];
const skip = specsFolder() === undefined && 'no specification files at hand';

/** What of a body is not in another, by path. Classes may be said where none were. */
function lostIn(before: unknown, after: unknown, path = ''): string[] {
  if (Array.isArray(before)) return before.flatMap((one, index) => lostIn(one, (after as unknown[] | undefined)?.[index], `${path}[]`));
  if (!isObject(before)) return Object.is(before, after) || String(before) === after ? [] : [`${path} was ${JSON.stringify(before)}, is ${JSON.stringify(after)}`];
  return Object.entries(before).flatMap(([name, value]) => (attributeOf(name, value) === undefined ? [] : lostIn(value, isObject(after) ? after[nameOf(name)] : undefined, `${path}.${name}`)));
}

/** v4's names in examples of v5, which come back by v5's; classes of relations, which each file spells in its own way; a slip of the pen. */
const OF_V4 = /productSpecCharRelationship|productRelationship\[\]\.product\.|\.(fullName|lastModified|mediumType) was|example \.type was/;
const SPELLINGS = /(relatedParty|responsibleParty)(\[\])?\.@type was|partyOrPartyRole\.referredType was/;

describe("the public files' own examples of v5", { skip }, () => {
  for (const api of APIS) {
    test(`${api}: are read in v4's words and written back as they were`, () => {
      const shown = shownIn(fileOf(api));
      assert.ok(shown.length > 0);
      const lost = shown.flatMap(({ resource, title, body }) => {
        const v4 = resource === 'productCatalog' ? 'catalog' : resource;
        const inner = intoV4(api, v4, body);
        assert.equal(inner['partyOrPartyRole'], undefined);
        return lostIn(body, intoV5(api, v4, inner)).map((one) => `${title} ${one}`);
      });
      assert.deepEqual([...new Set(lost.filter((one) => !OF_V4.test(one) && !SPELLINGS.test(one)))], []);
    });
  }
});

/** What a body says that its class in the public file does not know, or leaves out that it must say. */
function faultsOf(file: TmfBody, body: TmfBody, kind: 'FVO' | 'MVO', path = ''): string[] {
  const type = String(body['@type']);
  const known = classIn(file, `${type}_${kind}`) ?? classIn(file, type);
  if (!known) return body['@type'] === undefined && Object.keys(body).every((name) => ['unit', 'value'].includes(name)) ? [] : [`${path} has no class ${type}`];
  const strange = Object.keys(body).filter((name) => name !== 'value' && !known.attributes.has(name)).map((name) => `${path}.${name} is no attribute of ${type}`);
  const missing = known.required.filter((name) => body[name] === undefined).map((name) => `${path}.${name} is missing`);
  const inside = Object.entries(body).flatMap(([name, value]) => [value].flat().filter(isObject).flatMap((one) => faultsOf(file, one, kind, `${path}.${name}`)));
  return [...strange, ...missing, ...inside];
}

/** Our named extensions: who wrote a note, and what a line comes to. */
const OURS = /\.note\.authorId is no attribute|\.cartItem\.itemTotalPrice/;

test('what is written in v5 has the classes, and the attributes, of the public files', { skip }, async () => {
  const operator = await anOperator({ version: 'v5' });
  const ada = operator.as('ada');
  const listed = async (path: string) => (await ada<{ items: { id: string; obstacles?: unknown[] }[] }>(path)).body.items;
  const offer = (await listed('/offers')).find(({ obstacles }) => obstacles?.length === 0);
  const { body: cart } = await ada<{ id: string }>('/cart/items', { body: { offerId: offer?.id, quantity: 1 } });
  await ada('/orders', { body: { cartId: cart.id, accountId: operator.subjects.ada.accountIds[0] } });
  const words = { kind: 'incident', severity: 'major', title: 'No signal', description: 'None.', productId: (await listed('/products'))[0]?.id };
  const { body: ticket } = await ada<{ id: string }>('/tickets', { body: words });
  assert.equal((await ada(`/tickets/${ticket.id}/notes`, { body: { text: 'Still none.' } })).status, 200);

  // Eligibility is asked for in v4 everywhere.
  const written = operator.asked.filter(({ method, url }) => (method === 'POST' || method === 'PATCH') && new URL(url).pathname.includes('/v5/'));
  assert.equal(new Set(written.map(({ url }) => new URL(url).pathname.split('/')[2])).size, 3);
  const files: Record<string, TmfBody> = { productOrderingManagement: fileOf('TMF622'), shoppingCart: fileOf('TMF663'), troubleTicket: fileOf('TMF621') };
  const faults = await Promise.all(written.map(async (request) => {
    const isPatch = request.method === 'PATCH';
    assert.equal(request.headers.get('content-type'), isPatch ? 'application/merge-patch+json' : 'application/json');
    const body = (await request.json()) as TmfBody;
    return faultsOf(files[new URL(request.url).pathname.split('/')[2] ?? ''] ?? {}, body, isPatch ? 'MVO' : 'FVO');
  }));
  assert.deepEqual(faults.flat().filter((one) => !OURS.test(one)), []);
});
