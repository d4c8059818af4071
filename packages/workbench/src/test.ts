import { readFileSync } from 'node:fs';
import { chosenRooms, testFiles, type Room } from './rooms.ts';
import { browserTests } from './test/browser-tests.ts';
import { nodeTests } from './test/node-tests.ts';
import { count, roomReport, type RoomOutcome } from './test/outcome.ts';
import { throwAwayPostgres } from './test/postgres.ts';

/** `pnpm test [room…]`: every test of the rooms, in Node or in a real browser. The last line is `N passed, N failed`. */
async function test(names: readonly string[]): Promise<boolean> {
  const rooms = chosenRooms(names);
  const outcomes: RoomOutcome[] = [];
  const tell = (outcome: RoomOutcome) => {
    outcomes.push(outcome);
    console.log(roomReport(outcome));
  };

  const inNode = rooms.filter((room) => testFiles(room).node.length > 0);
  const stop = await lendPostgres(inNode);
  try {
    for (const room of inNode) tell(await nodeTests(room));
  } finally {
    stop();
  }

  const inBrowser = rooms.filter((room) => testFiles(room).browser.length > 0);
  if (inBrowser.length > 0) for (const outcome of await browserTests(inBrowser)) tell(outcome);

  return summarise(rooms, outcomes);
}

/** Sets `DATABASE_URL` for the tests that know what to do with it, unless the caller brought one. */
async function lendPostgres(rooms: readonly Room[]): Promise<() => void> {
  const nothing = () => undefined;
  const wanted = rooms.flatMap((room) => testFiles(room).node).some((file) => /DATABASE_URL/.test(readFileSync(file, 'utf8')));
  if (!wanted || process.env['DATABASE_URL']) return nothing;
  const postgres = await throwAwayPostgres();
  if (!postgres) {
    console.log('No Postgres on this machine and no DATABASE_URL: the store is tested in memory and on PGlite only.');
    return nothing;
  }
  process.env['DATABASE_URL'] = postgres.url;
  process.once('exit', postgres.stop);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  return postgres.stop;
}

function summarise(rooms: readonly Room[], outcomes: readonly RoomOutcome[]): boolean {
  const tested = new Set(outcomes.map((outcome) => outcome.room));
  const untested = rooms.filter((room) => !tested.has(room.path)).map((room) => room.path);
  if (untested.length > 0) console.log(`No tests in: ${untested.join(', ')}`);
  const tests = outcomes.flatMap((outcome) => outcome.tests);
  const failed = count(tests, 'failed');
  const skipped = count(tests, 'skipped');
  if (skipped > 0) console.log(`${skipped} skipped`);
  console.log(`${count(tests, 'passed')} passed, ${failed} failed`);
  return failed === 0 && tests.length > 0;
}

test(process.argv.slice(2)).then(
  (passed) => process.exit(passed ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    console.log('0 passed, 1 failed');
    process.exit(1);
  },
);
