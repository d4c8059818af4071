/**
 * The content security policy of a careful host: nothing from anywhere but its own files, and of the gateway's
 * only what embedding needs. Everything Faceplate asks of a host stands in its lines.
 */
export function hostPolicy(gateway: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${gateway}/embed/`,
    "style-src 'self'",
    "img-src 'self'",
    `connect-src ${gateway}/api/`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // Lit turns its own templates into markup through a policy of this name.
    "trusted-types lit-html 'allow-duplicates'",
    'report-uri /reports',
  ].join('; ');
}
