import type { Account, Balances, Money } from '@faceplate/contracts';
import { zero } from '@faceplate/domain';
import { money, needed, records, text } from '../tmf/read.ts';
import type { Setting } from '../tmf/setting.ts';
import { originOf } from '../upstream/origin.ts';
import type { TmfBody } from '../upstream/types.ts';

/** A TMF666 billingAccount. `number` and the zone are extensions; without them the id and the operator's zone stand in. */
export function accountOf(body: TmfBody, setting: Setting, origin: string): Account {
  const id = needed(text(body, 'id'), 'id');
  const balances = balancesOf(body, setting.currency);
  return {
    id,
    name: text(body, 'name') ?? id,
    number: text(body, 'accountNumber') ?? text(body, 'externalId') ?? id,
    holder: holderOf(body),
    currency: balances.due.currency,
    zone: setting.zone,
    origin: originOf(body) ?? origin,
    balances,
  };
}

/** The owner; a payer is not the holder unless nobody else is named. */
function ownerOf(body: TmfBody): TmfBody | undefined {
  const parties = records(body, 'relatedParty');
  return parties.find((party) => text(party, 'role') === 'owner') ?? parties[0];
}

function holderOf(body: TmfBody): Account['holder'] {
  const owner = ownerOf(body);
  const id = needed(text(owner, 'id'), 'relatedParty.id');
  return { id, name: text(owner, 'name') ?? id };
}

/** The owner of an account or a product as the customer of something new. */
export const customerRef = (body: TmfBody): TmfBody & { id: string } => ({
  ...holderOf(body),
  role: 'customer',
  '@referredType': text(ownerOf(body), '@referredType') ?? 'Organization',
});

/** A balance the billing system does not keep is nothing; one it keeps and that cannot be read makes the account unreadable. */
function balancesOf(body: TmfBody, currency: string): Balances {
  const kept = new Map<string, Money>();
  for (const entry of records(body, 'accountBalance')) {
    const type = text(entry, 'balanceType');
    if (type) kept.set(type, needed(money(currency, entry, 'amount'), 'accountBalance.amount'));
  }
  const unit = kept.get('due')?.currency ?? [...kept.values()][0]?.currency ?? currency;
  const of = (type: keyof Balances) => kept.get(type) ?? zero(unit);
  return { due: of('due'), overdue: of('overdue'), credit: of('credit'), unbilled: of('unbilled') };
}
