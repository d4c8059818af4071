import type { Gap, Line, LocalDate, Obstacle } from '@faceplate/contracts';
import { optional } from '../products/products.adapter.ts';
import type { Call } from '../routing/route.ts';
import { onceEach, orGap } from '../tmf/gather.ts';
import { day, records, text } from '../tmf/read.ts';
import { settingOf } from '../tmf/setting.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { TmfBody } from '../upstream/types.ts';
import { askersOf } from './asker.ts';
import { lineOfItem } from './line.adapter.ts';
import { obstaclesIn } from './obstacle.adapter.ts';

/** Something somebody wants, as the operator is asked about it. */
export interface Wanted {
  /** Of the item in the question; obstacles name others by it. */
  id: string;
  offer: { id: string; name?: string };
  quantity?: number | undefined;
  /** A house without flats, or a flat; the customer's own address when left out. */
  placeId?: string | undefined;
  /** An IMEI, or the name of a device. */
  device?: string | undefined;
}

/** The operator's answer about one of them. `nearest`: ids of offers that could be had instead, the nearest first. */
export interface OperatorVerdict {
  id: string;
  obstacles: Obstacle[];
  nearest: string[];
  line?: Line;
  earliest?: LocalDate;
}

export interface Verdicts {
  /** Who would have to say yes to all of them as one order, one after the other. */
  approvers: string[];
  /** Undefined where the operator could not be asked, or knows nothing of these offers: then the catalogue's rules have to do. */
  of: ReadonlyMap<string, OperatorVerdict>;
  gaps: Gap[];
}

/** Each judged beside all the others, as one order: a cart. */
export async function verdictsTogether(call: Call, wanted: readonly Wanted[]): Promise<Verdicts> {
  const { value, gaps } = await orGap('TMF679', answered(call, wanted));
  return { of: new Map((value?.verdicts ?? []).map((one) => [one.id, one])), approvers: value?.approvers ?? [], gaps };
}

/** Each judged by itself, beside what is in the cart already. */
export async function verdictsApart(call: Call, wanted: readonly Wanted[], inCart: readonly Wanted[] = []): Promise<Pick<Verdicts, 'of' | 'gaps'>> {
  const all = await Promise.all(wanted.map((one) => verdictsTogether(call, [one, ...inCart.filter(({ id }) => id !== one.id)])));
  const of = new Map(wanted.flatMap(({ id }, index) => [all[index]?.of.get(id) ?? []].flat().map((one) => [id, one] as const)));
  return { of, gaps: onceEach(all.flatMap(({ gaps }) => gaps)) };
}

const FINAL: ReadonlySet<string> = new Set(['done', 'done.ready']);

async function answered(call: Call, wanted: readonly Wanted[]): Promise<{ verdicts: OperatorVerdict[]; approvers: string[] }> {
  if (wanted.length === 0) return { verdicts: [], approvers: [] };
  const body = await question(call, wanted);
  // One that answers later is no help to somebody who waits: the catalogue's own rules are shown meanwhile.
  if (!FINAL.has(text(body, 'state') ?? 'done')) return { verdicts: [], approvers: [] };
  // Ours: TMF679 has no word for who has to agree.
  const approvers = records(body, 'approver').flatMap((one) => text(one, 'name') ?? []);
  return { verdicts: records(body, 'productOfferingQualificationItem').flatMap((item) => verdictOf(call, item)), approvers };
}

async function question(call: Call, wanted: readonly Wanted[]): Promise<TmfBody> {
  const relatedParty = askersOf(call);
  const body = {
    instantSyncQualification: true,
    provideAlternative: true,
    provideUnavailabilityReason: true,
    ...(relatedParty.length > 0 && { relatedParty }),
    productOfferingQualificationItem: wanted.map(itemBody),
  };
  try {
    return await call.question('TMF679').post('productOfferingQualification', body);
  } catch (error) {
    // An operator without this API, or one that wants it asked otherwise, leaves us the catalogue's own rules.
    if (error instanceof UpstreamProblem && (error.fault === 'not-found' || error.fault === 'refused')) return { state: 'absent' };
    throw error;
  }
}

const IMEI = /^[\d\s/-]{8,24}$/;

function itemBody({ id, offer, quantity = 1, placeId, device }: Wanted): TmfBody {
  const facts = device === undefined ? [] : [{ name: IMEI.test(device) ? 'imei' : 'deviceModel', valueType: 'string', value: device }];
  const place = placeId === undefined ? {} : { place: [{ id: placeId, role: 'installation', '@referredType': 'GeographicAddress' }] };
  const product = facts.length > 0 || placeId !== undefined ? { product: { ...place, ...(facts.length > 0 && { productCharacteristic: facts }) } } : {};
  return { id, action: 'add', quantity, productOffering: { ...offer, '@referredType': 'ProductOffering' }, ...product };
}

/** An item that could not be judged is no verdict. */
function verdictOf(call: Call, item: TmfBody): OperatorVerdict[] {
  const setting = settingOf(call);
  const id = text(item, 'id');
  const result = text(item, 'qualificationItemResult');
  if (id === undefined || (result !== 'qualified' && result !== 'unqualified')) return [];
  const others = records(item, 'alternateProductOfferingProposal').flatMap((one) => otherIn(one));
  const obstacles = result === 'qualified' ? [] : obstaclesIn(item, setting, others);
  const line = result === 'qualified' ? lineOfItem(item, setting) : undefined;
  return [
    {
      id,
      obstacles: result === 'unqualified' && obstacles.length === 0 ? [unexplained(others)] : obstacles,
      nearest: others.map((one) => one.id),
      ...optional({ line, earliest: result === 'qualified' ? day(setting.zone, item, 'expectedActivationDate') : undefined }),
    },
  ];
}

function otherIn(proposal: TmfBody): { id: string; name: string }[] {
  const id = text(proposal, 'alternateProductOffering', 'id');
  return id === undefined ? [] : [{ id, name: text(proposal, 'alternateProductOffering', 'name') ?? id }];
}

/** A no without a word is still not left without a way on. */
const unexplained = ([other]: readonly { id: string; name: string }[]): Obstacle => ({
  code: 'refused',
  reason: 'The operator does not offer you this, and gives no reason.',
  remedy: other ? `Choose ${other.name} instead.` : 'Ask us why.',
  way: other ? { kind: 'choose', offer: other } : { kind: 'none' },
});
