import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { BillContent } from './content.ts';
import { template } from './template.ts';

/** One bill to be printed, and its answer. */
export interface Job {
  id: number;
  content: BillContent;
}
export type Done = { id: number; pdf: Uint8Array } | { id: number; failure: string };

let compiler: NodeCompiler | undefined;

function print(content: BillContent): Uint8Array {
  // The workspace is all that Typst could read; the template reads nothing.
  compiler ??= NodeCompiler.create({ workspace: import.meta.dirname });
  const source = { mainFileContent: template, inputs: { bill: JSON.stringify(content) } };
  const pdf = accessible(compiler, source);
  compiler.evictCache(2);
  return new Uint8Array(pdf);
}

/** PDF/UA refuses signs for which no font is at hand; then the bill is tagged all the same, with a box for the sign. */
function accessible(typst: NodeCompiler, source: { mainFileContent: string; inputs: Record<string, string> }): Buffer {
  try {
    return typst.pdf(source, { pdfStandard: 'ua-1' });
  } catch {
    return typst.pdf(source);
  }
}

parentPort?.on('message', ({ id, content }: Job) => {
  let done: Done;
  try {
    done = { id, pdf: print(content) };
  } catch (error) {
    done = { id, failure: error instanceof Error ? error.message : 'The bill could not be printed' };
  }
  parentPort?.postMessage(done);
});
