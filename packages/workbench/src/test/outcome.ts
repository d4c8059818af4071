/** What happened to one test. */
export interface TestOutcome {
  readonly name: string;
  readonly file: string;
  readonly result: 'passed' | 'failed' | 'skipped';
  /** Message and stack of a failed one. */
  readonly error?: string;
}

/** Tests of one room by one runner. */
export interface RoomOutcome {
  readonly room: string;
  readonly runner: 'node' | 'browser';
  readonly tests: readonly TestOutcome[];
  readonly milliseconds: number;
}

export function count(tests: readonly TestOutcome[], result: TestOutcome['result']): number {
  return tests.filter((test) => test.result === result).length;
}

/** One line for a room, then each failure with what went wrong. */
export function roomReport({ room, runner, tests, milliseconds }: RoomOutcome): string {
  const failed = count(tests, 'failed');
  const skipped = count(tests, 'skipped');
  const figures = [
    `${count(tests, 'passed')} passed`,
    failed > 0 && `${failed} failed`,
    skipped > 0 && `${skipped} skipped`,
  ];
  const line = `${failed > 0 ? '✖' : '✔'} ${room.padEnd(24)} ${runner.padEnd(8)}${figures.filter(Boolean).join(', ')}`;
  const failures = tests
    .filter((test) => test.result === 'failed')
    .map((test) => `    ✖ ${test.name}\n      ${test.file}\n${indent(test.error ?? 'no message')}`);
  return [`${line} (${(milliseconds / 1000).toFixed(1)} s)`, ...failures].join('\n');
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `        ${line}`)
    .join('\n');
}
