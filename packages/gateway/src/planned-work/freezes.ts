import type { FreezeList, FreezePeriod, FreezeRequest, Gap } from '@faceplate/contracts';
import { addDays, startOfDay } from '@faceplate/domain';
import { invalid, notFound, Refusal } from '../problem.ts';
import { optional } from '../products/products.adapter.ts';
import type { Call } from '../routing/route.ts';
import { changeRecord } from '../tmf/change-record.ts';
import { chunks, IDS_A_REQUEST } from '../tmf/chunks.ts';
import { orGap } from '../tmf/gather.ts';
import { ownRecord } from '../tmf/owned.ts';
import { records, text } from '../tmf/read.ts';
import { settingOf } from '../tmf/setting.ts';
import type { TmfBody } from '../upstream/types.ts';
import type { KnownWork } from './planned-work.ts';

/** They stand with the organisation at the operator's (TMF632, a characteristic of this name), so that its planners see them. */
const NAME = 'freezePeriods';
export const MOST_FREEZES = 30;
const LONGEST_DAYS = 92;
/** More levels than any company has. */
const MOST_LEVELS = 8;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const kept = (organization: TmfBody): TmfBody[] => records(records(organization, 'partyCharacteristic').find((one) => text(one, 'name') === NAME), 'value');
const nameOf = (organization: TmfBody): string => text(organization, 'tradingName') ?? text(organization, 'name') ?? text(organization, 'id') ?? '';
const parentOf = (organization: TmfBody | undefined): string | undefined => text(records(organization, 'organizationParentRelationship')[0], 'organization', 'id');

/** What an organisation has stated; what cannot be read says nothing. */
function periodsOf(organization: TmfBody, mine: boolean): FreezePeriod[] {
  const of = { id: text(organization, 'id') ?? '', name: nameOf(organization) };
  return kept(organization).flatMap((one) => {
    const [id, from, to] = [text(one, 'id'), text(one, 'from'), text(one, 'to')];
    if (id === undefined || from === undefined || to === undefined || !DAY.test(from) || !DAY.test(to) || from > to) return [];
    return [{ id, from, to, organization: of, mine, ...optional({ reason: text(one, 'reason') }) }];
  });
}

export interface Freezes {
  periods: readonly FreezePeriod[];
  /** Organisations I may state some for. */
  mine: readonly { id: string; name: string }[];
  /** Those of the work that falls into some, by whose customers it touches. */
  conflictsOf: (known: KnownWork) => FreezePeriod[];
  gaps: Gap[];
}

/** The caller's organisations, as far as the caller sees what is planned for them. */
async function organizations(call: Call): Promise<TmfBody[]> {
  const ids = call.reach('service-level.read').partyIds.filter((id) => id !== call.subject.sub);
  const lists = await Promise.all(chunks(ids).map((some) => call.tmf('TMF632').list('organization', { id: some }, { limit: IDS_A_REQUEST })));
  const known = new Set(ids);
  return lists.flatMap(({ items }) => items).filter((one) => known.has(text(one, 'id') ?? ''));
}

export async function freezesOf(call: Call): Promise<Freezes> {
  const { value = [], gaps } = await orGap('TMF632', organizations(call));
  const { today, zone } = settingOf(call);
  const byId = new Map(value.map((one) => [text(one, 'id') ?? '', one]));
  const changeable = (id: string) => call.allows({ partyIds: [id] }, 'freeze.change');
  const periods = [...byId].flatMap(([id, one]) => periodsOf(one, changeable(id))).filter(({ to }) => to >= today);
  const isAbove = (above: string, id: string) => upwards(byId, id).includes(above);
  return {
    periods: periods.toSorted((one, other) => one.from.localeCompare(other.from) || one.id.localeCompare(other.id)),
    mine: [...byId].filter(([id]) => changeable(id)).map(([id, one]) => ({ id, name: nameOf(one) })).toSorted((one, other) => upwards(byId, one.id).length - upwards(byId, other.id).length || one.name.localeCompare(other.name)),
    conflictsOf: ({ work, partyIds }) =>
      periods.filter(({ from, to, organization }) => meet(work, startOfDay(from, zone), startOfDay(addDays(to, 1), zone)) && partyIds.some((id) => isAbove(organization.id, id))),
    gaps,
  };
}

/** An organisation and those above it. */
function upwards(byId: ReadonlyMap<string, TmfBody>, id: string): string[] {
  const way: string[] = [];
  for (let here: string | undefined = id; here !== undefined && way.length < MOST_LEVELS; here = parentOf(byId.get(here))) way.push(here);
  return way;
}

const meet = ({ from, to }: { from: string; to: string }, begin: Date, end: Date): boolean => Date.parse(from) < end.getTime() && Date.parse(to) > begin.getTime();

export const freezeList = async (call: Call): Promise<FreezeList> => {
  const { periods, mine, gaps } = await freezesOf(call);
  return { items: [...periods], for: [...mine], gaps };
};

/** Changes what an organisation has stated, unless it is so already. */
async function changed(call: Call, organizationId: string, change: (before: TmfBody[]) => TmfBody[] | undefined): Promise<FreezeList> {
  const read = () => ownRecord(call, 'TMF632', 'organization', organizationId, { facts: ({ id }) => ({ partyIds: typeof id === 'string' ? [id] : [] }), action: 'freeze.change' });
  const patch = (organization: TmfBody) => {
    const value = change(kept(organization));
    const others = records(organization, 'partyCharacteristic').filter((one) => text(one, 'name') !== NAME);
    return value && { partyCharacteristic: value.length === 0 ? others : [...others, { name: NAME, valueType: 'array', value }] };
  };
  await call.inTurn(`freezes of ${organizationId}`, () => changeRecord(call.tmf('TMF632'), { resource: 'organization', id: organizationId, read, patch }));
  return freezeList(call);
}

/** States one, once for each call. @throws {Refusal} 403 for who looks after no organisation, 409 when there are too many. */
export async function freeze(call: Call<unknown, unknown, FreezeRequest>): Promise<FreezeList> {
  const { from, to, reason, organizationId } = call.body;
  const { today } = settingOf(call);
  if (to < today) throw invalid(422, [{ path: 'to', message: 'That is over already.' }]);
  if (addDays(from, LONGEST_DAYS) < to) throw invalid(422, [{ path: 'to', message: `A freeze is ${LONGEST_DAYS} days long at most.` }]);
  const of = organizationId ?? (await freezesOf(call)).mine[0]?.id;
  if (of === undefined) throw new Refusal({ status: 403, code: 'not-allowed', title: 'You look after no organisation. Ask whoever does.' });
  const id = `f${call.operationKey.slice(0, 23)}`;
  call.concerns('freeze', id);
  return changed(call, of, (before) => {
    if (before.some((one) => text(one, 'id') === id)) return undefined;
    const standing = before.filter((one) => (text(one, 'to') ?? '') >= today);
    if (standing.length >= MOST_FREEZES) throw new Refusal({ status: 409, code: 'freezes-full', title: `${MOST_FREEZES} freeze periods are stated already. Remove one first.` });
    return [...standing, { id, from, to, ...(reason && { reason }) }];
  });
}

/** Takes one back; what is not there is nobody's. */
export async function unfreeze(call: Call<{ freezeId: string }>): Promise<FreezeList> {
  const { freezeId } = call.params;
  const found = (await freezesOf(call)).periods.find(({ id, mine }) => id === freezeId && mine);
  if (!found) throw notFound();
  return changed(call, found.organization.id, (before) => before.filter((one) => text(one, 'id') !== freezeId));
}
