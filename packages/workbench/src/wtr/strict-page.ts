import { randomBytes } from 'node:crypto';
import type { TestRunnerConfig } from '@web/test-runner';

type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];

/**
 * What the gateway sends with its own pages, plus the two things the runner cannot do without: a nonce for the inline
 * scripts it puts into the page, and `faceplate-test`, the policy with which the guard lets MSW register its worker.
 */
const policy = (nonce: string) =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self' ws:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html faceplate-test 'allow-duplicates'",
  ].join('; ');

/** Serves every test page under the policy our pages live with. */
export const strictPage: Middleware = async (context, next) => {
  await next();
  if (context.path !== '/' || !context.response.is('html') || typeof context.body !== 'string') return;
  const nonce = randomBytes(16).toString('base64url');
  context.body = context.body.replace(/<script(?![^>]*\ssrc=)/g, `<script nonce="${nonce}"`);
  context.set('content-security-policy', policy(nonce));
};
