const isDevelopment = process.env.NODE_ENV === "development"

const ancestors = "frame-ancestors 'none'"

/** A PDF has nothing to press: our own pages may show it within them, and nobody else's. */
export const framedByOwn = (policy: string): string => policy.replace(ancestors, "frame-ancestors 'self'")

/** Strict: no inline style, no inline script without the request's nonce, nothing from elsewhere, no framing. */
export function securityHeaders(nonce: string, isSecure: boolean): Record<string, string> {
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    // Vite's development server puts styles into the page; a built page has none inline.
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    // data: for the two arrows drawn in the style sheet.
    "img-src 'self' data: blob:",
    isDevelopment ? "connect-src 'self' ws:" : "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    ancestors,
  ]
  return {
    "Content-Security-Policy": policy.join("; "),
    "X-Content-Type-Options": "nosniff",
    // no-referrer would make form posts send `Origin: null`, which our own check refuses.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(), microphone=(), camera=()",
    ...(isSecure ? { "Strict-Transport-Security": "max-age=31536000" } : {}),
  }
}
