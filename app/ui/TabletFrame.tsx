import { UserRound } from "lucide-react"
import type { ReactNode } from "react"
import { Icon } from "~/ui/Icon"
import { SkipLink } from "~/ui/SkipLink"

export type TabletFrameProps = {
  /** 第2项, and what it is about; or the meeting's name alone. */
  item?: string
  subject: string
  /** Whose tablet it is now; none before check-in. */
  person?: { name: string; delegation?: string }
  /** Few things on the page: more room between them. */
  airy?: boolean
  /** The line at the bottom: a sentence and quiet buttons. */
  foot?: ReactNode
  children: ReactNode
}

/** A delegate's tablet: always in the elders' scale, one thing per page, no scrolling at 1024 × 768. */
export function TabletFrame({ item, subject, person, airy, foot, children }: TabletFrameProps) {
  return (
    <div className="tablet" data-scale="elder">
      <SkipLink />
      <header className="head tab__head">
        <div className="head__in">
          <p className="tab__where">
            {item ? <b>{item}</b> : null}
            {subject}
          </p>
          {person ? (
            <p className="tab__who">
              <Icon of={UserRound} />
              <b>{person.name}</b>
              {person.delegation}
            </p>
          ) : null}
        </div>
      </header>
      <main id="main" tabIndex={-1} className="tab">
        <div className={airy ? "tab__in tab--mid" : "tab__in"}>
          {children}
          {foot ? <div className="tab__foot tab__foot--end">{foot}</div> : null}
        </div>
      </main>
    </div>
  )
}
