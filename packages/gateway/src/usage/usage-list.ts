import type { Gap, Product, UsageEvent, UsageList, UsageMeter } from '@faceplate/contracts';
import { addDays, localDate, monthOf } from '@faceplate/domain';
import { productOf } from '../products/products.adapter.ts';
import { notFound } from '../problem.ts';
import { factsOf } from '../policy/facts.ts';
import type { Call } from '../routing/route.ts';
import { OPAQUE_ID } from '../routing/read.ts';
import { unreadable } from '../tmf/gather.ts';
import { found } from '../tmf/owned.ts';
import { readOne } from '../tmf/read-one.ts';
import { isUnreadable } from '../tmf/read.ts';
import { type Setting, settingOf } from '../tmf/setting.ts';
import { metersOf } from './meters.ts';
import { maySeeUses, meteredProducts } from './usage-rights.ts';
import { type KnownUse, readAllowances, readUse, readUses, shownProducts } from './usage.backend.ts';
import { eventOf, type Use } from './use.adapter.ts';

/** Allowances may have begun in the month before. */
function earliest(today: string): string {
  const [aMonthAgo, first] = [addDays(today, -31), `${monthOf(today)}-01`];
  return aMonthAgo < first ? aMonthAgo : first;
}

/** Up to when the networks have told. */
const latestOf = (uses: readonly Use[]): string | undefined => uses.map(({ at }) => at).toSorted().at(-1);

export async function usageList(call: Call, accountId?: string): Promise<UsageList> {
  const setting = settingOf(call);
  const { products, gaps } = shownProducts(call, await meteredProducts(call, accountId));
  const asked = products.filter((product) => accountId === undefined || product.accountId === accountId);
  const known = await readUse(call, asked, earliest(setting.today));
  const meters = asked.map((product) => metersOr(product, known, setting));
  const items = meters.flatMap((some) => some ?? []);
  const lost = meters.filter((some) => some === undefined).length;
  const asOf = latestOf([...(known.uses?.values() ?? [])].flat());
  return { items, total: items.length, gaps: [...gaps, ...known.gaps, ...(lost > 0 ? [unreadable('TMF635', lost)] : [])], ...(asOf !== undefined && { asOf }) };
}

/** `undefined` where the amounts are beyond what can be added. */
function metersOr(product: Product, known: KnownUse, setting: Setting): UsageMeter[] | undefined {
  try {
    return metersOf(product, known, setting);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return undefined;
  }
}

/** The uses that the meters of a product count. A product whose single uses are not the caller's to see is not found. */
export async function allUses(call: Call, productId: string): Promise<{ events: UsageEvent[]; gaps: Gap[] }> {
  if (!OPAQUE_ID.test(productId)) throw notFound();
  const client = call.tmf('TMF637');
  const body = await found(client.get('product', productId));
  if (body['id'] !== productId || !maySeeUses(call, factsOf(body))) throw notFound();
  const setting = settingOf(call);
  const product = readOne(client.origin, () => productOf(body, setting));
  if (!product) throw notFound();
  const since = earliest(setting.today);
  const [{ of, gaps }, { buckets }] = await Promise.all([readUses(call, [productId], since), readAllowances(call, [productId])]);
  const starts = metersOr(product, { uses: of, buckets, gaps: [] }, setting)?.map(({ period }) => period.from) ?? [];
  const from = starts.toSorted()[0] ?? `${monthOf(setting.today)}-01`;
  const service = { productId, name: product.identifier ?? product.name };
  const events = (of.get(productId) ?? []).filter(({ at }) => localDate(at, setting.zone) >= from).map((use) => ({ ...eventOf(use), service }));
  return { events, gaps };
}
