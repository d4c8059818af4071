import { openBrowser } from './browser/browser.ts';
import { allJourneys, chosenJourneys } from './journeys/all.ts';
import type { StepOutcome } from './journeys/stage.ts';
import { walk } from './journeys/walk.ts';
import { messageOf, stopWithUs } from './command.ts';

const MARKS = { passed: '✔', failed: '✖', skipped: '–' } as const;

function tell({ name, result, cause, seconds }: StepOutcome): void {
  console.log(`  ${MARKS[result]} ${name} (${seconds.toFixed(1)} s)`);
  if (cause !== undefined) console.log(messageOf(cause).replace(/^/gm, '      '));
}

/** `pnpm e2e [J01 …]`: journeys in a real browser against the running product. The last line is `N passed, N failed`. */
async function e2e(ids: readonly string[]): Promise<boolean> {
  const journeys = chosenJourneys(ids, await allJourneys());
  const outcomes: StepOutcome[] = [];
  await using browser = await openBrowser();
  for (const journey of journeys) {
    console.log(`${journey.id} ${journey.title}`);
    outcomes.push(...(await walk(journey, browser, tell)));
  }
  const count = (result: StepOutcome['result']) => outcomes.filter((outcome) => outcome.result === result).length;
  if (count('skipped') > 0) console.log(`${count('skipped')} skipped`);
  console.log(`${count('passed')} passed, ${count('failed')} failed`);
  return count('failed') === 0 && count('passed') > 0;
}

stopWithUs();
e2e(process.argv.slice(2)).then(
  (passed) => process.exit(passed ? 0 : 1),
  (error: unknown) => {
    console.error(messageOf(error));
    console.log('0 passed, 1 failed');
    process.exit(1);
  },
);
