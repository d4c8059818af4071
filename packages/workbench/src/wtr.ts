import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import type { TestRunnerConfig } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { BROWSER_FLAGS } from './browser.ts';
import { freePort } from './free-port.ts';
import { root } from './root.ts';
import { testFiles, type Room } from './rooms.ts';
import { strictPage } from './wtr/strict-page.ts';

type Plugin = NonNullable<TestRunnerConfig['plugins']>[number];
type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];

/** A test that starts a whole operator in memory may take a moment on two busy cores; a hanging one must still end. */
const TEST_TIMEOUT_MS = 10_000;

/** web-test-runner for these rooms: one group a room, sources as they stand, strict pages, Chromium at `executablePath`. */
export async function wtrConfig(rooms: readonly Room[], executablePath: string): Promise<TestRunnerConfig> {
  return {
    rootDir: root,
    port: await freePort(),
    groups: rooms.map((room) => ({ name: room.name, files: testFiles(room).browser })),
    nodeResolve: { browser: true, exportConditions: ['@faceplate/source', 'browser', 'development'] },
    concurrency: 2,
    concurrentBrowsers: 1,
    browsers: [playwrightLauncher({ product: 'chromium', launchOptions: { executablePath, args: BROWSER_FLAGS } })],
    testFramework: { config: { timeout: TEST_TIMEOUT_MS } },
    testsStartTimeout: 60_000,
    testsFinishTimeout: 180_000,
    middleware: [strictPage, mockWorker],
    plugins: [guardFirst(), esbuildPlugin({ ts: true, target: 'es2022', tsconfig: join(root, 'tsconfig.base.json') })],
    reporters: [],
    logger: onlyErrors,
    browserLogs: true,
  };
}

/** The outcome is told by room; what the runner says on its own is worth reading only when it cannot run a file. */
const onlyErrors: NonNullable<TestRunnerConfig['logger']> = {
  log: () => undefined,
  debug: () => undefined,
  group: () => undefined,
  groupEnd: () => undefined,
  warn: (...messages) => console.error(...messages),
  error: (...messages) => console.error(...messages),
  logSyntaxError: ({ message }) => console.error(message),
};

/** MSW's worker has to come from the top of the origin to see every request. */
const mockWorker: Middleware = async (context, next) => {
  if (context.path !== '/mockServiceWorker.js') {
    await next();
    return;
  }
  const require = createRequire(import.meta.url);
  context.body = readFileSync(require.resolve('msw/mockServiceWorker.js'), 'utf8');
  context.type = 'text/javascript';
};

const guard = `/${relative(root, join(import.meta.dirname, 'wtr/guard.ts')).replaceAll('\\', '/')}`;

/** Every test file imports the guard before anything else of its own. */
function guardFirst(): Plugin {
  return {
    name: 'faceplate-guard',
    transform(context) {
      if (!context.path.endsWith('.test.ts') || typeof context.body !== 'string') return undefined;
      return { body: `import ${JSON.stringify(guard)};${context.body}` };
    },
  };
}
