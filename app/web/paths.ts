/** A path of this site to go back to; anything that could lead elsewhere becomes `otherwise`. */
export function safePath(path: string | null | undefined, otherwise: string): string {
  if (!path?.startsWith("/") || path.startsWith("//") || path.includes("\\") || /[\r\n\t]/.test(path)) return otherwise
  return path
}
