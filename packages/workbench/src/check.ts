import { parseArgs } from 'node:util';
import { arrows } from './check/arrows.ts';
import { dead } from './check/dead.ts';
import { doors } from './check/doors.ts';
import { elements } from './check/elements.ts';
import type { Finding, Scope, Step } from './check/finding.ts';
import { lint } from './check/lint.ts';
import { messages } from './check/messages.ts';
import { readmes } from './check/readmes.ts';
import { size } from './check/size.ts';
import { tokens } from './check/tokens.ts';
import { types } from './check/types.ts';
import { versions } from './check/versions.ts';
import { root } from './root.ts';
import { chosenRooms } from './rooms.ts';

const STEPS: readonly Step[] = [types, lint, arrows, dead, versions, elements, readmes, messages, tokens, size, doors];

/** `pnpm check [--room name] [step…]`: runs the steps, all of them whatever fails, and says what does not hold. */
async function check(args: readonly string[]): Promise<boolean> {
  const { values, positionals } = parseArgs({ args: [...args], options: { room: { type: 'string' } }, allowPositionals: true });
  const unknown = positionals.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0) throw new Error(`No step ${unknown.join(', ')}. Steps: ${STEPS.map(({ name }) => name).join(', ')}.`);
  const [room] = values.room === undefined ? [] : chosenRooms([values.room]);
  const scope = { root, room: room?.path };
  const steps = positionals.length > 0 ? STEPS.filter(({ name }) => positionals.includes(name)) : STEPS;

  const failed: string[] = [];
  for (const step of steps) if (!(await passes(step, scope))) failed.push(step.name);
  console.log(failed.length > 0 ? `\ndoes not hold: ${failed.join(', ')}` : '\nall holds');
  console.log(`${steps.length - failed.length} passed, ${failed.length} failed`);
  return failed.length === 0;
}

async function passes(step: Step, scope: Scope): Promise<boolean> {
  const started = performance.now();
  const { findings, notes = [] } = await outcomeOf(step, scope);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const told = findings.length > 0 ? `${findings.length} findings` : step.promise;
  console.log(`${findings.length > 0 ? '✖' : '✔'} ${step.name.padEnd(9)}${seconds.padStart(6)} s  ${told}`);
  for (const note of notes) console.log(`    ${note}`);
  for (const [room, of] of Map.groupBy(findings, roomOf)) {
    console.log(`    ${room} (${of.length})`);
    for (const { where, message } of of) console.log(`      ${where}  ${message}`);
  }
  return findings.length === 0;
}

/** A step that cannot run does not hold either, and the others still have something to say. */
async function outcomeOf(step: Step, scope: Scope): ReturnType<Step['run']> {
  try {
    return await step.run(scope);
  } catch (error) {
    return { findings: [{ where: step.name, message: error instanceof Error ? error.message : String(error) }] };
  }
}

function roomOf({ where }: Finding): string {
  return /^(?:(?:shared|portlets|packages)\/[^/]+|shell|mocks)/.exec(where)?.[0] ?? 'the whole';
}

check(process.argv.slice(2)).then(
  (passed) => process.exit(passed ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
