import type { Act, Noun } from '../nouns/noun.ts';
import { orderDecided } from '../product-order/decided.ts';
import { quoteDecided } from '../quote/decided.ts';
import { ticketDecided } from '../trouble-ticket/decided-by-company.ts';
import { change, type Course, instant, iso, type Json, objects, oneOf, text } from '../simulator/course.ts';
import { save } from '../store/save.ts';
import type { Resource, StoreTransaction } from '../store/store.ts';
import { unprocessable } from '../surface/tmf-error.ts';
import { DAY } from '../world/zone.ts';
import { closed, tasksOf } from './close.ts';
import type { Decision } from './decision.ts';
import { APPROVAL } from './flow.ts';

const isApproval = (task: Resource) => task['taskFlowSpecification'] === APPROVAL && objects(task['relatedEntity']).some(({ role }) => role === 'subject');

const factOf = (task: Resource, name: string): unknown => objects(task['characteristic']).find((one) => one['name'] === name)?.['value'];

const partyOf = (task: Resource, role: string) => objects(task['relatedParty']).find((party) => party['role'] === role);

const listed = (people: readonly (Json | undefined)[]) => people.flatMap((one) => text(one?.['name']) ?? []).join(' or ');

/** The name of whoever decides. Throws 422 when nobody is named, or somebody who may not. */
function deciderIn(task: Resource): string {
  const by = text(factOf(task, 'decidedBy'));
  if (by === undefined) throw unprocessable('A characteristic "decidedBy" must hold the id of whoever decides.');
  const people = [partyOf(task, 'approver'), partyOf(task, 'substitute')];
  if (by === partyOf(task, 'requester')?.['id'] && factOf(task, 'ownApproval') !== true) {
    throw unprocessable(`Nobody approves their own order. ${listed(people.filter((one) => one?.['id'] !== by))} can decide.`);
  }
  const person = people.find((one) => one && one['id'] === by);
  if (!person) throw unprocessable(`Only ${listed(people)} can decide this.`);
  return text(person['name']) ?? by;
}

/** Throws 422 unless somebody who may decide has said what. */
function decisionIn(task: Resource): Decision {
  const verdict = factOf(task, 'decision');
  const reason = text(factOf(task, 'reason')) ?? '';
  if (verdict !== 'approved' && verdict !== 'rejected') throw unprocessable('An approval is completed with a characteristic "decision": approved or rejected.');
  const by = deciderIn(task);
  if (verdict === 'rejected' && reason === '') throw unprocessable('A rejection needs a characteristic "reason" that tells the requester why.');
  return { verdict, by, reason, step: Number(factOf(task, 'step') ?? 1), steps: Number(factOf(task, 'steps') ?? 1) };
}

/** Takes the decision to what it is about. */
async function decided(act: Act, task: Resource, decision: Decision): Promise<void> {
  for (const subject of objects(task['relatedEntity']).filter(({ role }) => role === 'subject')) {
    const id = String(subject['id']);
    if (subject['@referredType'] === 'Quote') await quoteDecided(act, id, decision);
    else if (subject['@referredType'] === 'TroubleTicket') await ticketDecided(act, id, decision);
    else await orderDecided(act, id, decision);
  }
  const flowId = String(task['processFlowId']);
  if (decision.verdict === 'approved' && decision.step < decision.steps) await nextTurn(act, flowId, decision.step + 1);
  else await closed(act, flowId, decision.verdict === 'approved', task.id);
}

async function nextTurn({ tx, now }: Act, flowId: string, step: number): Promise<void> {
  const next = (await tasksOf(tx, flowId)).find((task) => factOf(task, 'step') === step);
  const days = Number(next && factOf(next, 'days')) || 7;
  if (next?.['state'] === 'new') await change(tx, 'taskFlow', next, { state: 'active', requestedCompletionDate: iso(now.getTime() + days * DAY) }, now.getTime());
}

const DECISION = ['decision', 'decidedBy', 'reason'];

/** Who may decide about what is what stood there before, not what the caller has put in its place. */
function unforged(before: Resource, after: Resource): Resource {
  const kept = Object.fromEntries(['relatedParty', 'relatedEntity', 'taskFlowSpecification', 'requestedCompletionDate'].map((name) => [name, before[name]]));
  const said = objects(after['characteristic']).filter(({ name }) => DECISION.includes(String(name)));
  const facts = objects(before['characteristic']).filter(({ name }) => !said.some((one) => one['name'] === name));
  return { ...after, ...kept, characteristic: [...facts, ...said] };
}

async function changing(act: Act, before: Resource, after: Resource): Promise<Resource> {
  if (!isApproval(before)) return after;
  const task = unforged(before, after);
  if (before['state'] === task['state']) return task;
  if (task['state'] === 'completed') await decided(act, task, decisionIn(task));
  else if (task['state'] === 'cancelled') await decided(act, task, { verdict: 'withdrawn', by: '', reason: 'The request was withdrawn.', step: 1, steps: 1 });
  return task;
}

/** The steps of an approval follow from the company's policy; nobody adds one of their own. */
async function creating(_act: Act, body: Resource): Promise<Resource> {
  if (isApproval(body)) throw unprocessable('The steps of an approval follow from the policy of the company. Change the policy instead.');
  return body;
}

/** Nobody decided in time: the substitute gets the same time again, and then it is over. */
async function lapsed(tx: StoreTransaction, task: Resource, now: number): Promise<void> {
  const substitute = partyOf(task, 'substitute');
  const days = Number(factOf(task, 'days')) || 7;
  if (substitute && factOf(task, 'escalated') !== true) {
    const others = objects(task['relatedParty']).filter(({ role }) => role !== 'approver' && role !== 'substitute');
    const approver = { ...partyOf(task, 'approver'), role: 'substitute' };
    const escalated = {
      ...task,
      requestedCompletionDate: iso(now + days * DAY),
      relatedParty: [{ ...substitute, role: 'approver' }, approver, ...others],
      characteristic: [...objects(task['characteristic']), { name: 'escalated', valueType: 'boolean', value: true }],
    };
    await save(tx, 'taskFlow', escalated, new Date(now));
    return;
  }
  const facts = [...objects(task['characteristic']), { name: 'decision', valueType: 'string', value: 'expired' }];
  await change(tx, 'taskFlow', task, { state: 'cancelled', characteristic: facts }, now);
  await decided({ tx, now: new Date(now) }, task, { verdict: 'expired', by: '', reason: 'Nobody decided in time.', step: 1, steps: 1 });
}

const expiry: Course = {
  resource: 'taskFlow',
  open: [oneOf('state', 'active'), oneOf('taskFlowSpecification', APPROVAL)],
  isDue: (task, { now }) => task['requestedCompletionDate'] !== undefined && instant(task['requestedCompletionDate']) <= now,
  advance: (tx, task, { now }) => lapsed(tx, task, now),
};

/** TMF701: an approval is a task flow; completing it moves on what it is about. */
export const taskFlowNoun: Noun = { resource: 'taskFlow', creating, changing, courses: [expiry] };
