/**
 * What QR codes point at: the public address when there is one, else the address this page was opened with, unless it is
 * the machine's own name for itself, which no other device could follow.
 */
export function originForOthers(publicOrigin: string | null, requestOrigin: string): string | null {
  if (publicOrigin) return publicOrigin
  const { hostname } = new URL(requestOrigin)
  return hostname === "localhost" || hostname.endsWith(".localhost") || /^(127\.|\[::1\])/.test(hostname)
    ? null
    : requestOrigin
}
