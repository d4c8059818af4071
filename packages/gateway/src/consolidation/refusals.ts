import type { ConsolidationRefusal, LocalDate } from '@faceplate/contracts';
import { accountOf } from '../accounts/accounts.adapter.ts';
import type { Call } from '../routing/route.ts';
import { records, text } from '../tmf/read.ts';
import { settingOf } from '../tmf/setting.ts';
import type { TmfBody } from '../upstream/types.ts';
import { heldBy, joiningOn, joiningsOf } from './joinings.ts';

const partiesOf = (body: TmfBody, role: string): string =>
  records(body, 'relatedParty').filter((party) => text(party, 'role') === role).map((party) => text(party, 'id') ?? '').toSorted().join();

const isOver = (body: TmfBody): boolean => /clos|inactive|terminat/i.test(text(body, 'state') ?? '');

const named = (tests: Partial<Record<ConsolidationRefusal, boolean>>): ConsolidationRefusal[] =>
  Object.entries(tests).flatMap(([reason, holds]) => (holds ? [reason as ConsolidationRefusal] : []));

export interface Landscape {
  call: Call;
  /** The billing system of accounts that do not say theirs. */
  origin: string;
  all: readonly TmfBody[];
}

const idOf = (body: TmfBody): string => text(body, 'id') ?? '';
const withinOne = ({ call, origin }: Landscape, body: TmfBody) => accountOf(body, settingOf(call), origin);

export const mayChange = (call: Call, body: TmfBody): boolean => call.allows({ accountIds: [idOf(body)] }, 'consolidation.change');

/** Accounts on the bill of this one, now or soon. */
export function membersOf({ all }: Landscape, body: TmfBody, today: LocalDate, zone: string) {
  return all.flatMap((other) => {
    const joining = joiningOn(joiningsOf(other, zone), today);
    return joining?.with.id === idOf(body) ? [{ body: other, joining }] : [];
  });
}

/** What keeps an account from being switched at all. */
export function ownRefusals(landscape: Landscape, body: TmfBody): ConsolidationRefusal[] {
  const { call } = landscape;
  const { today, zone } = settingOf(call);
  const members = membersOf(landscape, body, today, zone);
  // What stands on its bill and is not this person's to see may be there still.
  const unseen = heldBy(body).some((id) => !landscape.all.some((one) => idOf(one) === id));
  return named({ 'no-right': !mayChange(call, body), closed: isOver(body), 'holds-others': members.length > 0 || unseen });
}

/** What keeps another account from being the one whose bill has the charges. */
export function targetRefusals(landscape: Landscape, own: TmfBody, target: TmfBody): ConsolidationRefusal[] {
  const { call } = landscape;
  const { today, zone } = settingOf(call);
  const [mine, other] = [withinOne(landscape, own), withinOne(landscape, target)];
  return named({
    'no-right': !mayChange(call, target),
    'other-system': mine.origin !== other.origin,
    'other-holder': partiesOf(own, 'owner') !== partiesOf(target, 'owner'),
    'other-payer': partiesOf(own, 'payer') !== partiesOf(target, 'payer'),
    'other-currency': mine.currency !== other.currency,
    'on-another-bill': joiningOn(joiningsOf(target, zone), today) !== undefined,
    closed: isOver(target),
  });
}
