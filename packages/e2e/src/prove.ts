import { readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser/browser.ts';
import { messageOf, stopWithUs } from './command.ts';
import { Stage } from './journeys/stage.ts';
import { runProduct } from './product/running-product.ts';
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

/** One line: id, what, N, failures, figure, seed. */
function lineOf({ id, what, n, failures, figure, seed }: Line): string {
  return `${failures > 0 ? '✖' : '✔'} ${id.padEnd(4)}${what.padEnd(68)} N ${String(n).padStart(4)}  failures ${String(failures).padStart(3)}  ${figure}  seed ${seed}`;
}

function tell(line: Line): void {
  console.log(lineOf(line));
  for (const example of line.examples ?? []) console.log(`      ${example}`);
}

async function runProof(proof: Proof, stage: Stage, { seed, full }: Options): Promise<Line[]> {
  const findings = await proof.run({ stage, seed, full }).catch((cause: unknown) => [finding(`${proof.title}: ended early`, 'not known', [messageOf(cause)])]);
  return findings.map((one) => ({ id: proof.id, seed, ...one }));
}

function write(browser: Browser, options: Options, lines: readonly Line[]): void {
  const machine = { cpus: cpus().length, model: cpus()[0]?.model ?? 'unknown', platform: platform(), arch: arch() };
  const versions = { node: process.version, browser: browser.version() };
  writeFileSync(RESULTS, `${JSON.stringify({ at: new Date().toISOString(), full: options.full, machine, versions, lines }, undefined, 2)}\n`);
  if (!options.readme) return;
  const when = { day: new Date().toISOString().slice(0, 10), full: options.full };
  writeFileSync(README, withPromises(readFileSync(README, 'utf8'), lines, when));
}

/** `pnpm prove [G5 V4 …] [--full] [--readme] [--seed 7]`: the numbered proofs on the running product; results also in `prove-results.json`. */
async function prove(options: Options): Promise<boolean> {
  const proofs = chosenProofs(options.ids);
  await using browser = await openBrowser();
  const lines: Line[] = [];
  for (const proof of proofs) {
    const product = await runProduct({ simulator: false });
    const stage = new Stage(product, browser);
    try {
      for (const line of await runProof(proof, stage, options)) {
        lines.push(line);
        tell(line);
      }
    } finally {
      await stage.close();
      await product.stop();
    }
  }
  write(browser, options, lines);
  const failed = lines.filter(({ failures }) => failures > 0).length;
  console.log(`${lines.length - failed} passed, ${failed} failed`);
  return failed === 0;
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
