import { relative } from 'node:path';
import { startTestRunner, type TestSession, type TestSuiteResult } from '@web/test-runner';
import { findBrowser } from '../browser.ts';
import { root } from '../root.ts';
import { testFiles, type Room } from '../rooms.ts';
import { wtrConfig } from '../wtr.ts';
import type { RoomOutcome, TestOutcome } from './outcome.ts';

/** Runs the browser tests of all `rooms` in one browser, two files at a time. */
export async function browserTests(rooms: readonly Room[]): Promise<RoomOutcome[]> {
  const config = await wtrConfig(rooms, await findBrowser());
  const runner = await startTestRunner({ config, readCliArgs: false, readFileConfig: false, autoExitProcess: false });
  if (!runner) throw new Error('The browser test runner did not start.');
  await new Promise((resolve) => {
    runner.on('stopped', resolve);
  });

  const sessions = [...runner.sessions.all()];
  return rooms.map((room) => {
    const files = new Set(testFiles(room).browser);
    const own = sessions.filter((session) => files.has(session.testFile));
    const milliseconds = own.reduce((sum, { testResults }) => sum + (testResults ? durationOf(testResults) : 0), 0);
    return { room: room.path, runner: 'browser', tests: own.flatMap(outcomesOf), milliseconds };
  });
}

/** Rooms share the browser and two of their files run at once, so what a room took is what its tests took. */
function durationOf({ tests, suites }: TestSuiteResult): number {
  const own = tests.reduce((sum, { duration = 0 }) => sum + duration, 0);
  return suites.reduce((sum, suite) => sum + durationOf(suite), own);
}

function outcomesOf(session: TestSession): TestOutcome[] {
  const file = relative(root, session.testFile);
  const tests = session.testResults ? flatten(session.testResults, '', file) : [];
  const broken = session.errors.map((error) => failure('(the whole file)', file, error));
  if (broken.length === 0 && tests.length === 0 && session.passed !== true)
    broken.push(failure('(the whole file)', file, { message: 'The page never finished.' }));
  const clues = [...new Set(session.request404s)].map((url) => `not found: ${url}`);
  const said = session.logs.map((entry) => entry.map(String).join(' '));
  return [...tests, ...broken.map((one) => ({ ...one, error: [one.error, ...clues, ...said].join('\n') }))];
}

function flatten(suite: TestSuiteResult, prefix: string, file: string): TestOutcome[] {
  const own = suite.tests.map((test): TestOutcome => {
    const name = `${prefix}${test.name}`;
    if (test.skipped) return { name, file, result: 'skipped' };
    return test.passed ? { name, file, result: 'passed' } : failure(name, file, test.error);
  });
  return [...own, ...suite.suites.flatMap((inner) => flatten(inner, `${prefix}${inner.name} › `, file))];
}

function failure(name: string, file: string, error: { message?: string; stack?: string } = {}): TestOutcome {
  const text = [error.message, error.stack].filter(Boolean).join('\n');
  return { name, file, result: 'failed', error: text || 'no message' };
}
