/**
 * Headers of every response that the interface is made of, whichever host sends it. All that is not named is
 * refused: no inline or evaluated script, no frame, no form, nothing from elsewhere. Styles set through the DOM's own
 * interface (as React and Lexical do) need no `unsafe-inline`. `data:` images are the small marks in style sheets.
 * @param connect sources that the page may connect to, such as `ws://127.0.0.1:4711`
 */
export function securityHeaders(connect: readonly string[] = []): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${["'self'", ...connect].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    'Content-Security-Policy': policy.join('; '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), usb=(), serial=(), hid=()',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
  };
}
