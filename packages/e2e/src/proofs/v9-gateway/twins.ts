import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export type TwinKind = 'bare' | 'upstream' | 'proxy' | 'thin';

export interface Twin {
  readonly port: number;
  readonly pid: number;
  stop(): void;
}

const TWIN = fileURLToPath(new URL('./twin.ts', import.meta.url));

/** Starts one in a process of its own; it ends with us. */
export async function startTwin(kind: TwinKind, { upstreamPort = 0, body = '' }: { upstreamPort?: number; body?: string }): Promise<Twin> {
  const child: ChildProcess = fork(TWIN, [kind, String(upstreamPort), body], { execArgv: [] });
  const [port] = (await once(child, 'message')) as [number];
  return { port, pid: child.pid ?? 0, stop: () => void child.kill() };
}
