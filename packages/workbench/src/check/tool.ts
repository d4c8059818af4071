import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const WORKBENCH = join(import.meta.dirname, '../..');

export interface Said {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program of a package the workbench depends on, in `cwd`, on the Node that runs us. */
export function runTool(name: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<Said> {
  const folder = join(WORKBENCH, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { bin: string | Record<string, string> };
  const program = typeof bin === 'string' ? bin : (bin[name.replace(/^.*\//, '')] ?? Object.values(bin)[0]);
  return runNode([join(folder, program ?? ''), ...args], cwd, env);
}

export function runNode(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<Said> {
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, stdout, stderr }));
  });
}

/** The tool's own words, for when it did not even get to its work. */
export function broken(tool: string, { stdout, stderr }: Said): Error {
  return new Error(`${tool} could not run:\n${(stderr || stdout).trim().slice(0, 4000)}`);
}
