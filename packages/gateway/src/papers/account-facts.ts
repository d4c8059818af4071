import type { Facts } from '../policy/decide.ts';
import type { Call } from '../routing/route.ts';
import { ownRecord } from '../tmf/owned.ts';
import { records, text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';

export interface AccountFacts {
  id: string;
  name: string;
  /** As printed on bills. */
  number: string;
  holder: { id: string; name: string; kind?: string | undefined };
  /** Where its bills are sent, where the account has a place of its own for that: TMF666 `contact`. */
  contacts: TmfBody[];
}

/** An account is whose list of accounts holds it; the parties it names are not asked. */
const itself = (body: TmfBody): Facts => ({ accountIds: [text(body, 'id') ?? ''] });

/** What a paper says of a billing account. @throws {Refusal} 404 for one that is not the caller's to see. */
export async function factsOfAccount(call: Call, id: string): Promise<AccountFacts> {
  const body = await ownRecord(call, 'TMF666', 'billingAccount', id, { facts: itself });
  const parties = records(body, 'relatedParty');
  const owner = parties.find((party) => text(party, 'role') === 'owner') ?? parties[0];
  const name = text(body, 'name') ?? id;
  return {
    id,
    name,
    number: text(body, 'accountNumber') ?? text(body, 'externalId') ?? id,
    holder: { id: text(owner, 'id') ?? '', name: text(owner, 'name') ?? name, kind: text(owner, '@referredType') },
    contacts: records(body, 'contact').flatMap((contact) => records(contact, 'contactMedium')),
  };
}
