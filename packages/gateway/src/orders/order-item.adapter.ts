import { type OrderItem, type Stage, Stage as Stages, type Visit } from '@faceplate/contracts';
import { actorOf, isLate, milestones, type ReportedMilestone } from '@faceplate/domain';
import { lineOf, optional } from '../products/products.adapter.ts';
import { characteristic, day, instant, meaningOf, needed, QUANTITY, records, text, whole } from '../tmf/read.ts';
import type { Setting } from '../tmf/setting.ts';
import type { TmfBody } from '../upstream/types.ts';
import { actionsOf } from './item-actions.ts';
import { factsOfItem } from './item-facts.ts';

const ACTIONS: Readonly<Record<string, OrderItem['action']>> = { add: 'add', modify: 'change', delete: 'remove', noChange: 'keep' };

/** States that say where a line stands; for the other two the milestones, or whom it waits for, say more. */
const STAGES: Readonly<Record<string, Stage>> = {
  completed: 'done',
  partial: 'partly-done',
  failed: 'failed',
  rejected: 'failed',
  cancelled: 'cancelled',
  held: 'on-hold',
  assessingCancellation: 'on-hold',
  pendingCancellation: 'on-hold',
  draft: 'captured',
};

const WAITING: Readonly<Record<string, Stage>> = {
  customer: 'waiting-for-you',
  company: 'waiting-for-your-company',
  partner: 'waiting-for-partner',
};

/** A TMF622 productOrderItem. What a line does not say of itself, its order says. `visit`: the one the line waits for, as far as it is known. */
export function orderItemOf(item: TmfBody, order: TmfBody, setting: Setting, visit?: Visit): OrderItem {
  const id = needed(text(item, 'id'), 'productOrderItem.id');
  const reported = records(item, 'milestone').flatMap(milestoneOf);
  const stage = stageOf(item, order, reported);
  const promised = day(setting.zone, item, 'requestedCompletionDate') ?? day(setting.zone, order, 'requestedCompletionDate');
  const expected = day(setting.zone, item, 'expectedCompletionDate') ?? day(setting.zone, order, 'expectedCompletionDate');
  const note = lastNote(item);
  const late = isLate({ stage, promised, expected }, setting.today);
  return {
    id,
    name: text(item, 'product', 'name') ?? text(item, 'productOffering', 'name') ?? `Item ${id}`,
    action: meaningOf(ACTIONS, text(item, 'action')) ?? 'add',
    lineOfBusiness: lineOf(characteristic(records(item, 'product', 'productCharacteristic'), 'lineOfBusiness')),
    quantity: whole(QUANTITY, item, 'quantity') ?? 1,
    stage,
    late,
    since: sinceOf(reported, note?.at, order, setting),
    actor: actorOf(stage),
    milestones: milestones(reported, stage, setting.now),
    may: actionsOf(item, { stage, visit, now: setting.now, currency: setting.currency }),
    ...optional({ promised, expected, reason: note?.text }),
    ...factsOfItem(item, { stage, late, expected, currency: setting.currency }),
  };
}

/** Something of it has come, the rest is under way. */
function isPartlyThere(item: TmfBody): boolean {
  const delivered = whole(QUANTITY, item, 'deliveredQuantity') ?? 0;
  return delivered > 0 && delivered < (whole(QUANTITY, item, 'quantity') ?? 1);
}

function stageOf(item: TmfBody, order: TmfBody, reported: readonly ReportedMilestone[]): Stage {
  const state = text(item, 'state') ?? text(order, 'state') ?? 'acknowledged';
  if (state === 'pending') return meaningOf(WAITING, text(item, 'waitingFor')?.toLowerCase()) ?? 'on-hold';
  return meaningOf(STAGES, state) ?? (isPartlyThere(item) ? 'partly-done' : stageOnTheWay(state, reported));
}

/** The last milestone reached. "done" is said by the state alone: a line still open is on its way out. */
function stageOnTheWay(state: string, reported: readonly ReportedMilestone[]): Stage {
  const fallback = needed(state.startsWith('inProgress') ? 'in-progress' : state === 'acknowledged' ? 'captured' : undefined, 'productOrderItem.state');
  const last = reported.findLast(({ reachedAt }) => reachedAt)?.id;
  const reached = Stages.safeParse(last === 'done' ? 'in-progress' : last);
  return reached.success ? reached.data : fallback;
}

/** The id is the kind of step ("scheduled"); people read the description. */
function milestoneOf(body: TmfBody): ReportedMilestone[] {
  const id = text(body, 'name') ?? text(body, 'id');
  const date = instant(body, 'milestoneDate');
  if (!id) return [];
  const reached = text(body, 'status') === 'Completed';
  return [{ id, name: text(body, 'description') ?? id, ...(reached ? { reachedAt: date } : { expectedAt: date }) }];
}

function lastNote(item: TmfBody): { text: string; at: string | undefined } | undefined {
  const notes = records(item, 'note').flatMap((note) => {
    const words = text(note, 'text');
    return words ? [{ text: words, at: instant(note, 'date') }] : [];
  });
  return notes.toSorted((one, other) => (one.at ?? '').localeCompare(other.at ?? '')).at(-1);
}

/** The last thing that happened to the line, never after now. */
function sinceOf(reported: readonly ReportedMilestone[], noted: string | undefined, order: TmfBody, { now }: Setting): string {
  const moments = [...reported.map(({ reachedAt }) => reachedAt), noted].flatMap((at) => at ?? []);
  return moments.filter((at) => Date.parse(at) <= +now).toSorted().at(-1) ?? needed(instant(order, 'orderDate'), 'orderDate');
}
