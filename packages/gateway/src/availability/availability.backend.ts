import type { Line, Obstacle } from '@faceplate/contracts';
import { lineOfItem } from '../offers/line.adapter.ts';
import { obstaclesIn } from '../offers/obstacle.adapter.ts';
import type { Call } from '../routing/route.ts';
import { records, text } from '../tmf/read.ts';
import { settingOf } from '../tmf/setting.ts';
import type { TmfBody } from '../upstream/types.ts';

/** A place by its id, or in the words of whoever asks. */
export type Asked = { id: string } | { name: string };

const placeOf = (asked: Asked): TmfBody[] => [{ ...asked, role: 'installation', '@referredType': 'GeographicAddress' }];

/** Every line that reaches a place, now or later (TMF645 query): whether now, `checkedLines` says. */
export async function linesAt(call: Call, asked: Asked): Promise<Line[]> {
  const body = await call.question('TMF645').post('queryServiceQualification', {
    instantSyncQualification: true,
    searchCriteria: { service: { place: placeOf(asked) } },
  });
  return records(body, 'serviceQualificationItem').flatMap((item) => lineOfItem(item, settingOf(call)) ?? []);
}

/** One question of a check. */
export interface Need {
  asked: Asked;
  technology?: string;
  /** Mbit/s. */
  download?: number | undefined;
}

/** What a check says of one: a line that can be had, or why none can. */
export interface CheckedLine {
  line?: Line;
  obstacles: Obstacle[];
}

/** No more is asked in one request. */
const AT_ONCE = 100;

/** Can a line be had there now (TMF645 check)? Answers in the order of the questions. */
export async function checkedLines(call: Call, needs: readonly Need[]): Promise<CheckedLine[]> {
  const parts = Array.from({ length: Math.ceil(needs.length / AT_ONCE) }, (_, at) => needs.slice(at * AT_ONCE, (at + 1) * AT_ONCE));
  return (await Promise.all(parts.map((some) => checkedPart(call, some)))).flat();
}

async function checkedPart(call: Call, needs: readonly Need[]): Promise<CheckedLine[]> {
  const body = await call.question('TMF645').post('checkServiceQualification', {
    instantSyncQualification: true,
    provideUnavailabilityReason: true,
    serviceQualificationItem: needs.map((need, index) => ({ id: String(index + 1), service: serviceBody(need) })),
  });
  const items = new Map(records(body, 'serviceQualificationItem').map((item) => [text(item, 'id'), item]));
  return needs.map((_, index): CheckedLine => {
    const item = items.get(String(index + 1));
    if (!item) return { obstacles: [] };
    if (text(item, 'qualificationResult') !== 'qualified') return { obstacles: obstaclesIn(item, settingOf(call)) };
    const line = lineOfItem(item, settingOf(call));
    return { obstacles: [], ...(line && { line }) };
  });
}

export function serviceBody({ asked, technology, download }: Need): TmfBody {
  const facts = [
    ...(technology === undefined ? [] : [{ name: 'technology', valueType: 'string', value: technology }]),
    ...(download === undefined ? [] : [{ name: 'downloadSpeed', valueType: 'number', value: download }]),
  ];
  return { name: 'Internet', place: placeOf(asked), ...(facts.length > 0 && { serviceCharacteristic: facts }) };
}
