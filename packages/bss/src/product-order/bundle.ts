import { offeringOf as read, type Share } from '../catalogue/offering.ts';
import { groupsOf } from '../configuration/parts.ts';
import { type Json, objects, text } from '../simulator/course.ts';
import { lookAt } from '../store/looking.ts';
import type { Resource, StoreTransaction } from '../store/store.ts';
import { offeringOf } from './kind.ts';
import { partsOf } from './item.ts';

const LINES: Readonly<Record<string, string>> = { Mobile: 'mobile', Fixed: 'fixed', TV: 'tv', Devices: 'device' };

/** A part in so many pieces, as the catalogue knows it, with what was said of it. */
async function partOf(tx: StoreTransaction, item: Json, { id: offeringId, count, said = {} }: { id: string; count: number; said?: Json | undefined }): Promise<Json[]> {
  const offering = await lookAt(tx, 'productOffering', offeringId);
  if (!offering || count === 0) return [];
  const { id, name, category } = offering.body;
  const line = LINES[String(objects(category)[0]?.['name'])] ?? 'other';
  const [product = {}] = objects(said['product']);
  const chosen = objects(product['productCharacteristic']).filter((one) => one['name'] !== 'lineOfBusiness');
  return [{
    action: item['action'],
    state: 'acknowledged',
    ...(item['requestedCompletionDate'] !== undefined && { requestedCompletionDate: item['requestedCompletionDate'] }),
    ...said,
    quantity: count,
    isBundled: true,
    productOffering: { id, name, '@referredType': 'ProductOffering' },
    product: { ...placeOf(item), ...product, name, productCharacteristic: [{ name: 'lineOfBusiness', valueType: 'string', value: line }, ...chosen] },
  }];
}

function placeOf(item: Json): Json {
  const place = objects(item['product'])[0]?.['place'];
  return place === undefined ? {} : { place };
}

const offeringIdOf = (item: Json): string | undefined => text(objects(item['productOffering'])[0]?.['id']);

/** So many pieces of a part of which nothing was said: as usual; whoever names parts wants no others than those that cannot be left out. */
const unsaid = ({ least, usual }: Share, pieces: number, isNamed: boolean): number => (isNamed ? least : usual) * pieces;

/** A line for each time that a part is named, be it twice; or one for a part that comes along unsaid. */
async function linesOf(tx: StoreTransaction, item: Json, share: Share, named: ReadonlyMap<string | undefined, Json[]>): Promise<Json[]> {
  const pieces = Number(item['quantity'] ?? 1);
  const said = named.get(share.id);
  if (!said) return partOf(tx, item, { id: share.id, count: unsaid(share, pieces, named.size > 0) });
  const lines: Json[] = [];
  for (const one of said) lines.push(...(await partOf(tx, item, { id: share.id, count: Number(one['quantity'] ?? pieces), said: one })));
  return lines;
}

/** A new line for a bundle holds a line for each thing in it: each comes in its own time and way. The price stays with the bundle. */
async function unbundled(tx: StoreTransaction, item: Json): Promise<Json> {
  const offering = item['action'] === 'add' ? await offeringOf({ tx }, item) : undefined;
  if (offering?.['isBundle'] !== true) return item;
  const bundle = read(offering);
  const shares = [...bundle.parts, ...groupsOf(bundle).flatMap(({ parts }) => parts)];
  const named = Map.groupBy(partsOf(item), offeringIdOf);
  const parts: Json[] = [];
  for (const share of shares) parts.push(...(await linesOf(tx, item, share, named)));
  // What is named beside the bundle's own parts stays as it is, and is paid for by itself.
  const others = partsOf(item).filter((part) => !shares.some(({ id }) => id === offeringIdOf(part)));
  const all = [...parts, ...others];
  return all.length > 1 || named.size > 0 ? { ...item, productOrderItem: called(item, all) } : item;
}

/** Each part by the id it came with, or by one that none of the others has. */
function called(item: Json, parts: readonly Json[]): Json[] {
  const taken = new Set(parts.map(({ id }) => id));
  return parts.map((part, index) => {
    if (part['id'] !== undefined) return part;
    let next = index + 1;
    while (taken.has(`${String(item['id'])}.${next}`)) next += 1;
    taken.add(`${String(item['id'])}.${next}`);
    return { ...part, id: `${String(item['id'])}.${next}` };
  });
}

export async function withParts(tx: StoreTransaction, order: Resource): Promise<Resource> {
  const items: Json[] = [];
  for (const item of partsOf(order)) items.push(await unbundled(tx, item));
  return { ...order, productOrderItem: items };
}
