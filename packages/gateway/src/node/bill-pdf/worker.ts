import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Paper } from '../../papers/paper.ts';
import { template } from './template.ts';

/** One paper to be printed, and its answer. */
export interface Job {
  id: number;
  paper: Paper;
}
export type Done = { id: number; pdf: Uint8Array } | { id: number; failure: string };

let compiler: NodeCompiler | undefined;

/** The printer brings no Arabic letters of its own; these are there whatever machine it runs on. */
const ARABIC = [import.meta.resolve('@expo-google-fonts/noto-sans-arabic/400Regular'), import.meta.resolve('@expo-google-fonts/noto-sans-arabic/700Bold')];

// The workspace is all that Typst could read; the template reads nothing.
const made = () => NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontPaths: ARABIC.map((file) => fileURLToPath(file)) }] });

function print(paper: Paper): Uint8Array {
  compiler ??= made();
  const source = { mainFileContent: template, inputs: { paper: JSON.stringify(paper) } };
  const pdf = accessible(compiler, source);
  compiler.evictCache(2);
  return new Uint8Array(pdf);
}

/** PDF/UA refuses signs for which no font is at hand; then the paper is tagged all the same, with a box for the sign. */
function accessible(typst: NodeCompiler, source: { mainFileContent: string; inputs: Record<string, string> }): Buffer {
  try {
    return typst.pdf(source, { pdfStandard: 'ua-1' });
  } catch {
    return typst.pdf(source);
  }
}

parentPort?.on('message', ({ id, paper }: Job) => {
  let done: Done;
  try {
    done = { id, pdf: print(paper) };
  } catch (error) {
    done = { id, failure: error instanceof Error ? error.message : 'The paper could not be printed' };
  }
  parentPort?.postMessage(done);
});
