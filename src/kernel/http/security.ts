/**
 * Headers of every answer. No script may run at all, styles come from our own file, nobody may frame us, and forms go to us alone
 * (and to the identity provider, where logging out ends). `connect-src` gives nothing to us, who have no script, and lets auditing
 * tools such as Lighthouse read robots.txt from the page.
 */
export function securityHeaders(https: boolean, formOrigins: readonly string[]): Readonly<Record<string, string>> {
  return {
    'content-security-policy': `default-src 'none'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action ${["'self'", ...formOrigins].join(' ')}; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'`,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    ...(https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}
