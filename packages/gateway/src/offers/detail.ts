import type { OfferDetail } from '@faceplate/contracts';
import { productOf } from '../products/products.adapter.ts';
import { productsBackend } from '../products/products.backend.ts';
import { notFound } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { onceEach, orGap, readEach } from '../tmf/gather.ts';
import { settingOf } from '../tmf/setting.ts';
import { readCatalogue } from './catalogue.ts';
import { judge, readShopper, type Where } from './judge.ts';
import { promiseTiers } from './promises.ts';
import { ownedOffers, versionRows, versionsOf } from './versions.ts';

/** One version of an offer with all there is to say of it. */
export async function offerDetail(call: Call, offerId: string, where: Where): Promise<OfferDetail> {
  const [catalogue, shopper, products] = await Promise.all([readCatalogue(call), readShopper(call), ownProducts(call)]);
  const entry = catalogue.byId.get(offerId);
  if (!entry) throw notFound();
  const { today } = settingOf(call);
  const { verdicts, gaps } = await judge(call, [entry], shopper, catalogue, where);
  const [verdict] = verdicts;
  const versions = versionsOf(entry, catalogue);
  const owned = ownedOffers(versions, products.items, today);
  return {
    offer: verdict?.offer ?? { ...entry.offer, obstacles: [] },
    versions: versionRows(versions, new Set(owned.map((one) => one.offerId)), today),
    owned,
    beyond: entry.beyond,
    configurable: entry.configurable,
    promises: promiseTiers(entry),
    nearest: verdict?.nearest ?? [],
    ...(verdict?.line && { line: verdict.line }),
    ...(verdict?.earliest !== undefined && { earliest: verdict.earliest }),
    gaps: onceEach([...catalogue.gaps, ...shopper.gaps, ...products.gaps, ...gaps]),
  };
}

async function ownProducts(call: Call) {
  const found = await orGap('TMF637', productsBackend(call).products());
  const read = found.value && readEach('TMF637', found.value, (body) => productOf(body, settingOf(call)));
  return { items: read?.items ?? [], gaps: [...found.gaps, ...(read?.gaps ?? [])] };
}
