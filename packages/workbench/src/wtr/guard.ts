/**
 * Runs in the page, before each test file. Fails the test in which our code broke the page's policy or drew a warning
 * from Lit's development build.
 */
interface Page {
  litIssuedWarnings?: Set<string | undefined>;
  trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
  };
}

const page = globalThis as Page;

/** Lit says once that it is its development build, which is what we asked for. */
const warnings = (page.litIssuedWarnings ??= new Set());
warnings.add('dev-mode');
const reported = new Set(warnings);

/** The runner, mocha, chai and axe are not ours, and are not what a host page would load. */
const FOREIGN = /\/node_modules\/|\/__web-/;

const violations: string[] = [];
document.addEventListener('securitypolicyviolation', (event) => {
  if (FOREIGN.test(event.sourceFile)) return;
  const { violatedDirective, blockedURI, sample, sourceFile, lineNumber } = event;
  violations.push(`${violatedDirective} refused ${blockedURI} "${sample}" at ${sourceFile}:${lineNumber}`);
});

allowMockWorker();

/** The test itself is made to fail: a failing hook would end the file and leave the tests after it without a word. */
beforeEach('keeps the page’s policy and Lit’s advice', function () {
  const test = this.currentTest;
  const body = test?.fn as ((this: Mocha.Context) => unknown) | undefined;
  if (!test || !body || body.length > 0) return;
  test.fn = async function (this: Mocha.Context) {
    await body.call(this);
    await complain();
  };
});

after('keeps the page’s policy and Lit’s advice', complain);

async function complain(): Promise<void> {
  await reportsDelivered();
  const fresh = [...warnings].filter((warning) => !reported.has(warning));
  for (const warning of fresh) reported.add(warning);
  const problems = [...violations.splice(0), ...fresh.map(String)];
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

/** Violations are reported in a task of their own: one more of the lowest rank comes after it. */
async function reportsDelivered(): Promise<void> {
  const { scheduler } = globalThis as unknown as {
    scheduler: { postTask(task: () => void, options: { priority: 'background' }): Promise<void> };
  };
  await scheduler.postTask(() => undefined, { priority: 'background' });
}

/** Registering a worker takes a trusted URL; MSW passes a string, and only its own may pass. */
function allowMockWorker(): void {
  const policy = page.trustedTypes?.createPolicy('faceplate-test', {
    createScriptURL(url) {
      if (new URL(url, location.href).pathname === '/mockServiceWorker.js') return url;
      throw new TypeError(`No worker but the mocks' may start in a test: ${url}`);
    },
  });
  const register = navigator.serviceWorker.register.bind(navigator.serviceWorker);
  navigator.serviceWorker.register = (url, options) =>
    register(policy ? policy.createScriptURL(String(url)) : url, options);
}
