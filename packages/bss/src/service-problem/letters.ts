import { type Letter, partiesOfProducts, send } from '../communication/send.ts';
import type { Act } from '../nouns/noun.ts';
import { text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { ZONE } from '../world/zone.ts';
import { affectedIn, expected, isIncident, isPlanned } from './affected.ts';
import { newsSince } from './updates.ts';

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });

const when = (moment: number): string => clock.format(moment);

type Words = readonly [subject: string, content: string];

function untilOf(problem: Resource): string {
  const end = expected(problem, 'expectedEnd');
  return end > 0 ? ` We expect it to be over by ${when(end)}.` : ' We will tell you when we know how long it takes.';
}

function spanOf(problem: Resource): string {
  const [from, to] = [expected(problem, 'expectedStart'), expected(problem, 'expectedEnd')];
  return from > 0 && to > 0 ? ` from ${when(from)} to ${when(to)}` : '';
}

/** Of what goes on as it did: a word more of an incident, or another time for work. */
function newsWords(problem: Resource, before: Resource): Words | undefined {
  const news = newsSince(before, problem);
  if (news !== undefined) return ['News of the fault on your line', `${news}${/[.!?]$/.test(news) ? '' : '.'}${untilOf(problem)}`];
  if (!isPlanned(problem) || problem['status'] !== 'acknowledged') return undefined;
  return ['Planned work on your line has moved', `${text(problem['description']) ?? 'We work on our network'}. Your line may not work${spanOf(problem)}, and no longer when we said before.`];
}

function incidentWords(problem: Resource): Words | undefined {
  const what = text(problem['description']) ?? 'A fault in our network';
  const until = untilOf(problem);
  if (problem['status'] === 'resolved') return ['Your line works again', `It is over: ${what}. Should your line still not work, please switch your device off and on, and tell us if that does not help.`];
  if (problem['status'] === 'pending') return ['We need you to go on', `${text(problem['statusChangeReason']) ?? 'We cannot go on without you'}. Please get in touch; the time until then does not count.`];
  if (problem['status'] === 'acknowledged' || problem['status'] === 'inProgress') return ['A fault on your line', `${what}.${until} You need not do anything.`];
  return undefined;
}

function workWords(problem: Resource): Words | undefined {
  const what = text(problem['description']) ?? 'We work on our network';
  const to = expected(problem, 'expectedEnd');
  const span = spanOf(problem);
  if (problem['status'] === 'acknowledged') return ['Planned work on your line', `${what}. Your line may not work${span}. You need not do anything.`];
  if (problem['status'] === 'inProgress') return ['Planned work has begun', `${what}. Your line may not work until ${to > 0 ? when(to) : 'we are done'}.`];
  if (problem['status'] === 'resolved') return ['Planned work is done', `${what}: done. Your line works again.`];
  if (problem['status'] === 'cancelled') return ['Planned work does not take place', `${what}: called off. Your line works as always.`];
  return undefined;
}

function wordsFor(problem: Resource, before: Resource | undefined): Words | undefined {
  const news = before && newsWords(problem, before);
  if (news) return news;
  if (isPlanned(problem)) return workWords(problem);
  return isIncident(problem) ? incidentWords(problem) : undefined;
}

function letterFor(problem: Resource, before: Resource | undefined): Letter | undefined {
  const words = wordsFor(problem, before);
  if (!words) return undefined;
  const [subject, content] = words;
  const about = { id: problem.id, name: text(problem['name']), '@referredType': 'ServiceProblem' };
  return { subject, content, category: isPlanned(problem) ? 'maintenance' : 'incident', about };
}

/** Tells everybody whose line is affected how things stand; `before` where it is in the same state, and something about it has changed. */
export async function tellAffected(act: Act, problem: Resource, before?: Resource): Promise<void> {
  const letter = letterFor(problem, before);
  if (!letter) return;
  const ids = affectedIn(problem).map(({ id }) => String(id));
  await send(act, await partiesOfProducts(act.tx, ids), letter);
}
