import { chosenOf } from '../catalogue/chosen.ts';
import type { Act } from '../nouns/noun.ts';
import { newId } from '../rules/id.ts';
import { instant, iso, type Json, objects, type Pace, text } from '../simulator/course.ts';
import { lookAt } from '../store/looking.ts';
import type { Resource } from '../store/store.ts';
import { conflict } from '../surface/tmf-error.ts';
import { waiting, resumed } from './exception.ts';
import { isReached, milestonesOf, noted, stateOf, without } from './item.ts';
import { type Kind, piecesOf } from './kind.ts';
import type { Words } from './milestones.ts';

/** What customers switch on themselves: an eSIM as soon as there is a profile for it, a router as soon as it has come. */
type Switched = 'esim' | 'router';

interface Steps {
  /** The step of a line that is not taken before its customer has acted. */
  before: string;
  ask: string;
  running: string;
  active: string;
  words: Words;
}

const STEPS: Readonly<Record<Switched, Steps>> = {
  esim: {
    before: 'in-progress',
    ask: 'Your eSIM is ready. Scan the code with your phone, then activate it here.',
    running: 'We are activating your eSIM.',
    active: 'Your eSIM is active. You can make calls now.',
    words: { scheduled: 'Your eSIM is ready' },
  },
  router: {
    before: 'done',
    ask: 'Your router should be with you by now. Plug it in, then activate it here.',
    running: 'We are activating your router.',
    active: 'Your router is active.',
    words: { done: 'Your router is active' },
  },
};

/** Milliseconds in which an activation is through or has failed. */
const TAKES_AT_MOST = 120_000;

const SERVER = 'rsp.meridian.example';

const isSwitched = (value: unknown): value is Switched => value === 'esim' || value === 'router';

async function isRouter({ tx }: Act, offering: Resource): Promise<boolean> {
  const id = text(objects(offering['productSpecification'])[0]?.['id']);
  const kinds = objects((id === undefined ? undefined : await lookAt(tx, 'productSpecification', id))?.body['productSpecCharacteristic']).filter(({ name }) => name === 'Kind');
  return kinds.some((kind) => objects(kind['productSpecCharacteristicValue']).some(({ value }) => value === 'router'));
}

/** What of a new line its customer will switch on. What comes in pieces goes to many people, and is switched on for them. */
export async function switchedIn(act: Act, item: Json, kind: Kind, offering: Resource | undefined): Promise<Switched | undefined> {
  if (!offering || piecesOf(item) > 1) return undefined;
  if (kind === 'mobile') return chosenOf(offering, item).get('SIM')?.includes('eSIM') ? 'esim' : undefined;
  return kind === 'device' && (await isRouter(act, offering)) ? 'router' : undefined;
}

/** What such a line says of its steps. */
export const wordsOf = (switched: Switched | undefined): Words => (switched ? STEPS[switched].words : {});

const activationOf = (item: Json): Json => objects(item['activation'])[0] ?? {};

/** Is the activation of the line under way? */
export const isSwitching = (item: Json): boolean => activationOf(item)['state'] === 'running';

const nextStep = (item: Json): unknown => milestonesOf(item).find((step) => !isReached(step))?.['name'];

/** The line goes no further before its customer has switched it on. */
export function needsSwitching(item: Json): boolean {
  const kind = item['needsActivation'];
  return isSwitched(kind) && !isSwitching(item) && activationOf(item)['state'] !== 'active' && nextStep(item) === STEPS[kind].before;
}

/** A profile is fetched by its code: nobody must be able to guess it. */
const newSecret = (): string => newId() + newId();

const profileCode = (secret: string): string => `LPA:1$${SERVER}$${secret.toUpperCase()}`;

/** Asks the customer to switch it on. `secret` is what its profile is fetched by. */
export function askedToSwitch(item: Json, now: Date, secret = newSecret()): Json {
  const kind = item['needsActivation'] === 'router' ? 'router' : 'esim';
  const code = kind === 'esim' ? (text(activationOf(item)['code']) ?? profileCode(secret)) : undefined;
  const activation = { kind, state: 'ready', since: iso(now.getTime()), ...(code !== undefined && { code }) };
  return waiting({ ...item, activation }, { kind: 'activation', text: STEPS[kind].ask }, now);
}

/** Does the line wait for nothing but to be switched on? No note or document answers that. */
export const waitsForSwitch = (item: Json): boolean =>
  item['waitingFor'] === 'customer' && objects(item['informationRequired'])[0]?.['kind'] === 'activation';

/**
 * What a caller says of an activation: that it shall begin (`state: running`), where it can; the rest is ours.
 * @throws 409 where it cannot.
 */
export function guardedActivation(before: Json, after: Json): Json {
  const kept = { ...without(after, 'activation'), ...(before['activation'] !== undefined && { activation: before['activation'] }) };
  if (activationOf(after)['state'] !== 'running' || isSwitching(before)) return kept;
  if (stateOf(before) !== 'pending' || !waitsForSwitch(before)) throw conflict(`Line ${String(before['id'])} has nothing to activate now.`);
  return { ...kept, activation: { ...activationOf(before), state: 'running' } };
}

/** Begins what `guardedActivation` has let through; undefined where nothing of the kind was asked. */
export function switching(before: Json, after: Json, now: Date): Json | undefined {
  if (!isSwitching(after) || isSwitching(before)) return undefined;
  const { result: _last, ...activation } = activationOf(after);
  const kind = activation['kind'] === 'router' ? 'router' : 'esim';
  const at = now.getTime();
  const began = { ...after, activation: { ...activation, since: iso(at), expectedBy: iso(at + TAKES_AT_MOST) } };
  return resumed(began, STEPS[kind].running, now);
}

/** An activation takes one step, as everything does. */
export const isSwitchDue = (item: Json, { now, step }: Pace): boolean =>
  isSwitching(item) && stateOf(item) === 'inProgress' && now >= Math.min(instant(activationOf(item)['since']) + step, instant(activationOf(item)['expectedBy']));

/** How an activation ends: the line is done, or waits for another try. */
export function switched(item: Json, now: Date): Json {
  const at = iso(now.getTime());
  const activation = activationOf(item);
  const fault = text(item['activationFault']);
  if (fault !== undefined) {
    const failed = { ...without(item, 'activationFault'), activation: { ...without(activation, 'expectedBy'), state: 'failed', since: at, result: fault } };
    return waiting(failed, { kind: 'activation', text: fault }, now);
  }
  const milestone = milestonesOf(item).map((step) => (isReached(step) ? step : { ...step, status: 'Completed', milestoneDate: at }));
  const done = switchedOn({ ...item, milestone, state: 'completed' }, now);
  return noted(done, String(activationOf(done)['result']), at);
}

/** A line that is done is switched on, whoever did it; its code is spent. */
export function switchedOn(item: Json, now: Date): Json {
  const kind = item['needsActivation'];
  if (!isSwitched(kind)) return item;
  return { ...item, activation: { kind, state: 'active', since: iso(now.getTime()), result: STEPS[kind].active } };
}
