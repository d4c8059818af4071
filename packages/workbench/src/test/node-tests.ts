import { relative } from 'node:path';
import { run } from 'node:test';
import type { TestEvent } from 'node:test/reporters';
import { inspect } from 'node:util';
import { root } from '../root.ts';
import { testFiles, type Room } from '../rooms.ts';
import type { RoomOutcome, TestOutcome } from './outcome.ts';

/** A test process that hangs is ended, and counts as failed, after this long. */
const FILE_TIMEOUT_MS = 300_000;

type Finished = Extract<TestEvent, { type: 'test:pass' | 'test:fail' }>;

/** Runs one room's Node tests, each file in its own process. */
export async function nodeTests(room: Room): Promise<RoomOutcome> {
  const files = testFiles(room).node;
  const started = performance.now();
  const tests: TestOutcome[] = [];
  const stream = run({ files, concurrency: 2, timeout: FILE_TIMEOUT_MS, cwd: root });
  for await (const event of stream as AsyncIterable<TestEvent>) {
    if (event.type === 'test:stderr') process.stderr.write(event.data.message);
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    const outcome = outcomeOf(event);
    if (outcome) tests.push(outcome);
  }
  return { room: room.path, runner: 'node', tests, milliseconds: performance.now() - started };
}

/** A suite is no test, and a test that failed only through its subtests is told by those. */
function outcomeOf({ type, data }: Finished): TestOutcome | undefined {
  const common = { name: data.name, file: relative(root, data.file ?? '') };
  if (type === 'test:fail') return failure(common, data.details.error);
  if (data.details.type === 'suite') return undefined;
  return { ...common, result: data.skip === undefined && data.todo === undefined ? 'passed' : 'skipped' };
}

/** A suite whose own hook or body broke has tests that never ran: that is a failure of its own. */
function failure(common: { name: string; file: string }, error: Error & { failureType?: string }): TestOutcome | undefined {
  return error.failureType === 'subtestsFailed' ? undefined : { ...common, result: 'failed', error: explain(error) };
}

function explain(error: Error): string {
  return inspect(error.cause ?? error, { depth: 4 });
}
