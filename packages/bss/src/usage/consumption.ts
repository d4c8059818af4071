import type { Noun } from '../nouns/noun.ts';
import type { Act } from '../nouns/noun.ts';
import { type Json, objects, oneOf, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';

/** Whose balances are asked for: by account, product, party or number. Nothing asked, nothing told. */
function asked(criteria: Json): { path: string; ids: string[] }[] {
  const idsIn = (value: unknown) => objects(value).flatMap((one) => text(one['id']) ?? text(objects(one['partyOrPartyRole'])[0]?.['id']) ?? []);
  const found = [
    { path: 'partyAccount.id', ids: idsIn(criteria['partyAccount']) },
    { path: 'product.id', ids: idsIn(criteria['product']) },
    { path: 'relatedParty.id', ids: idsIn(criteria['relatedParty']) },
    { path: 'logicalResource.id', ids: idsIn(criteria['logicalResource']) },
  ];
  return found.filter(({ ids }) => ids.length > 0);
}

async function bucketsAsked({ tx }: Act, criteria: Json): Promise<Resource[]> {
  const conditions = asked(criteria);
  if (conditions.length === 0) return [];
  const { rows } = await tx.list('bucket', { where: conditions.map(({ path, ids }) => oneOf(path, ...ids)) });
  return rows.map(({ body }) => body);
}

/** What TMF677 says of a bucket that TMF654 keeps. */
function told({ amount: _size, renewal: _renewal, confirmationDate: _at, requestedDate: _asked, ...bucket }: Resource): Json {
  return bucket;
}

const criteriaIn = (body: Resource): Json => ({ partyAccount: body['partyAccount'], relatedParty: body['relatedParty'], ...objects(body['searchCriteria'])[0] });

/** TMF677's query: done at once, with a report of every bucket that was asked for. */
const queryNoun: Noun = {
  resource: 'queryUsageConsumption',
  creating: async (act, body) => {
    const buckets = await bucketsAsked(act, criteriaIn(body));
    const at = act.now.toISOString();
    const report = { id: `${body.id}-1`, name: 'Usage consumption', creationDate: at, lastUpdate: at, state: 'done', bucketRefOrValue: buckets.map(told) };
    return { ...body, usageConsumption: buckets.length > 0 ? [report] : [] };
  },
};

/** v5's report: the same, without a task around it. */
const reportNoun: Noun = {
  resource: 'usageConsumptionReport',
  creating: async (act, body) => {
    const buckets = await bucketsAsked(act, body);
    const typed = buckets.map((bucket) => ({ ...told(bucket), '@type': 'Bucket' }));
    return buckets.length > 0 ? { ...body, bucket: typed } : body;
  },
};

export const consumptionNouns: readonly Noun[] = [queryNoun, reportNoun];
