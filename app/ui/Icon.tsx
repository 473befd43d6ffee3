import type { LucideIcon } from "lucide-react"

/** A drawing beside words: `<Icon of={Plus} />`. It never stands alone, so it is always hidden from readers. */
export function Icon({ of: Drawing, className }: { of: LucideIcon; className?: string }) {
  return <Drawing aria-hidden="true" className={className ? `i ${className}` : "i"} />
}
