import { orGap } from '../tmf/gather.ts';
import type { Tenant } from '../options.ts';
import type { Call } from '../routing/route.ts';
import type { Recipient } from './buyer.ts';
import { countryName } from './countries.ts';
import { kept } from './formats.ts';
import { buyerOf } from './parties.ts';
import type { Locale } from './words.ts';

/**
 * For who may see an account's bills in detail: the holder's address is more than what a bill comes to. Where the
 * customer records do not answer, the paper goes without: its figures do not hang on them.
 */
export async function recipientOf(call: Call, accountId: string): Promise<Recipient | undefined> {
  if (!call.allows({ accountIds: [accountId] }, 'bill.detail')) return undefined;
  const { value } = await orGap('TMF632', buyerOf(call, { account: { id: accountId, name: '' } }));
  return value;
}

/** Line by line; the country only on what goes abroad. */
export function recipientLines({ name, address }: Recipient, { seller }: Pick<Tenant, 'seller'>, locale: Locale): string[] {
  if (!address) return [name];
  const { street, more, postCode, city, region, country } = address;
  const place = [postCode, city].filter((part) => part !== undefined).join(' ');
  const abroad = country !== undefined && country !== seller?.address.country ? countryName(country, locale) : undefined;
  return [name, street, more, place, region, abroad].filter((line) => line !== undefined && line !== '').map((line) => kept(locale, line ?? ''));
}
