import { createContext, type ReactNode, useContext, useEffect, useState } from "react"

const Announce = createContext<(words: string) => void>(() => {})

/**
 * The place where a screen reader listens: it hears only what changes in a place it knows already, so the place stands
 * outside the pages and stays when one page takes another's room, as the ballot does when a vote is opened.
 */
export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState("")
  return (
    <Announce value={setSaid}>
      <p className="vh" role="status" aria-live="polite" aria-atomic="true">
        {said}
      </p>
      {children}
    </Announce>
  )
}

/** Read aloud once the page stands, and again whenever the words change. Below an `Announcer`. */
export function Announcement({ children }: { children: string }) {
  const announce = useContext(Announce)
  useEffect(() => announce(children), [announce, children])
  return null
}
