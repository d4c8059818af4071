import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** A process as the operating system shows it. */
export interface Seen {
  parent: number;
  /** Program and arguments. */
  words: string[];
}

/** What is known of a process; nothing when it is gone or cannot be looked at. */
export type Look = (pid: number) => Seen | undefined;

const LOOK_EVERY_MS = 250;
/** Deeper chains are a circle or none of ours. */
const DEEPEST = 20;
const SHELLS = new Set(['sh', 'dash', 'bash', 'ash', 'zsh', 'busybox']);

function lookInProc(pid: number): Seen | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces and parentheses of its own.
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z') return undefined;
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split(/[\0 ]/).filter(Boolean);
    return { parent: Number(parent), words };
  } catch {
    return undefined;
  }
}

function lookWithPs(pid: number): Seen | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'ppid=,args=', '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const [parent, ...words] = line.trim().split(/\s+/);
    return { parent: Number(parent), words };
  } catch {
    return undefined;
  }
}

const lookHere: Look = process.platform === 'linux' ? lookInProc : lookWithPs;

const isShell = ({ words }: Seen) => SHELLS.has(basename(words[0] ?? '').replace(/^-/, ''));
const isPackageManager = ({ words }: Seen) => words.slice(0, 3).some((word) => /^(npm|npx|pnpm|corepack)(\.c?m?js)?$/.test(basename(word)));

/**
 * The package managers that started this process, and the shells between them
 * and us. They are killed in our stead when somebody ends `pnpm start`, and do
 * not pass that on: npx dies at once, and a shell in between never hears of it.
 */
export function startersOf(pid: number, look: Look = lookHere): number[] {
  const starters: number[] = [];
  let between: number[] = [];
  let at = look(pid)?.parent ?? 0;
  for (let depth = 0; at > 1 && depth < DEEPEST; depth++) {
    const seen = look(at);
    if (!seen) break;
    between.push(at);
    if (isPackageManager(seen) && !isShell(seen)) {
      starters.push(...between);
      between = [];
    } else if (!isShell(seen)) break;
    at = seen.parent;
  }
  return starters;
}

function isGone(pid: number): boolean {
  if (process.platform === 'linux') return lookInProc(pid) === undefined;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Calls `ended` once when one of the processes that started us is gone. Nothing is watched on Windows. */
export function watchStarters(ended: () => void): void {
  const starters = process.platform === 'win32' ? [] : startersOf(process.pid);
  if (starters.length === 0) return;
  const timer = setInterval(() => {
    if (!starters.some(isGone)) return;
    clearInterval(timer);
    ended();
  }, LOOK_EVERY_MS);
  timer.unref();
}
