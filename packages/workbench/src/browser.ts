import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';

/**
 * Flags for a browser that a machine drives: nothing phones home, nothing is asked, root may start it.
 * A fresh profile comes from the launcher.
 */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

const PLACES: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .flatMap((name) => process.env[name] ?? [])
    .flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
};

/** A browser that is on the machine already; `CHROME_PATH` comes first. */
export function installedBrowser(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const candidates = [
    process.env['CHROME_PATH'],
    ...COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command))),
    ...(PLACES[process.platform] ?? []),
  ];
  return candidates.find((path) => path !== undefined && existsSync(path));
}

function isDebianRoot(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Runs a command with its output on our stderr, so that what a test run prints stays readable. */
function run(command: string, args: string[], env: Record<string, string> = {}): boolean {
  return spawnSync(command, args, { stdio: ['ignore', 2, 2], env: { ...process.env, ...env } }).status === 0;
}

function installFromDebian(): string | undefined {
  if (!isDebianRoot()) return undefined;
  console.error('No browser found: installing Debian’s chromium …');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = () => run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], env);
  if (!install()) {
    run('apt-get', ['update'], env);
    install();
  }
  return installedBrowser();
}

async function downloadWithPlaywright(): Promise<string | undefined> {
  console.error('No browser found: trying Playwright’s download …');
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  run(process.execPath, [cli, 'install', 'chromium']);
  const { chromium } = await import('playwright-core');
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

/**
 * The browser all tests run in: one on the machine, else Debian's package when we are root, else Playwright's download.
 *
 * @throws Error when none of the three works.
 */
export async function findBrowser(): Promise<string> {
  const found = installedBrowser() ?? installFromDebian() ?? (await downloadWithPlaywright());
  if (found) return found;
  throw new Error(
    'No Chrome, Chromium or Edge was found and none could be installed. Install one, or set CHROME_PATH to its program.',
  );
}
