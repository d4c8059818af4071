import { fileURLToPath } from 'node:url';
import { layDown } from './lay-down.ts';

/** `pnpm create-portlet <name> "<one line>"` */
const [name, line] = process.argv.slice(2);
try {
  if (!name || !line) throw new Error('Usage: pnpm create-portlet <name> "<what it is for, in one line>"');
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  for (const file of layDown({ root, name, line })) console.log(file);
  console.log(`\nNext: pnpm install, then pnpm test ${name}, pnpm dev ${name}.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
