import { useEffect, useState } from "react"

/**
 * Read aloud once the page stands. A screen reader hears only what changes in a place it knows already, so the place
 * comes first, empty, and the words after it: for pages to which a live update leads by itself.
 */
export function Announcement({ children }: { children: string }) {
  const [said, setSaid] = useState("")
  useEffect(() => setSaid(children), [children])
  return (
    <p className="vh" role="status">
      {said}
    </p>
  )
}
