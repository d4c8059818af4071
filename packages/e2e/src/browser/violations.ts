import type { BrowserContext } from 'playwright-core';

/** One breach of a page's policy, as the browser told the page. */
export interface Violation {
  readonly directive: string;
  readonly blocked: string;
  readonly source: string;
  readonly sample: string;
  readonly page: string;
}

declare global {
  var faceplateViolation: ((violation: Violation) => Promise<void>) | undefined;
}

/**
 * Listens in every page of the context, from before its first script on. The returned list grows by itself.
 * The listener needs one name on the page; a test that counts globals must not use it.
 */
export async function listenForViolations(context: BrowserContext): Promise<Violation[]> {
  const violations: Violation[] = [];
  await context.exposeFunction('faceplateViolation', (violation: Violation) => {
    violations.push(violation);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective: directive, blockedURI: blocked, sourceFile, lineNumber, sample } = event;
      void globalThis.faceplateViolation?.({ directive, blocked, source: `${sourceFile}:${lineNumber}`, sample, page: location.href });
    });
  });
  return violations;
}
