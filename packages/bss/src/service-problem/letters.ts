import { type Letter, partiesOfProducts, send } from '../communication/send.ts';
import type { Act } from '../nouns/noun.ts';
import { text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { ZONE } from '../world/zone.ts';
import { affectedIn, expected, isIncident, isPlanned } from './affected.ts';

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });

const when = (moment: number): string => clock.format(moment);

type Words = readonly [subject: string, content: string];

function incidentWords(problem: Resource): Words | undefined {
  const what = text(problem['description']) ?? 'A fault in our network';
  const end = expected(problem, 'expectedEnd');
  const until = end > 0 ? ` We expect it to be over by ${when(end)}.` : ' We will tell you when we know how long it takes.';
  if (problem['status'] === 'resolved') return ['Your line works again', `It is over: ${what}. Should your line still not work, please switch your device off and on, and tell us if that does not help.`];
  if (problem['status'] === 'pending') return ['We need you to go on', `${text(problem['statusChangeReason']) ?? 'We cannot go on without you'}. Please get in touch; the time until then does not count.`];
  if (problem['status'] === 'acknowledged' || problem['status'] === 'inProgress') return ['A fault on your line', `${what}.${until} You need not do anything.`];
  return undefined;
}

function workWords(problem: Resource): Words | undefined {
  const what = text(problem['description']) ?? 'We work on our network';
  const [from, to] = [expected(problem, 'expectedStart'), expected(problem, 'expectedEnd')];
  const span = from > 0 && to > 0 ? ` from ${when(from)} to ${when(to)}` : '';
  if (problem['status'] === 'acknowledged') return ['Planned work on your line', `${what}. Your line may not work${span}. You need not do anything.`];
  if (problem['status'] === 'inProgress') return ['Planned work has begun', `${what}. Your line may not work until ${to > 0 ? when(to) : 'we are done'}.`];
  if (problem['status'] === 'resolved') return ['Planned work is done', `${what}: done. Your line works again.`];
  if (problem['status'] === 'cancelled') return ['Planned work does not take place', `${what}: called off. Your line works as always.`];
  return undefined;
}

function letterFor(problem: Resource): Letter | undefined {
  const words = isPlanned(problem) ? workWords(problem) : isIncident(problem) ? incidentWords(problem) : undefined;
  if (!words) return undefined;
  const [subject, content] = words;
  const about = { id: problem.id, name: text(problem['name']), '@referredType': 'ServiceProblem' };
  return { subject, content, category: isPlanned(problem) ? 'maintenance' : 'incident', about };
}

/** Tells everybody whose line is affected how things stand. */
export async function tellAffected(act: Act, problem: Resource): Promise<void> {
  const letter = letterFor(problem);
  if (!letter) return;
  const ids = affectedIn(problem).map(({ id }) => String(id));
  await send(act, await partiesOfProducts(act.tx, ids), letter);
}
