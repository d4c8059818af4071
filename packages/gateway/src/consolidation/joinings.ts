import type { LocalDate } from '@faceplate/contracts';
import { day, records, text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';

/** TMF666 accountRelationship: the charges of this account stand on the bill of that one. TM Forum leaves the types open. */
const BILLED_WITH = 'billedWith';
/** The same from the other side. */
const BILLS_FOR = 'billsFor';

interface Named {
  id: string;
  name: string;
}

/** Bills of `from` and later have the charges; those of `until` and later have not. */
export interface Joining {
  with: Named;
  from: LocalDate;
  until?: LocalDate;
}

const relationsOf = (body: TmfBody, type: string): TmfBody[] => records(body, 'accountRelationship').filter((one) => text(one, 'relationshipType') === type);

function namedIn(relation: TmfBody): Named | undefined {
  const id = text(relation, 'account', 'id');
  return id === undefined ? undefined : { id, name: text(relation, 'account', 'name') ?? id };
}

/** On whose bills the charges of an account stand, have stood, or are going to. */
export function joiningsOf(body: TmfBody, zone: string): Joining[] {
  return relationsOf(body, BILLED_WITH).flatMap((relation) => {
    const holder = namedIn(relation);
    const from = day(zone, relation, 'validFor', 'startDateTime');
    const until = day(zone, relation, 'validFor', 'endDateTime');
    return holder && from !== undefined ? [{ with: holder, from, ...(until !== undefined && { until }) }] : [];
  });
}

/** The one that holds on a day or is to come. */
export const joiningOn = (joinings: readonly Joining[], today: LocalDate): Joining | undefined => joinings.find(({ until }) => until === undefined || until > today);

/** Ids of accounts whose charges may stand on the bill of this one. */
export const heldBy = (body: TmfBody): string[] => relationsOf(body, BILLS_FOR).flatMap((one) => namedIn(one)?.id ?? []);

/** A relation without an end asks for it; the billing system sets the days. */
export function patchTo(body: TmfBody, holder: Named | undefined): TmfBody {
  const others = records(body, 'accountRelationship').filter((one) => text(one, 'relationshipType') !== BILLED_WITH || day('UTC', one, 'validFor', 'endDateTime') !== undefined);
  const wanted = holder && { relationshipType: BILLED_WITH, account: { ...holder, '@referredType': 'BillingAccount' } };
  return { accountRelationship: [...others, ...(wanted ? [wanted] : [])] };
}
