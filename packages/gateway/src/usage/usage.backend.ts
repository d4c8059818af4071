import type { Gap, LocalDate, Product } from '@faceplate/contracts';
import { startOfDay } from '@faceplate/domain';
import { productOf } from '../products/products.adapter.ts';
import type { Call } from '../routing/route.ts';
import { chunks } from '../tmf/chunks.ts';
import { dated } from '../tmf/dated.ts';
import { orGap, readEach, type Rows } from '../tmf/gather.ts';
import { at, records, text } from '../tmf/read.ts';
import { rowsOf } from '../tmf/rows.ts';
import { settingOf } from '../tmf/setting.ts';
import type { TmfBody, TmfQuery } from '../upstream/types.ts';
import { type Bucket, bucketOf } from './bucket.adapter.ts';
import { isRated, productOfUse, type Use, useOf } from './use.adapter.ts';

/** A large company's month, day by day; the calls of a very talkative household. */
const MOST_RECORDS = 10_000;
const MOST_BUCKETS = 5_000;

/** What is known of the use of some products. `uses` and `buckets` are missing where nothing is known of them. */
export interface KnownUse {
  uses: ReadonlyMap<string, Use[]> | undefined;
  buckets: Bucket[] | undefined;
  gaps: Gap[];
}

/** What was used of these products from that day on, and what their allowances hold. The right to see it is the product's. */
export async function readUse(call: Call, products: readonly Product[], from: LocalDate): Promise<KnownUse> {
  const ids = products.map(({ id }) => id);
  const [uses, held] = await Promise.all([orGap('TMF635', readUses(call, ids, from)), readAllowances(call, ids)]);
  return { uses: uses.value?.of, buckets: held.buckets, gaps: [...uses.gaps, ...(uses.value?.gaps ?? []), ...held.gaps] };
}

/** What the allowances of these products hold, shared ones among them. */
export async function readAllowances(call: Call, ids: readonly string[]): Promise<Pick<KnownUse, 'buckets' | 'gaps'>> {
  const setting = settingOf(call);
  const found = await orGap('TMF654', readBuckets(call, ids));
  const read = found.value && readEach('TMF654', found.value, (row) => bucketOf(row, setting));
  return { buckets: read?.items, gaps: [...found.gaps, ...(read?.gaps ?? [])] };
}

/** Single records of these products, product by product. @throws UpstreamProblem */
export async function readUses(call: Call, ids: readonly string[], from: LocalDate): Promise<{ of: ReadonlyMap<string, Use[]>; gaps: Gap[] }> {
  const setting = settingOf(call);
  const { items, gaps } = readEach('TMF635', await readRecords(call, ids, from), (row) => ({ product: productOfUse(row) ?? '', use: useOf(row, setting) }));
  const grouped = Map.groupBy(items, ({ product }) => product);
  return { of: new Map([...grouped].map(([id, all]) => [id, all.map(({ use }) => use)])), gaps };
}

/** Products that customers may see and that still run, as their inventory has them. */
export function shownProducts(call: Call, found: readonly Rows[]): { products: Product[]; gaps: Gap[] } {
  const read = found.map((rows) => readEach('TMF637', rows, (body) => productOf(body, settingOf(call))));
  const products = new Map(read.flatMap(({ items }) => items).map((product) => [product.id, product]));
  return { products: [...products.values()].filter(({ status }) => status !== 'ended'), gaps: read.flatMap(({ gaps }) => gaps) };
}

/** Of an upstream that heeds no filter, only what was asked for is kept. */
async function readOf(call: Call, api: 'TMF635' | 'TMF654', resource: string, query: { path: string; ids: readonly string[]; more?: TmfQuery; limit: number; keep: (row: TmfBody) => boolean }): Promise<Rows> {
  const { path, ids, more = {}, limit, keep } = query;
  const lists = await Promise.all(chunks(ids).map((some) => call.tmf(api).list(resource, { ...more, [path]: some }, { limit })));
  const read = lists.map((list) => rowsOf(call, api, resource, { ...list, items: list.items.filter(keep) }));
  const rows = new Map(read.flatMap((one) => one.rows).map((row) => [row['id'] ?? row, row]));
  const [bad] = read.flatMap((one) => one.bad ?? []);
  return { rows: [...rows.values()], unreadable: read.reduce((sofar, one) => sofar + one.unreadable, 0), gaps: read.flatMap((one) => one.gaps ?? []), ...(bad && { bad }) };
}

function readRecords(call: Call, ids: readonly string[], from: LocalDate): Promise<Rows> {
  const since = startOfDay(from, call.tenant.zone);
  const known = new Set(ids);
  const keep = (row: TmfBody) => known.has(productOfUse(row) ?? '') && isRated(row) && Date.parse(text(row, 'usageDate') ?? '') >= since.getTime();
  const read = (more: TmfQuery) => readOf(call, 'TMF635', 'usage', { path: 'ratedProductUsage.productRef.id', ids, more, limit: MOST_RECORDS, keep });
  return dated({ 'usageDate.gte': since.toISOString() }, read);
}

/** TMF654 keeps the buckets; a system that has TMF677 alone is asked to tell of them. */
async function readBuckets(call: Call, ids: readonly string[]): Promise<Rows> {
  const known = new Set(ids);
  const keep = (row: TmfBody) => records(row, 'product').some((product) => known.has(text(product, 'id') ?? ''));
  try {
    return await readOf(call, 'TMF654', 'bucket', { path: 'product.id', ids, limit: MOST_BUCKETS, keep });
  } catch (error) {
    const told = await orGap('TMF677', reportOf(call, ids, keep));
    if (told.value) return told.value;
    throw error;
  }
}

/** TMF677's query is a task: a POST that is done at once, changes nothing, and whose answer is the report. */
async function reportOf(call: Call, ids: readonly string[], keep: (row: TmfBody) => boolean): Promise<Rows> {
  const rows: TmfBody[] = [];
  for (const some of chunks(ids)) {
    const task = await call.tmf('TMF677').post('queryUsageConsumption', { searchCriteria: { product: some.map((id) => ({ id })) } });
    const told = records(at(task, 'usageConsumption')).flatMap((report) => [...records(report, 'bucketRefOrValue'), ...records(report, 'bucket')]);
    rows.push(...told.filter(keep));
  }
  return { rows, unreadable: 0 };
}
