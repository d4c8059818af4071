import type { IdpOptions } from './types.ts';

/** Browsers check `form-action` along the redirects too, so the portals the form leads to are in it. */
function formTargets({ clients }: IdpOptions): string {
  const origins = clients.flatMap(({ redirectUris, postLogoutRedirectUris }) =>
    [...redirectUris, ...postLogoutRedirectUris].map((address) => new URL(address).origin),
  );
  return ["'self'", ...new Set(origins)].join(' ');
}

/**
 * Headers of every answer. No script runs here, so none is allowed. No opener
 * policy: a portlet on a foreign page signs in through a popup, which it would cut off.
 */
export function securityHeaders(options: IdpOptions): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    `form-action ${formTargets(options)}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ];
  return {
    'content-security-policy': policy.join('; '),
    'cross-origin-resource-policy': 'same-origin',
    // Not `no-referrer`: it would make the form's own Origin header `null`.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(options.issuer.startsWith('https:') && {
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
    }),
  };
}
