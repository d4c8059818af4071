import type { Gap } from '@faceplate/contracts';
import type { Call } from '../routing/route.ts';
import { chunks, IDS_A_REQUEST } from '../tmf/chunks.ts';
import { orGap } from '../tmf/gather.ts';
import { characteristic, records, text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';
import type { Key } from './sheets.ts';

/** More levels than any company has. */
const MOST_LEVELS = 8;

/** The organisations of the caller's, as a tree (TMF632). */
export interface Units {
  nameOf(id: string): string | undefined;
  parentOf(id: string): Key | undefined;
  costCentreOf(id: string): string | undefined;
  /** That of the nearest unit above that has one. */
  costCentreAbove(id: string): string | undefined;
  gaps: Gap[];
}

const parentIn = (body: TmfBody): string | undefined => text(records(body, 'organizationParentRelationship')[0], 'organization', 'id');

/** These units and those above them, as far up as the caller's rights reach: nobody learns of another company by a name. */
export async function unitsOf(call: Call, ids: readonly string[]): Promise<Units> {
  const mine = new Set(call.reach('bill.detail').partyIds);
  const known = new Map<string, TmfBody>();
  const gaps: Gap[] = [];
  let next = [...new Set(ids)].filter((id) => mine.has(id));
  for (let level = 0; level < MOST_LEVELS && next.length > 0; level += 1) {
    const found = await orGap('TMF632', organizations(call, next));
    gaps.push(...found.gaps);
    const bodies = (found.value ?? []).filter((body) => next.includes(String(body['id'])));
    for (const body of bodies) known.set(String(body['id']), body);
    next = [...new Set(bodies.flatMap((body) => parentIn(body) ?? []))].filter((id) => mine.has(id) && !known.has(id));
  }
  const nameOf = (id: string) => text(known.get(id), 'tradingName') ?? text(known.get(id), 'name');
  const costCentreOf = (id: string) => characteristic(records(known.get(id), 'partyCharacteristic'), 'costCentre');
  return {
    nameOf,
    parentOf: (id) => {
      const above = parentIn(known.get(id) ?? {});
      return above !== undefined && known.has(above) ? { id: above, name: nameOf(above) ?? above } : undefined;
    },
    costCentreOf,
    costCentreAbove: (id) => {
      let above = parentIn(known.get(id) ?? {});
      for (let level = 0; level < MOST_LEVELS && above !== undefined; level += 1) {
        const found = costCentreOf(above);
        if (found !== undefined) return found;
        above = parentIn(known.get(above) ?? {});
      }
      return undefined;
    },
    gaps,
  };
}

async function organizations(call: Call, ids: readonly string[]): Promise<TmfBody[]> {
  const lists = await Promise.all(chunks(ids).map((some) => call.tmf('TMF632').list('organization', { id: some }, { limit: IDS_A_REQUEST })));
  return lists.flatMap(({ items }) => items);
}
