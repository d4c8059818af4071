#!/usr/bin/env node
import { runProbe, USAGE } from './command.ts';
import { UsageError } from './options.ts';

const [command, ...args] = process.argv.slice(2);
const wrong = (text: string): void => {
  process.stderr.write(`${text}\n\n${USAGE}\n`);
  process.exitCode = 2;
};

/** On a screen alone: a log is not filled with every step of the way. */
const progress = (text: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${text}\r`);
};

if (command === '--help' || command === undefined || args.includes('--help')) process.stdout.write(`${USAGE}\n`);
else if (command !== 'probe') wrong(`There is no command ${JSON.stringify(command)}.`);
else {
  try {
    process.exitCode = await runProbe(args, { env: process.env, out: (text) => process.stdout.write(`${text}\n`), progress, now: () => new Date() });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    wrong(error.message);
  }
}
