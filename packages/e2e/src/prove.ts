import { readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { messageOf, stopWithUs } from './command.ts';
import { Ground } from './proofs/ground.ts';
import { type ProvenLine as Line, withPromises } from './proofs/promises.ts';
import { finding, type Proof } from './proofs/proof.ts';
import { chosenProofs } from './proofs/registry.ts';

const RESULTS = fileURLToPath(new URL('../../../prove-results.json', import.meta.url));
const README = fileURLToPath(new URL('../../../README.md', import.meta.url));

interface Options {
  readonly ids: readonly string[];
  readonly full: boolean;
  readonly seed: number;
  /** The README's table of promises is written anew. */
  readonly readme: boolean;
}

const outcomeOf = ({ failures, notShown }: Line): 'passed' | 'failed' | 'not shown' => {
  if (notShown !== undefined) return 'not shown';
  return failures > 0 ? 'failed' : 'passed';
};

const MARKS = { passed: '✔', failed: '✖', 'not shown': '–' } as const;

/** One line: id, what, N, failures, figure, seed. */
function lineOf(line: Line): string {
  const { id, what, n, failures, figure, seed } = line;
  return `${MARKS[outcomeOf(line)]} ${id.padEnd(4)}${what.padEnd(68)} N ${String(n).padStart(4)}  failures ${String(failures).padStart(3)}  ${figure}  seed ${seed}`;
}

function tell(line: Line): void {
  console.log(lineOf(line));
  if (line.notShown !== undefined) console.log(`      ${line.notShown}`);
  for (const example of line.examples ?? []) console.log(`      ${example}`);
}

async function runProof(proof: Proof, ground: Ground, { seed, full }: Options): Promise<Line[]> {
  const findings = await ground.run(proof, { seed, full }).catch((cause: unknown) => [finding(`${proof.title}: ended early`, 'not known', [messageOf(cause)])]);
  return findings.map((one) => ({ id: proof.id, seed, ...one }));
}

function write(browser: string | undefined, options: Options, lines: readonly Line[]): void {
  const machine = { cpus: cpus().length, model: cpus()[0]?.model ?? 'unknown', platform: platform(), arch: arch() };
  const versions = { node: process.version, ...(browser !== undefined && { browser }) };
  writeFileSync(RESULTS, `${JSON.stringify({ at: new Date().toISOString(), full: options.full, machine, versions, lines }, undefined, 2)}\n`);
  if (!options.readme) return;
  const when = { day: new Date().toISOString().slice(0, 10), full: options.full };
  writeFileSync(README, withPromises(readFileSync(README, 'utf8'), lines, when));
}

/** `pnpm prove [G5 R1 …] [--full] [--readme] [--seed 7]`: the numbered proofs; results also in `prove-results.json`. */
async function prove(options: Options): Promise<boolean> {
  const proofs = chosenProofs(options.ids);
  await using ground = new Ground();
  const lines: Line[] = [];
  for (const proof of proofs) {
    for (const line of await runProof(proof, ground, options)) {
      lines.push(line);
      tell(line);
    }
  }
  write(await ground.browserVersion(), options, lines);
  const count = (outcome: string) => lines.filter((line) => outcomeOf(line) === outcome).length;
  const unseen = count('not shown') > 0 ? `, ${count('not shown')} not shown` : '';
  console.log(`${count('passed')} passed, ${count('failed')} failed${unseen}`);
  return count('failed') === 0;
}

function optionsOf(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { full: { type: 'boolean', default: false }, readme: { type: 'boolean', default: false }, seed: { type: 'string', default: '7' } },
  });
  const seed = Number(values.seed);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error(`--seed must be a whole number, not ${values.seed}`);
  return { ids: positionals, full: values.full, readme: values.readme, seed };
}

stopWithUs();
Promise.resolve(process.argv.slice(2))
  .then(optionsOf)
  .then(prove)
  .then(
    (proved) => process.exit(proved ? 0 : 1),
    (error: unknown) => {
      console.error(messageOf(error));
      process.exit(1);
    },
  );
