import type { RecommendationAnswer } from '@faceplate/contracts';
import { changeRecord } from '../tmf/change-record.ts';
import { ownRecord } from '../tmf/owned.ts';
import { instant, records, text } from '../tmf/read.ts';
import type { Call } from '../routing/route.ts';
import type { TmfBody } from '../upstream/types.ts';

/** What a person has said to being shown what might suit them. It stands with the person at the operator's (TMF632), so every device knows. */
export interface PromptSettings {
  /** Only who has agreed is shown any: what suits somebody is found in what they use. */
  wanted: boolean;
  /** RFC 3339; nothing is shown before. */
  quietUntil?: string;
  /** Offers not to be shown again. */
  dismissed: string[];
}

const WANTED = 'recommendationsWanted';
const QUIET = 'recommendationsQuietUntil';
const DISMISSED = 'recommendationsDismissed';
const OURS: ReadonlySet<string> = new Set([WANTED, QUIET, DISMISSED]);

const DAY = 86_400_000;
/** Who has just said no is left alone. */
const QUIET_DAYS = 7;
const MOST_DISMISSED = 20;

const read = (call: Call): Promise<TmfBody> =>
  ownRecord(call, 'TMF632', 'individual', call.subject.sub, { facts: ({ id }) => ({ partyIds: typeof id === 'string' ? [id] : [] }), action: 'recommendation.read' });

function settingsIn(person: TmfBody): PromptSettings {
  const said = new Map(records(person, 'partyCharacteristic').map((one) => [text(one, 'name'), one]));
  const quietUntil = instant(said.get(QUIET), 'value');
  return {
    wanted: text(said.get(WANTED), 'value') === 'yes',
    dismissed: text(said.get(DISMISSED), 'value')?.split(',').filter(Boolean) ?? [],
    ...(quietUntil !== undefined && { quietUntil }),
  };
}

export const readSettings = async (call: Call): Promise<PromptSettings> => settingsIn(await read(call));

/** Keeps what somebody says; said again it changes nothing. */
export async function answerKept(call: Call, { dismiss, wanted }: RecommendationAnswer): Promise<PromptSettings> {
  const client = call.tmf('TMF632');
  const now = call.clock().getTime();
  const patch = (person: TmfBody): TmfBody => {
    const before = settingsIn(person);
    const dismissed = dismiss === undefined ? before.dismissed : [...before.dismissed.filter((id) => id !== dismiss), dismiss].slice(-MOST_DISMISSED);
    const quietUntil = dismiss === undefined ? before.quietUntil : new Date(now + QUIET_DAYS * DAY).toISOString();
    const ours = [
      { name: WANTED, valueType: 'string', value: (wanted ?? before.wanted) ? 'yes' : 'no' },
      ...(quietUntil === undefined ? [] : [{ name: QUIET, valueType: 'dateTime', value: quietUntil }]),
      ...(dismissed.length === 0 ? [] : [{ name: DISMISSED, valueType: 'string', value: dismissed.join(',') }]),
    ];
    return { partyCharacteristic: [...records(person, 'partyCharacteristic').filter((one) => !OURS.has(text(one, 'name') ?? '')), ...ours] };
  };
  return settingsIn(await changeRecord(client, { resource: 'individual', id: call.subject.sub, read: () => read(call), patch }));
}
