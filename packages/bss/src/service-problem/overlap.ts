import { iso, oneOf, text } from '../simulator/course.ts';
import type { Resource, StoreReader } from '../store/store.ts';
import { invalidField, unprocessable } from '../surface/tmf-error.ts';
import { affectedIn, expected, isPlanned } from './affected.ts';

/** Throws a 400 for work that ends before it begins, and a 422 for a line that is worked on already at that time. */
export async function refuseOverlap(reader: StoreReader, work: Resource): Promise<void> {
  const [from, to] = [expected(work, 'expectedStart'), expected(work, 'expectedEnd')];
  if (!isPlanned(work) || from === 0 || to === 0) return;
  if (to <= from) throw invalidField('"expectedEnd" must be after "expectedStart".');
  const lines = affectedIn(work).map(({ id }) => String(id));
  for (let start = 0; start < lines.length; start += 100) {
    const where = [oneOf('relatedEntity.id', ...lines.slice(start, start + 100)), oneOf('category', 'plannedMaintenance'), oneOf('status', 'acknowledged', 'inProgress', 'held', 'pending')];
    for (const { body } of (await reader.list('serviceProblem', { where })).rows) refuseMeeting(body, work, from, to);
  }
}

function refuseMeeting(other: Resource, work: Resource, from: number, to: number): void {
  const [begin, end] = [expected(other, 'expectedStart'), expected(other, 'expectedEnd')];
  if (other.id === work.id || begin >= to || end <= from) return;
  throw unprocessable(`Some of these lines are worked on from ${iso(begin)} to ${iso(end)} already ("${text(other['name']) ?? other.id}"). Choose a time after it, or leave those lines out.`);
}
