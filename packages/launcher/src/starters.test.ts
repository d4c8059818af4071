import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type Look, startersOf } from './starters.ts';

/** Ourselves first, each the child of the next; the last one's parent is 1. */
function chain(...commands: string[]): Look {
  return (pid) => {
    const command = commands[pid - 10];
    const parent = pid - 9 < commands.length ? pid + 1 : 1;
    return command === undefined ? undefined : { parent, words: command.split(' ') };
  };
}

it('watches every package manager above us, and the shells between', () => {
  const look = chain(
    'node start.ts',
    '/bin/sh node_modules/.bin/node start.ts',
    'sh -c node start.ts',
    'node /root/.npm/_npx/1/node_modules/.bin/pnpm start',
    'sh -c pnpm start',
    'npm exec pnpm@10.34.9 start',
    'bash',
    'sshd',
  );
  assert.deepEqual(startersOf(10, look), [11, 12, 13, 14, 15]);
});

it('leaves alone the shell that started the package manager: it may end long before us', () => {
  assert.deepEqual(startersOf(10, chain('node start.ts', 'pnpm start', 'sh -c npx pnpm start > log &', 'cron')), [11]);
});

it('watches nobody when started by hand or by a service manager', () => {
  assert.deepEqual(startersOf(10, chain('node start.ts', 'bash', 'sshd')), []);
  assert.deepEqual(startersOf(10, chain('node start.ts')), []);
});
